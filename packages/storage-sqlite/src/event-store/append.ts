import { Port, type Stored } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { write } from '../text.ts'
import { recordIn } from './damage.ts'

/** A record as it is stored. */
export interface Written extends Pick<Stored.NewRecord, 'id'> {
  readonly json: string
}

/** Records as they are stored, and nothing that their types do not know. */
export const serialise = E.traverseArray(({ id, type, schema, data, meta }: Stored.NewRecord) =>
  pipe(
    write({ id, type, schema, data, meta }),
    E.map((json): Written => ({ id, json })),
  ),
)

/** Whether the batch was written, or stood there before. */
export type Outcome = 'written' | 'standing'

/** Appends of one transaction each, which has the only right to write from its beginning. */
export const appending = (database: Database.Database, now: () => string) => {
  const head = database
    .prepare<[string], number | null>('SELECT max(revision) FROM event WHERE stream = ?')
    .pluck()
  const between = database
    .prepare<[string, number, number], string>(
      'SELECT record FROM event WHERE stream = ? AND revision > ? AND revision <= ? ORDER BY revision',
    )
    .pluck()
  const insert = database.prepare<[string, number, string, string]>(
    'INSERT INTO event (stream, revision, recorded_at, record) VALUES (?, ?, ?, ?)',
  )
  /** Of what is damaged nobody can say that it is another. */
  const isThere = (stream: string, revision: number, id: string | undefined): boolean => {
    if (id === undefined) return true
    const [json] = between.all(stream, revision - 1, revision)
    const record = json === undefined ? undefined : recordIn(json)
    return json !== undefined && (record === undefined || record.id === id)
  }
  const append = (
    stream: string,
    expected: Stored.Revision,
    batch: ReadonlyArray<Written>,
    after: string | undefined,
  ): E.Either<Port.Conflict, Outcome> => {
    const actual = head.get(stream) ?? 0
    if (expected === actual && isThere(stream, expected, after)) {
      const recordedAt = now()
      batch.forEach(({ json }, index) => insert.run(stream, expected + index + 1, recordedAt, json))
      return E.right('written')
    }
    const standing = between
      .all(stream, expected, expected + batch.length)
      // What is damaged is nobody's repeat.
      .map((json) => recordIn(json)?.id ?? '')
    return Port.isRepeat(batch, standing) ? E.right('standing') : E.left(Port.conflict(actual))
  }
  return database.transaction(append).immediate
}
