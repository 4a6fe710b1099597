import type { Port } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { arbitraryWalk } from '../walk/arbitrary.ts'
import { simulate } from './simulate.ts'

/** On which stores, and how often. */
export interface RuntimeTrial {
  /** A store with nothing in it. */
  readonly newStore: () => Promise<Port.EventStore>
  readonly numRuns?: number
  readonly seed?: number
}

/**
 * Gives random walks to two runtimes at once, on stores that lose appends, lose answers, fail to read and refuse large
 * batches; rejects with a walk after which a promise of the runtime is broken. Some milliseconds a walk in memory.
 */
export const checkRuntime = ({ newStore, numRuns = 100, seed }: RuntimeTrial): Promise<void> =>
  fc.assert(
    fc.asyncProperty(
      arbitraryWalk(),
      fc.constantFrom(0, 1, 3, 6),
      fc.constantFrom(2, 8, 1000),
      fc.nat(),
      async ({ steps }, perTen, largest, luck) => {
        const commands = steps.map(({ command }) => command)
        const store = await newStore()
        const how = await simulate({ commands, store, perTen, largest, seed: luck })
        if (how !== undefined) throw new Error(how)
      },
    ),
    { numRuns, ...(seed !== undefined && { seed }) },
  )
