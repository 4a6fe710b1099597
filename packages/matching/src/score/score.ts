import type { Values } from '@reverse-mentoring/core'
import { each, mostOfEach, type OfPair } from '../measure/each.ts'
import type { Measure } from '../measure/measure.ts'
import type { About, Disclosure, Naming } from '../rule/rule.ts'

/** A score: so many points for each unit of a measure; none where the measure is unknown. */
export interface Score {
  readonly code: Values.Code
  readonly disclosure: Disclosure
  readonly about: About
  /** Identity attributes that it reads: then it does not run unless the cohort recorded a legal basis for its code. */
  readonly reads?: ReadonlyArray<string>
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

/** A score of one's own; `Reads` are the identity attributes that its people then have. */
export interface OwnScore<Reads extends string = never> {
  readonly code: Values.Code
  readonly disclosure: Disclosure
  /** Both by default. */
  readonly about?: About
  /** 1 by default: the function gives the points. */
  readonly weight?: number
  /** Identity attributes that it reads, of who agreed or where its recorded legal basis covers them; none by default. */
  readonly reads?: ReadonlyArray<Reads>
  /** A whole number from 0 to a million, or `undefined` where too little is known. */
  readonly points: OfPair<Reads, number>
}

/** A score of one's own, from a function of two people. Any other value, or an exception, fails the run and names score and pair. */
export const own = <Reads extends string = never>({
  points,
  weight = 1,
  reads = [],
  about = 'both',
  ...score
}: OwnScore<Reads>): Score => ({
  ...score,
  about,
  ...(reads.length > 0 && { reads }),
  measure: each<Reads>(points, reads),
  points: weight,
  most: mostOfEach,
})
