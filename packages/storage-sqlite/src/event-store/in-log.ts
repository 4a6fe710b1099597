import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { changingWith, reading, readingWith } from '../attempt.ts'
import type { Clock } from '../clock.ts'
import { key } from '../text.ts'
import { appending, serialise, type Written } from './append.ts'
import { beginning, checkpointAt, findingPositions } from './checkpoint.ts'
import { recordIn } from './damage.ts'
import { columns, pageOf, type Row } from './page.ts'

type Failed = Port.Conflict | Port.Misused

/** The event store of a log that is open. */
export const eventStoreIn = (
  database: Database.Database,
  { now = () => new Date().toISOString() }: Clock,
): Port.EventStore => {
  const append = appending(database, now)
  const ofStream = database.prepare<[string, number, number], Row>(
    `SELECT ${columns} FROM event WHERE stream = ? AND revision > ? ORDER BY revision LIMIT ?`,
  )
  const ofLog = database.prepare<[number, number], Row>(
    `SELECT ${columns} FROM event WHERE position > ? ORDER BY position LIMIT ?`,
  )
  const last = database.prepare<[], Pick<Row, 'position' | 'record'>>(
    'SELECT position, record FROM event ORDER BY position DESC LIMIT 1',
  )
  const headOf = (): string => {
    const row = last.get()
    return row === undefined ? beginning : checkpointAt(row.position, recordIn(row.record))
  }
  const positionOf = findingPositions(database)
  const listeners = Port.newListeners()

  const logPage = (after: string, limit: number): E.Either<Port.Misused, Port.LogPage> => {
    const position = positionOf(after)
    if (position === undefined) return E.left(Port.misused('not a checkpoint of this log'))
    const page = pageOf(ofLog.all(position, limit + 1), limit)
    const end = (page.damaged ?? page.records.at(-1))?.checkpoint
    return E.right({ ...page, next: end ?? after })
  }

  return {
    append: (stream, expected, records, after) =>
      changingWith<Failed, ReadonlyArray<Written>, Port.Appended>(
        database,
        () => {
          const fault = Port.appendFault(expected, records)
          return fault === undefined ? serialise(records) : E.left(fault)
        },
        (batch) => {
          const outcome = append(key(stream), expected, batch, after)
          if (E.isLeft(outcome)) return outcome
          if (outcome.right === 'written') listeners.wake()
          return E.right({ revision: expected + batch.length })
        },
      ),

    readStream: (stream, page) =>
      readingWith(database, Port.soundPage(page), ({ after, limit }) =>
        E.right(pageOf(ofStream.all(key(stream), after, limit + 1), limit)),
      ),

    readLog: (page) =>
      readingWith(database, Port.soundPage(page), ({ after = beginning, limit }) =>
        logPage(after, limit),
      ),

    head: reading(database, headOf),

    onAppend: listeners.listen,
  }
}
