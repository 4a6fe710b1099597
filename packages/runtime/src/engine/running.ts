import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as T from 'fp-ts/lib/Task.js'
import { nameOf } from '../port/guarded.ts'
import type { Projector } from '../projection/projector.ts'
import type { TickFailure, Tick } from '../time/timekeeper.ts'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Values } from '@reverse-mentoring/core'
import type { Settled } from './options.ts'

/** What an engine does by itself. */
export interface Work {
  readonly store: Port.EventStore
  readonly projector: Pick<Projector, 'catchUp'>
  readonly tick: (asOf: Values.Instant) => TaskEither<TickFailure, Tick>
}

/** Milliseconds that a wake waits for more of them. */
const gathering = 10

/** Waits until somebody wakes it, for so many milliseconds at most. */
const waiter = ({ alarm }: Settled['sources']) => {
  let ring: (() => void) | undefined
  let isWoken = false
  const wake = (): void => {
    isWoken = true
    ring?.()
  }
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((done) => {
      if (isWoken) {
        isWoken = false
        done()
        return
      }
      const finish = (): void => {
        stop()
        ring = undefined
        isWoken = false
        done()
      }
      const stop = alarm(milliseconds, finish)
      ring = finish
    })
  return { wake, wait }
}

/** Wakes after appends, where the store says so; a store that cannot is looked at now and then all the same. */
const hinted = (
  { onAppend }: Pick<Port.EventStore, 'onAppend'>,
  wake: () => void,
): (() => void) => {
  try {
    return onAppend?.(wake) ?? (() => undefined)
  } catch {
    return () => undefined
  }
}

/**
 * Keeps views and time until the signal is given: woken by appends of this process, and looking by itself now and then
 * for those of others. What goes wrong is told, and tried again.
 */
export const running =
  ({ store, projector, tick }: Work, { sources, pollEvery, tickEvery, onTrouble }: Settled) =>
  (signal: AbortSignal): T.Task<void> =>
  async () => {
    const { wake, wait } = waiter(sources)
    const stop = hinted(store, wake)
    signal.addEventListener('abort', wake)
    const isOver = (): boolean => signal.aborted
    let isTickDue = true
    let stopTick = (): void => undefined
    const ticking = async (): Promise<E.Either<TickFailure, Tick>> => {
      try {
        return await tick(sources.now())()
      } catch (thrown) {
        return E.left(Port.misused(`the clock cannot be read (${nameOf(thrown)})`))
      }
    }
    const keepTime = async (): Promise<void> => {
      const ticked = await ticking()
      if (E.isLeft(ticked)) {
        onTrouble({ while: 'keeping time', because: ticked.left })
        return
      }
      const { unfinished, failed } = ticked.right
      if (unfinished !== undefined) onTrouble({ while: 'keeping time', because: unfinished })
      for (const because of failed) onTrouble({ while: 'keeping time in a cohort', because })
    }
    try {
      while (!isOver()) {
        const caughtUp = await projector.catchUp(isOver)()
        if (E.isLeft(caughtUp)) onTrouble({ while: 'catching up', because: caughtUp.left })
        if (isTickDue && !isOver()) {
          isTickDue = false
          stopTick = sources.alarm(tickEvery, () => {
            isTickDue = true
            wake()
          })
          await keepTime()
        }
        if (!isOver()) await wait(pollEvery)
        if (!isOver()) await sources.pause(gathering)()
      }
    } finally {
      stop()
      stopTick()
      signal.removeEventListener('abort', wake)
    }
  }
