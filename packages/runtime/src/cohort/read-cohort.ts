import { Cohort } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { nothingRead, type Folded, type Loaded } from './loaded.ts'
import { readAfter, type Read, type Streams } from './read-records.ts'
import type { ReadFailure } from './unreadable.ts'

/** What was loaded, and after it these records. O(records). */
export const foldOn = (before: Folded, read: ReadonlyArray<Read>): Folded => {
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
    store: Streams,
    stream: string,
    before: Loaded = nothingRead,
    onOtherLog: () => void = () => undefined,
  ): TaskEither<ReadFailure, Loaded> =>
  async () => {
    const answer = await readAfter(store, stream, before)()
    if (E.isLeft(answer)) return answer
    if (answer.right === 'another log') {
      onOtherLog()
      return readCohort(store, stream)()
    }
    const { read, stopped, proved } = answer.right
    return stopped === undefined ? E.right({ ...foldOn(before, read), proved }) : E.left(stopped)
  }
