import type { EventStore } from './event-store.ts'

/** Who waits for appends of this process. */
export interface Listeners {
  /** Calls each of them a moment later; what one throws, or rejects with, hurts nobody. */
  readonly wake: () => void
  readonly listen: NonNullable<EventStore['onAppend']>
}

/** Listeners for a store of one process: an adapter's `onAppend` is `listen`, and it wakes them after an append. */
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
