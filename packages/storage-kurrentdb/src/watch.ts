import type { AllStreamSubscription } from '@kurrent/kurrentdb-client'
import { filterOf } from './filter.ts'
import type { HeldClient } from './held-client.ts'

/** What a subscription tells. */
export interface Told {
  /** Something was appended, by anybody. */
  readonly appended: () => void
  /** The connection holds from now on. */
  readonly held: () => void
  /** It does not hold any more. */
  readonly lost: () => void
}

/** Milliseconds before a subscription that ended is begun again, and the most of them. */
const [firstPause, mostPause] = [500, 30_000]

/**
 * Watches the end of the log by a subscription, and begins it anew where it ends. What it tells is a hint, and whether
 * the connection still is the one it was. Only `unsubscribe` ends a subscription on the server.
 */
export const watchLog = (held: HeldClient, prefix: string, told: Told): (() => Promise<void>) => {
  let subscription: AllStreamSubscription | undefined
  let timer: NodeJS.Timeout | undefined
  let pause = firstPause
  let isOver = false

  const ended = (one: AllStreamSubscription): void => {
    if (one !== subscription) return
    subscription = undefined
    told.lost()
    if (isOver) return
    timer = setTimeout(begin, pause)
    timer.unref()
    pause = Math.min(mostPause, pause * 2)
  }
  const begin = (): void => {
    const one = held.current().subscribeToAll({ fromPosition: 'end', filter: filterOf(prefix) })
    subscription = one
    one.on('confirmation', () => {
      pause = firstPause
      told.held()
    })
    one.on('data', told.appended)
    for (const end of ['error', 'end', 'close'] as const) one.on(end, () => ended(one))
  }
  const stop = async (): Promise<void> => {
    clearTimeout(timer)
    const one = subscription
    subscription = undefined
    await one?.unsubscribe().catch(() => undefined)
  }

  begin()
  held.onChange(() => {
    told.lost()
    void stop().then(() => {
      if (!isOver) begin()
    })
  })
  return async () => {
    isOver = true
    await stop()
  }
}
