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
  const append = (
    stream: string,
    expected: Stored.Revision,
    batch: ReadonlyArray<Written>,
  ): E.Either<Port.Conflict, Outcome> => {
    const actual = head.get(stream) ?? 0
    if (expected === actual) {
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
