import type { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { key, write } from '../text.ts'

/** A change as it is stored. */
interface Written {
  readonly view: string
  readonly cohort: string
  readonly header: string
  readonly rows: ReadonlyArray<readonly [key: string, row: string | undefined]>
}

const serialiseRow = ([name, row]: Port.ViewChange['rows'][number]): E.Either<
  Port.Unavailable,
  Written['rows'][number]
> =>
  row === undefined
    ? E.right([key(name), undefined])
    : pipe(
        write(row),
        E.map((json) => [key(name), json]),
      )

/** Changes as they are stored. */
export const serialise = E.traverseArray(({ view, cohort, header, rows }: Port.ViewChange) =>
  pipe(
    E.Do,
    E.apS('header', write(header)),
    E.apS('rows', E.traverseArray(serialiseRow)(rows)),
    E.map((texts): Written => ({ view: key(view), cohort: key(cohort), ...texts })),
  ),
)

/** Commits of one transaction each. */
export const committing = (database: Database.Database) => {
  const setHeader = database
    .prepare<[string, string, string], number>(
      `INSERT INTO view (name, cohort, header) VALUES (?, ?, ?)
       ON CONFLICT (name, cohort) DO UPDATE SET header = excluded.header RETURNING view`,
    )
    .pluck()
  const setRow = database.prepare<[number, string, string]>(
    `INSERT INTO view_row (view, key, row) VALUES (?, ?, ?)
     ON CONFLICT (view, key) DO UPDATE SET row = excluded.row`,
  )
  const dropRow = database.prepare<[number, string]>(
    'DELETE FROM view_row WHERE view = ? AND key = ?',
  )
  const setCheckpoint = database.prepare<[string, string]>(
    `INSERT INTO reader (reader, checkpoint) VALUES (?, ?)
     ON CONFLICT (reader) DO UPDATE SET checkpoint = excluded.checkpoint`,
  )
  const commit = (reader: string, checkpoint: string, changes: ReadonlyArray<Written>): void => {
    for (const { view, cohort, header, rows } of changes) {
      const id = setHeader.get(view, cohort, header) ?? 0
      for (const [name, row] of rows) {
        if (row === undefined) dropRow.run(id, name)
        else setRow.run(id, name, row)
      }
    }
    setCheckpoint.run(reader, checkpoint)
  }
  return database.transaction(commit).immediate
}
