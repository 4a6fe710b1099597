import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { failureOf } from '../defect.ts'

const isRead = 'it was deleted, but another process still reads the file: erase once more'

/**
 * Leaves nothing of what was deleted in the file or its journal. `secure_delete` alone is not enough: where SQLite moved
 * a row from page to page, it may have left a copy between the rows of the old page, so all pages are written anew.
 *
 * That it is still to be done stands in the file, from the transaction that deletes: so a crash or another reader
 * delays it, and no process forgets it.
 */
export const scrubbing = (database: Database.Database) => {
  const owe = database.prepare('INSERT INTO scrub_owed DEFAULT VALUES')
  const last = database.prepare<[], number | null>('SELECT max(erasure) FROM scrub_owed').pluck()
  const settle = database.prepare<[number]>('DELETE FROM scrub_owed WHERE erasure <= ?')
  /** Whether nobody reads what was before, so that the journal could be emptied; it is then. */
  const isAlone = (): boolean => database.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0
  return {
    /** Within a transaction that deletes. */
    owe: (): void => {
      owe.run()
    },
    scrub: (): E.Either<Port.Misused | Port.Unavailable, void> => {
      const owed = last.get() ?? undefined
      if (owed === undefined) return E.right(undefined)
      try {
        // While somebody reads, all the work of writing the pages anew would be for nothing.
        if (!isAlone()) return E.left(Port.unavailable(isRead))
        database.exec('VACUUM')
        if (!isAlone()) return E.left(Port.unavailable(isRead))
        settle.run(owed)
        return E.right(undefined)
      } catch (defect) {
        return E.left(failureOf(defect))
      }
    },
  }
}
