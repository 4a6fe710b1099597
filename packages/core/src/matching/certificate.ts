import type { ParticipantId } from '../values/id.ts'

/** Prices of one level of the objective: no admissible pair is worth more than the two people's prices together. */
export interface Prices {
  readonly mentors: ReadonlyMap<ParticipantId, number>
  readonly mentees: ReadonlyMap<ParticipantId, number>
  /** What any pair counts for in this level beside its score; 0 or more. */
  readonly bonus: number
}

/** Proof of optimality, level by level, that `verify` checks in one pass over all admissible pairs. */
export interface Certificate {
  readonly levels: ReadonlyArray<Prices>
}

/**
 * Prices of one level, by index: whole numbers from 0. An edge is worth its score and the bonus; in the first of two
 * levels, which proves the count, it is worth the bonus alone.
 */
export interface NumericPrices {
  readonly mentors: Float64Array
  readonly mentees: Float64Array
  readonly bonus: number
}

/**
 * Proof of optimality in numbers: one level for `score-first`; for `participation-first` two, the count and then the
 * score of the results that reach this count.
 */
export interface NumericCertificate {
  readonly levels: ReadonlyArray<NumericPrices>
}
