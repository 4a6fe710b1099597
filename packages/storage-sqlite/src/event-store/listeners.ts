import type { Port } from '@reverse-mentoring/core'

/** Who waits for appends of this process. */
export interface Listeners {
  /** Calls each of them a moment later; what one throws, or rejects with, hurts nobody. */
  readonly wake: () => void
  readonly listen: NonNullable<Port.EventStore['onAppend']>
}

export const newListeners = (): Listeners => {
  const listeners = new Set<() => void>()
  return {
    wake: () => {
      for (const listener of listeners)
        Promise.resolve()
          .then(listener)
          .catch(() => undefined)
    },
    listen: (wake) => {
      const listener = () => wake()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
