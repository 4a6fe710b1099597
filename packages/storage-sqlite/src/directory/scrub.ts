import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'

/**
 * Leaves nothing of what was deleted in the file or its journal. `secure_delete` alone is not enough: where SQLite moved
 * a row from page to page, it may have left a copy between the rows of the old page, so all pages are written anew.
 */
export const scrub = (database: Database.Database): E.Either<Port.Unavailable, void> => {
  database.exec('VACUUM')
  const busy = database.pragma('wal_checkpoint(TRUNCATE)', { simple: true })
  if (busy === 0) return E.right(undefined)
  return E.left(
    Port.unavailable('it was deleted, but another process still reads the file: erase once more'),
  )
}
