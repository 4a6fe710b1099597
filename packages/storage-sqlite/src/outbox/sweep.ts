import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { changing } from '../attempt.ts'
import { during } from '../keeping.ts'

type Failure = Port.Misused | Port.Unavailable

/** So many ids go in one transaction. */
const together = 5000

/** Sweeps in transactions of some thousand ids each, with a turn for others between them. O(what goes). */
export const sweeping = (database: Database.Database): Port.Outbox['sweep'] => {
  const some = database.prepare<[string, number]>(
    `DELETE FROM notice_done WHERE id IN (
       SELECT id FROM notice_done WHERE not_after < ? ORDER BY not_after LIMIT ?)`,
  )
  const sweep = async (before: string): Promise<E.Either<Failure, void>> => {
    for (let swept = together; swept === together;) {
      const done = await changing(database, () => some.run(before, together).changes)()
      if (E.isLeft(done)) return done
      swept = done.right
    }
    return E.right(undefined)
  }
  return (before) => () => {
    const fault = Port.instantFault(before)
    return fault === undefined ? during(database, sweep(before)) : Promise.resolve(E.left(fault))
  }
}
