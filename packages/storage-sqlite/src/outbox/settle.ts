import type { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import { key } from '../text.ts'
import { finishing } from './finish.ts'

/** Settlements of one transaction; answers the ids of those that do not count. */
export const settling = (database: Database.Database) => {
  const finish = finishing(database, 'id = ? AND fence = ?')
  const isDone = database.prepare<[string, number]>(
    'SELECT 1 FROM notice_done WHERE id = ? AND fence = ?',
  )
  const later = database.prepare<[string, string, number]>(
    'UPDATE notice SET due = ?, parked = NULL WHERE id = ? AND fence = ?',
  )
  const park = database.prepare<[string, string, number]>(
    'UPDATE notice SET parked = ? WHERE id = ? AND fence = ?',
  )
  const counts = ({ id: given, fence, as }: Port.Settlement): boolean => {
    const id = key(given)
    switch (as._tag) {
      case 'Done':
        return finish(id, fence) > 0 || isDone.get(id, fence) !== undefined
      case 'Later':
        return later.run(as.due, id, fence).changes > 0
      case 'Parked':
        return park.run(key(as.because), id, fence).changes > 0
    }
  }
  return database.transaction((settlements: ReadonlyArray<Port.Settlement>) =>
    settlements.filter((one) => !counts(one)).map(({ id }) => id),
  ).immediate
}
