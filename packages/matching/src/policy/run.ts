import type { Matching, Values } from '@reverse-mentoring/core'
import type { Sides } from '../engine/pair-scorer.ts'
import type { OnProgress } from '../engine/solution.ts'
import type { Fused } from '../fused/fuse.ts'
import type { ToldLimits } from '../fused/limits.ts'
import type { People } from '../measure/people.ts'

/** What an engine of a policy is given, and its result is told with. */
export interface Run {
  readonly people: People
  readonly sides: Sides
  /** What is worth what, but for pairs that stand whatever the engine takes. */
  readonly fused: Fused
  /** The same with them. */
  readonly ofPair: Fused
  readonly told: ToldLimits
  readonly fixed: Matching.FixedPairs
  /** The code of a limit by its index; of one that reads identity it is not told. */
  readonly limitCode: (limit: number) => Values.Code | undefined
  readonly seed: Values.Seed
  readonly onProgress: OnProgress
}
