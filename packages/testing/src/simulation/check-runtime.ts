import fc from 'fast-check'
import { arbitraryWalk } from '../walk/arbitrary.ts'
import { simulate, type Ports } from './simulate.ts'

/** On which ports, and how often. */
export interface RuntimeTrial {
  /** Ports with nothing in them. */
  readonly newPorts: () => Promise<Ports>
  readonly numRuns?: number
  readonly seed?: number
}

/**
 * Gives random walks to two engines at once, on ports that lose calls, lose answers, fail to read and refuse large
 * batches: commands, projectors, timekeepers and erasures of both. Rejects with a walk after which a promise of the
 * runtime is broken. Some ten milliseconds a walk in memory.
 */
export const checkRuntime = ({ newPorts, numRuns = 100, seed }: RuntimeTrial): Promise<void> =>
  fc.assert(
    fc.asyncProperty(
      arbitraryWalk(),
      fc.constantFrom(0, 1, 3, 6),
      fc.constantFrom(2, 8, 1000),
      fc.nat(),
      async ({ steps }, perTen, largest, luck) => {
        const commands = steps.map(({ command }) => command)
        const ports = await newPorts()
        const how = await simulate({ ...ports, commands, perTen, largest, seed: luck })
        if (how !== undefined) throw new Error(how)
      },
    ),
    { numRuns, endOnFailure: true, ...(seed !== undefined && { seed }) },
  )
