import type { Event, Matching, Values } from '@reverse-mentoring/core'
import { each } from '../measure/each.ts'
import type { Measure } from '../measure/measure.ts'

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
  readonly measure: Measure
  readonly least: number
}

/** How a ready-made rule or score is called and told; every part has a default. */
export interface Naming {
  readonly code?: Values.Code
  readonly disclosure?: Disclosure
}

export interface OwnRule {
  readonly code: Values.Code
  readonly disclosure: Disclosure
  /** Both by default. */
  readonly about?: About
  /** Yes, no, or `undefined` where too little is known. */
  readonly judge: (
    mentor: Matching.Candidate,
    mentee: Matching.Candidate,
    asOf: Values.Instant,
  ) => boolean | undefined
}

/** A rule of one's own, from a function of two people. An exception fails the run and names rule and pair. */
export const own = ({ judge, about = 'both', ...rule }: OwnRule): Rule => ({
  ...rule,
  about,
  measure: each((mentor, mentee, asOf) => {
    const verdict = judge(mentor, mentee, asOf)
    return verdict === undefined ? undefined : Number(verdict)
  }),
  least: 1,
})
