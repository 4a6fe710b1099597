import fc from 'fast-check'
import { findBrokenLater } from '../shortest.ts'
import { arbitraryWalk } from '../walk/arbitrary.ts'
import { tellWalk } from '../walk/tell-walk.ts'
import { simulate, type Ports } from './simulate.ts'

/** On which ports, and how often. */
export interface RuntimeTrial {
  /** Ports with nothing in them. */
  readonly newPorts: () => Promise<Ports>
  readonly numRuns?: number
  readonly seed?: number
  /** How long a walk that breaks a promise is made shorter, in milliseconds; 5 000 by default. */
  readonly shortening?: number
}

/** A walk, how many of ten calls are lost, the most records of an append, and the seed of the luck. */
const trials = fc.tuple(
  arbitraryWalk(),
  fc.constantFrom(0, 1, 3, 6),
  fc.constantFrom(2, 8, 1000),
  fc.nat(),
)

/**
 * Gives random walks to two engines at once, on ports that lose calls, lose answers, fail to read and refuse large
 * batches: commands, projectors, timekeepers and erasures of both. Rejects with a walk after which a promise of the
 * runtime is broken. Some ten milliseconds a walk in memory.
 */
export const checkRuntime = async ({
  newPorts,
  numRuns = 100,
  seed,
  shortening,
}: RuntimeTrial): Promise<void> => {
  const found = await findBrokenLater(
    trials,
    async ([{ steps }, perTen, largest, luck]) => {
      const commands = steps.map(({ command }) => command)
      return simulate({ ...(await newPorts()), commands, perTen, largest, seed: luck })
    },
    { numRuns, seed, shortening },
  )
  if (found === undefined) return
  const [walk, perTen, largest, luck] = found.value
  const ports = `${String(perTen)} of ten calls are lost, an append holds ${String(largest)} records, luck ${String(luck)}`
  throw new Error(
    `${found.how}\n(seed ${String(found.seed)}; ${ports}) once two engines were given these commands, up to eight at a time:\n${tellWalk(walk)}`,
  )
}
