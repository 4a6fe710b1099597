import type { Values } from '@reverse-mentoring/core'
import { code } from '../code.ts'
import { each, type OfPair } from '../measure/each.ts'
import type { Measure } from '../measure/measure.ts'
import { type OfRow, rows } from '../measure/rows.ts'
import { mostOfEach } from '../measure/value.ts'
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

/** The same, of which whole rows are asked. */
export interface OwnRowsScore<Reads extends string = never> extends Omit<
  OwnScore<Reads>,
  'points'
> {
  /** For each of the mentors a whole number from 0 to a million, or `undefined` where too little is known. */
  readonly points: OfRow<Reads, number>
}

const ofMeasure = <Reads extends string>(
  {
    weight = 1,
    reads = [],
    about = 'both',
    code: given,
    disclosure,
  }: Omit<OwnScore<Reads>, 'points'>,
  measure: Measure,
): Score => ({
  ...{ code: code(given), disclosure, about, measure },
  ...(reads.length > 0 && { reads }),
  points: weight,
  most: mostOfEach,
})

/** A score of one's own, from a function of two people. Any other value, or an exception, fails the run and names score and pair. */
export const own = <Reads extends string = never>(score: OwnScore<Reads>): Score =>
  ofMeasure(score, each<Reads>(score.points, score.reads))

/**
 * The same from a function of one mentee and some mentors, so that what belongs to the mentee is found once: a set of words,
 * a date that is read.
 */
export const ownRows = <Reads extends string = never>(score: OwnRowsScore<Reads>): Score =>
  ofMeasure(score, rows<Reads>(score.points, score.reads))
