import { type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { closed } from '../engine/gate.ts'
import { harmless } from '../harmless.ts'
import type { Sources } from '../sources.ts'
import { rising } from './rising.ts'
import { openTurns } from './turns.ts'

/** How long work is watched by who asked for it. */
export interface Watched<L> extends Port.Watch {
  /** Milliseconds from the asking on. */
  readonly deadline: number
  /** What it is answered with at the deadline. */
  readonly late: () => L
}

/** What stoppable work is handed: the signal is given when nobody waits any more. */
export type Stopping = Required<Port.Watch>

/** What makes work stoppable. */
export interface StoppableBench {
  readonly sources: Pick<Sources, 'alarm'>
  /** How many pieces of work are done at a time; the others wait for their turn. */
  readonly atOnce: number
  /** Given when what is under way is to end. */
  readonly closing: AbortSignal
}

const cancelled: Port.Cancelled = { _tag: 'Cancelled' }

/**
 * Work that is answered at once when it is told to stop, when its time is over, or when all is to end, whatever it is at:
 * then it is told, and its turn is the next one's.
 */
export const stoppable = ({ sources, atOnce, closing }: StoppableBench) => {
  const turns = openTurns(atOnce)
  const underway = new Set<() => void>()
  closing.addEventListener('abort', () => {
    for (const end of underway) end()
  })
  return <F, A, L>(
      work: (stopping: Stopping) => TaskEither<F, A>,
      { signal, onProgress = () => undefined, deadline, late }: Watched<L>,
    ): TaskEither<F | L | Port.Cancelled | Port.Unavailable, A> =>
    () =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve(E.left(cancelled))
        const over = new AbortController()
        const isOver = (): boolean => over.signal.aborted
        const finish = (tell: () => void): void => {
          if (isOver()) return
          stopAlarm()
          signal?.removeEventListener('abort', cancel)
          underway.delete(end)
          tell()
          over.abort()
        }
        const end = (): void => finish(() => resolve(E.left(closed)))
        const cancel = (): void => finish(() => resolve(E.left(cancelled)))
        const stopAlarm = sources.alarm(deadline, () => finish(() => resolve(E.left(late()))))
        signal?.addEventListener('abort', cancel)
        underway.add(end)

        const told = rising(harmless(onProgress))
        const watch = {
          signal: over.signal,
          onProgress: (done: number): void => {
            if (!isOver()) told(done)
          },
        }
        const inTurn = async (endTurn: () => void): Promise<void> => {
          over.signal.addEventListener('abort', endTurn)
          if (isOver()) return endTurn()
          const working = work(watch)()
          const settle = (): void => finish(() => resolve(working))
          await working.then(settle, settle)
        }
        void turns.take().then(inTurn)
      })
}
