import type { Matching } from '@reverse-mentoring/core'
import type { Solution } from '../engine/solution.ts'

/** What an engine found, on the pairs that it was given. */
export interface Solved {
  readonly problem: Matching.MatchingProblem
  readonly solution: Solution
  /** Whether the problem holds all admissible pairs, not only those that were needed. */
  readonly hasAllPairs: boolean
}
