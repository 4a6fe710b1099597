import { Cohort, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { nothingRead, type Loaded } from './loaded.ts'
import { readRecords, type Read } from './read-records.ts'
import type { ReadFailure } from './unreadable.ts'

/** What was loaded, and after it these records. O(records). */
export const foldOn = (before: Loaded, read: ReadonlyArray<Read>): Loaded => {
  const last = read.at(-1)?.record
  if (last === undefined) return before
  const events = read.map(({ event }) => event)
  const { cohort } = before
  return {
    cohort: before.revision === 0 ? Cohort.foldCohort(events) : Cohort.evolveAll(cohort, events),
    revision: last.revision,
    record: last.id,
  }
}

/**
 * What was read before, brought up to date with its stream; from its beginning where the stream no longer holds the
 * record that it stands at, as after a restore, which is told. Cold, O(n).
 */
export const readCohort =
  (
    store: Pick<Port.EventStore, 'readStream'>,
    stream: string,
    before: Loaded = nothingRead,
    onOtherLog: () => void = () => undefined,
  ): TaskEither<ReadFailure, Loaded> =>
  async () => {
    // The record that it stands at is read once more: the store's answer counts, not what is remembered.
    const overlap = Math.min(1, before.revision)
    const answer = await readRecords(store, stream, before.revision - overlap)()
    if (E.isLeft(answer)) return answer
    const { read, stopped } = answer.right
    const isSame = overlap === 0 || read[0]?.record.id === before.record
    // Of what is damaged nobody can say that it is another.
    if (!isSame && (read.length > 0 || stopped === undefined)) onOtherLog()
    if (!isSame) return readCohort(store, stream)()
    if (stopped !== undefined) return E.left(stopped)
    return E.right(foldOn(before, read.slice(overlap)))
  }
