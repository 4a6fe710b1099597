import type { Code } from '../values/code.ts'
import type { ParticipantId } from '../values/id.ts'

/**
 * Prices of one level of the objective: no admissible pair is worth more than the two people's prices together. A price
 * below 0 is what somebody without a partner would give for one.
 */
export interface Prices {
  readonly mentors: ReadonlyMap<ParticipantId, number>
  readonly mentees: ReadonlyMap<ParticipantId, number>
  /** What any pair counts for in this level beside its score; 0 or more. */
  readonly bonus: number
  /** What somebody's first partner counts for in this level; 0 or more. */
  readonly first: number
  /** What one pair more would be worth where a limit is reached, by its code; 0 where it is not told. */
  readonly limits?: ReadonlyMap<Code, number>
  /** What one person fewer would be worth where a floor is just met, by its code; 0 where it is not told. */
  readonly floors?: ReadonlyMap<Code, number>
}

/** Proof of optimality, level by level, that `verify` checks in one pass over all admissible pairs. */
export interface Certificate {
  readonly levels: ReadonlyArray<Prices>
}

/**
 * Prices of one level, by index: whole numbers. A pair is worth its score and the bonus, in the levels that count alone
 * the bonus; somebody's first partner is worth `first` on top.
 */
export interface NumericPrices {
  readonly mentors: Float64Array
  readonly mentees: Float64Array
  readonly bonus: number
  readonly first: number
  /** In the order of the problem's limits, from 0; absent: all 0. */
  readonly limits?: Float64Array
  /** In the order of the problem's floors, from 0; absent: all 0. */
  readonly floors?: Float64Array
}

/**
 * Proof of optimality in numbers: one level for `score-first`; for `participation-first` three, the people who get their
 * first partner, the pairs, and the score of the results that reach both.
 */
export interface NumericCertificate {
  readonly levels: ReadonlyArray<NumericPrices>
}
