import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { changingWith, reading, readingWith } from '../attempt.ts'
import { key, unkey } from '../text.ts'
import { committing } from './commit.ts'
import { dropping } from './drop.ts'
import { pagingHeaders, readingHeaders } from './header.ts'
import { pagingRows } from './rows.ts'
import { serialise, type Written } from './serialise.ts'

/** The view store of a log that is open. */
export const viewStoreIn = (database: Database.Database): Port.ViewStore => {
  const [commit, drop] = [committing(database), dropping(database)]
  const [headersOf, pageOfHeaders] = [readingHeaders(database), pagingHeaders(database)]
  const pageOfRows = pagingRows(database)
  const checkpointOf = database
    .prepare<[string], string>('SELECT checkpoint FROM reader WHERE reader = ?')
    .pluck()
  const views = database.prepare<[], string>('SELECT name FROM view ORDER BY name').pluck()

  return {
    commit: (given) =>
      changingWith(
        database,
        (): E.Either<Port.Overtaken | Port.Misused, ReadonlyArray<Written>> => {
          const fault = Port.commitFault(given)
          return fault === undefined ? serialise(given.changes) : E.left(fault)
        },
        (written) => commit(written, given.progress),
      ),
    checkpoint: (reader) =>
      reading(database, () => {
        const checkpoint = checkpointOf.get(key(reader))
        return checkpoint === undefined ? undefined : unkey(checkpoint)
      }),
    headers: (of) => reading(database, () => headersOf(of)),
    headersOf: (view, page) =>
      readingWith(database, Port.soundPage(page), (asked) => E.right(pageOfHeaders(view, asked))),
    rows: (view, place, page) =>
      readingWith(database, Port.soundPage(page), (asked) =>
        E.right(pageOfRows(view, place, asked)),
      ),
    views: reading(database, () => views.all().map(unkey)),
    drop,
  }
}
