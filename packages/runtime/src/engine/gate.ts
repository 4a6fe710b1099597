import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { nameOf } from '../port/guarded.ts'

/** What is under way in an engine. */
export interface Gate {
  /** The same, refused once the gate is closed; whatever is thrown is an answer too. */
  readonly through: <F, A>(
    task: TaskEither<F, A>,
  ) => TaskEither<F | Port.Misused | Port.Unavailable, A>
  /** The same desk of questions, each through the gate. */
  readonly desk: <D extends object>(desk: D) => D
  /** Lets nothing more through, and is done when all that is under way is. */
  readonly close: () => Promise<void>
}

type Question = (...given: ReadonlyArray<unknown>) => TaskEither<unknown, unknown>

/** What throws where something is asked was given what it cannot be asked with, or is a fault of this software. */
const answered = async <F, A>(task: TaskEither<F, A>): Promise<E.Either<F | Port.Misused, A>> => {
  try {
    return await task()
  } catch (thrown) {
    return E.left(Port.misused(`it cannot be asked so (${nameOf(thrown)})`))
  }
}

/** Another process, or the next one, answers the same. */
export const closed = Port.unavailable('this engine was closed')

export const openGate = (): Gate => {
  const underway = new Set<Promise<unknown>>()
  let isClosed = false

  const through: Gate['through'] = (task) => async () => {
    if (isClosed) return E.left(closed)
    const work = answered(task)
    underway.add(work)
    const answer = await work
    underway.delete(work)
    return answer
  }

  /** Nothing is asked before the gate has looked. */
  const question =
    (ask: Question): Question =>
    (...given) =>
      through(() => ask(...given)())

  return {
    through,
    desk: <D extends object>(desk: D) =>
      Object.fromEntries(
        Object.entries(desk).map(([name, ask]) => [name, question(ask as Question)]),
      ) as D,
    close: async () => {
      isClosed = true
      await Promise.allSettled(underway)
    },
  }
}
