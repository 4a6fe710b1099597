import type { Matching, Values } from '@reverse-mentoring/core'
import { each, mostOfEach } from '../measure/each.ts'
import type { Measure } from '../measure/measure.ts'
import type { About, Disclosure, Naming } from '../rule/rule.ts'

/** A score: so many points for each unit of a measure; none where the measure is unknown. */
export interface Score {
  readonly code: Values.Code
  readonly disclosure: Disclosure
  readonly about: About
  readonly measure: Measure
  /** Points of one unit, a whole number from 0. */
  readonly points: number
  /** Units that count, at most. */
  readonly most: number
  /** Whose liking it is; of both where absent. Only `stable` tells likings apart. */
  readonly likingOf?: Values.Role
}

/** How a ready-made score weighs, is called and is told. */
export interface Weight extends Naming {
  /** Points of one unit, a whole number from 0. */
  readonly points: number
}

export interface OwnScore {
  readonly code: Values.Code
  readonly disclosure: Disclosure
  /** Both by default. */
  readonly about?: About
  /** 1 by default: the function gives the points. */
  readonly weight?: number
  /** A whole number from 0 to a million, or `undefined` where too little is known. */
  readonly points: (
    mentor: Matching.Candidate,
    mentee: Matching.Candidate,
    asOf: Values.Instant,
  ) => number | undefined
}

/** A score of one's own, from a function of two people. Any other value, or an exception, fails the run and names score and pair. */
export const own = ({ points, weight = 1, about = 'both', ...score }: OwnScore): Score => ({
  ...score,
  about,
  measure: each(points),
  points: weight,
  most: mostOfEach,
})
