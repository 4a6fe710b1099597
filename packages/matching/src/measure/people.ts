import type { Matching, Values } from '@reverse-mentoring/core'

/** A pool as a run reads it: people by index, in an order that depends on the seed and their ids only. */
export interface People {
  readonly mentors: ReadonlyArray<Matching.Candidate>
  readonly mentees: ReadonlyArray<Matching.Candidate>
  /** With the identity attributes that may be read here, and no others. */
  readonly pool: Matching.ReadingPool
  readonly asOf: Values.Instant
  /** Whether a failure tells what was thrown and where. */
  readonly development: boolean
}
