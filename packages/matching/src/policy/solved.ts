import type { Matching } from '@reverse-mentoring/core'
import type { Solution } from '../engine/solution.ts'
import type { Worth } from '../engine/worth.ts'

/** What an engine found, on the pairs that it was given. */
export interface Solved {
  readonly problem: Matching.MatchingProblem
  readonly solution: Solution
  /** Whether the problem holds all admissible pairs, not only those that were needed. */
  readonly hasAllPairs: boolean
  /** The most that any result could be worth, where that is known without a certificate. */
  readonly bound?: Worth
}
