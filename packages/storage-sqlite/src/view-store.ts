import type { Port, Stored } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { attempt, attemptWith } from './attempt.ts'
import { sensible } from './page.ts'
import type { OpenFailure } from './failure.ts'
import { openDatabase, type Closable, type SqliteOptions } from './open-database.ts'
import { logSchema } from './schema/log.ts'
import { key as keyOf, read, unkey } from './text.ts'
import { committing, serialise } from './view-store/commit.ts'

/** A view store in a file. */
export type SqliteViewStore = Port.ViewStore & Closable

interface Row {
  readonly key: string
  readonly row: string
}

const viewId = '(SELECT view FROM view WHERE name = ? AND cohort = ?)'

/** The view store of a log that is open. */
export const viewStoreIn = (database: Database.Database): Port.ViewStore => {
  const commit = committing(database)
  const checkpointOf = database
    .prepare<[string], string>('SELECT checkpoint FROM reader WHERE reader = ?')
    .pluck()
  const headerOf = database
    .prepare<[string, string], string>('SELECT header FROM view WHERE name = ? AND cohort = ?')
    .pluck()
  const rowOf = database
    .prepare<[string, string, string], string>(
      `SELECT row FROM view_row WHERE view = ${viewId} AND key = ?`,
    )
    .pluck()
  const rowsFrom = (comparison: '>' | '>=') =>
    database.prepare<[string, string, string, number], Row>(
      `SELECT key, row FROM view_row WHERE view = ${viewId} AND key ${comparison} ? ORDER BY key LIMIT ?`,
    )
  const [rowsAfter, rowsFromFirst] = [rowsFrom('>'), rowsFrom('>=')]

  const ask = <A>(work: () => A) => attempt(database, work)
  const parsed = (json: string | undefined): Stored.JsonObject | undefined =>
    json === undefined ? undefined : (read(json) as Stored.JsonObject)

  return {
    commit: ({ reader, checkpoint, changes }) =>
      attemptWith(
        database,
        () => serialise(changes),
        (written) => E.right(commit(keyOf(reader), keyOf(checkpoint), written)),
      ),
    checkpoint: (reader) =>
      ask(() => {
        const checkpoint = checkpointOf.get(keyOf(reader))
        return checkpoint === undefined ? undefined : unkey(checkpoint)
      }),
    header: ({ view, cohort }) => ask(() => parsed(headerOf.get(keyOf(view), keyOf(cohort)))),
    row: ({ view, cohort }, key) =>
      ask(() => parsed(rowOf.get(keyOf(view), keyOf(cohort), keyOf(key)))),
    rows: ({ view, cohort }, page) =>
      attemptWith(database, sensible(page), ({ after, limit }) => {
        const statement = after === undefined ? rowsFromFirst : rowsAfter
        const rows = statement.all(keyOf(view), keyOf(cohort), keyOf(after ?? ''), limit + 1)
        return E.right({
          rows: rows
            .slice(0, limit)
            .map(({ key, row }) => [unkey(key), read(row) as Stored.JsonObject] as const),
          more: rows.length > limit,
        })
      }),
  }
}

/** Opens a view store in a file, which may be that of the events. */
export const sqliteViewStore = (options: SqliteOptions): TaskEither<OpenFailure, SqliteViewStore> =>
  openDatabase(logSchema, options, viewStoreIn)
