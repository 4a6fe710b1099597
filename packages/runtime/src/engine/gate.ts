import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** What is under way in an engine. */
export interface Gate {
  /** The same, refused once the gate is closed. */
  readonly through: <F, A>(task: TaskEither<F, A>) => TaskEither<F | Port.Misused, A>
  /** Lets nothing more through, and is done when all that is under way is. */
  readonly close: () => Promise<void>
}

export const openGate = (): Gate => {
  const underway = new Set<Promise<unknown>>()
  let isClosed = false
  return {
    through: (task) => async () => {
      if (isClosed) return E.left(Port.misused('it was closed'))
      const work = task()
      underway.add(work)
      try {
        return await work
      } finally {
        underway.delete(work)
      }
    },
    close: async () => {
      isClosed = true
      await Promise.allSettled(underway)
    },
  }
}
