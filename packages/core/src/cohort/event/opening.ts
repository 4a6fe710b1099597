import * as t from 'io-ts'
import { Code, Zone } from '../../values/code.ts'
import { fields, list, word, type Plain } from '../../values/fields.ts'
import { CohortId, ProgrammeId } from '../../values/id.ts'
import { Instant } from '../../values/instant.ts'
import { Days, Hours, Terms, Threshold } from '../../values/number.ts'
import { Role } from '../../values/actor.ts'
import { event } from './stamp.ts'

/** What must be done before somebody can be matched, beside the line and the seniority, which are always asked. */
export const Gates = fields(
  {
    /** The person has acknowledged what the programme is for. */
    purpose: t.boolean,
    /** Who must have done the briefing. */
    briefing: list(Role),
  },
  {
    /** The least hours a month that must be committed. */
    hours: Hours,
  },
  'Gates',
)
export type Gates = Plain<t.TypeOf<typeof Gates>>

/** The rules under which one cohort runs; they never change after the opening. */
export const Rules = fields(
  {
    /** Who is asked first: the mentee, or both at once. */
    consultation: word('mentee-first', 'together'),
    /** Days that a proposal waits for both answers. */
    answerDays: Days,
    /** Days between two sessions of a pairing. */
    cadenceDays: Days,
    /** Sessions that a pairing plans for the whole cohort. */
    plannedSessions: Threshold,
    /** Sessions that make a pairing complete. */
    leastSessions: Threshold,
    /** Cancellations in a row that flag a pairing. */
    stallThreshold: Threshold,
    /** Who schedules, moves and records sessions of one pairing. */
    scheduler: word('either', 'mentor', 'mentee'),
    /** Whether a mentee may propose a pairing. */
    selfMatch: t.boolean,
    /** Whether two people with the same first manager may be paired. */
    sameManager: word('allowed', 'forbidden'),
    gates: Gates,
    /** The smallest group whose figures are published. */
    k: Threshold,
  },
  {},
  'Rules',
)
export type Rules = Plain<t.TypeOf<typeof Rules>>

export const ruleFields = {
  code: Code,
  /** Who may be told that the rule spoke for the pair. */
  disclosure: word('both', 'self', 'none'),
}
export const ruleOptions = {
  /** Why identity attributes may be read without each person's consent. */
  legalBasis: Code,
  /** The identity attributes that the legal basis covers. */
  attributes: list(Code),
  /** Whether a missing attribute excludes; only with a legal basis. */
  unknownExcludes: t.boolean,
}

/** A rule or score of the matching policy, as far as people may be told of it. */
export const MatchingRule = fields(ruleFields, ruleOptions, 'MatchingRule')
export type MatchingRule = Plain<t.TypeOf<typeof MatchingRule>>

/** Every list of codes that the cohort's other events draw from. */
export const CodeLists = fields(
  {
    topics: list(Code),
    goals: list(Code),
    objectives: list(Code),
    questions: list(Code),
    themes: list(Code),
    rules: list(MatchingRule),
    policies: list(Code),
  },
  {},
  'CodeLists',
)
export type CodeLists = Plain<t.TypeOf<typeof CodeLists>>

export const openingFields = {
  cohort: CohortId,
  programme: ProgrammeId,
  zone: Zone,
  start: Instant,
  plannedEnd: Instant,
  mode: word('reverse', 'reciprocal'),
  terms: Terms,
  rules: Rules,
  codes: CodeLists,
}
export const openingOptions = {
  /** The earlier cohort that this one goes on from. */
  continues: CohortId,
}

/** A cohort begins, with its rules in force and all its code lists. */
export const CohortOpened = event('CohortOpened', openingFields, openingOptions)
export type CohortOpened = Plain<t.TypeOf<typeof CohortOpened>>

/** A cohort is over; no pairing lives on. */
export const CohortClosed = event('CohortClosed', {}, {})
export type CohortClosed = Plain<t.TypeOf<typeof CohortClosed>>
