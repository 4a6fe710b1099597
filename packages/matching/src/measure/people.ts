import type { Matching, Values } from '@reverse-mentoring/core'

/** A pool as a run reads it: people by index, in an order that depends on the seed and their ids only. */
export interface People {
  readonly mentors: ReadonlyArray<Matching.Candidate>
  readonly mentees: ReadonlyArray<Matching.Candidate>
  readonly pool: Matching.MatchingPool
  readonly asOf: Values.Instant
}
