import type { Event, Values } from '@reverse-mentoring/core'
import { code } from '../code.ts'
import { each, type OfPair } from '../measure/each.ts'
import type { Measure } from '../measure/measure.ts'
import { type OfRow, rows } from '../measure/rows.ts'

/** Who may be told that a rule or score spoke for a pair: both and the coordinator, only whom it is about, or nobody. */
export type Disclosure = Event.MatchingRule['disclosure']

/** Whom a rule or score is about, for what only they may be told. */
export type About = Values.Role | 'both'

/**
 * A hard rule: it says yes to a pair whose measure is at least `least`, no to one with less, and nothing where the
 * measure is unknown, which excludes only if the cohort recorded so with a legal basis.
 */
export interface Rule {
  readonly code: Values.Code
  readonly disclosure: Disclosure
  readonly about: About
  /** Identity attributes that it reads: then it does not run unless the cohort recorded a legal basis for its code. */
  readonly reads?: ReadonlyArray<string>
  readonly measure: Measure
  readonly least: number
}

/** How a ready-made rule or score is called and told; every part has a default. */
export interface Naming {
  readonly code?: Values.Code
  readonly disclosure?: Disclosure
}

/** A rule of one's own; `Reads` are the identity attributes that its people then have. */
export interface OwnRule<Reads extends string = never> {
  readonly code: Values.Code
  readonly disclosure: Disclosure
  /** Both by default. */
  readonly about?: About
  /** Identity attributes that it reads, of who agreed or where its recorded legal basis covers them; none by default. */
  readonly reads?: ReadonlyArray<Reads>
  /** Yes, no, or `undefined` where too little is known. */
  readonly judge: OfPair<Reads, boolean>
}

/** The same, of which whole rows are asked. */
export interface OwnRowsRule<Reads extends string = never> extends Omit<OwnRule<Reads>, 'judge'> {
  /** For each of the mentors yes, no, or `undefined` where too little is known. */
  readonly judge: OfRow<Reads, boolean>
}

const ofMeasure = <Reads extends string>(
  { reads = [], about = 'both', code: given, disclosure }: Omit<OwnRule<Reads>, 'judge'>,
  measure: Measure,
): Rule => ({
  ...{ code: code(given), disclosure, about, measure },
  ...(reads.length > 0 && { reads }),
  least: 1,
})

/** A rule of one's own, from a function of two people. An exception fails the run and names rule and pair. */
export const own = <Reads extends string = never>(rule: OwnRule<Reads>): Rule => {
  const judge = (...pair: Parameters<OfPair<Reads, boolean>>): number | undefined => {
    const verdict = rule.judge(...pair)
    return verdict === undefined ? undefined : Number(verdict)
  }
  return ofMeasure(rule, each<Reads>(judge, rule.reads))
}

/** The same from a function of one mentee and some mentors, so that what belongs to the mentee is found once. */
export const ownRows = <Reads extends string = never>(rule: OwnRowsRule<Reads>): Rule =>
  ofMeasure(rule, rows<Reads>(rule.judge, rule.reads))
