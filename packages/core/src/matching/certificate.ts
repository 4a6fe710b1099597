import type { ParticipantId } from '../values/id.ts'

/** Prices of one level of the objective: no admissible pair is worth more than the two people's prices together. */
export interface Prices {
  readonly mentors: ReadonlyMap<ParticipantId, number>
  readonly mentees: ReadonlyMap<ParticipantId, number>
}

/** Proof of optimality, level by level, that `verify` checks in one pass over all admissible pairs. */
export interface Certificate {
  readonly levels: ReadonlyArray<Prices>
}
