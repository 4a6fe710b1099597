import * as t from 'io-ts'
import { Code } from '../../values/code.ts'
import { Zone } from '../../values/zone.ts'
import { described } from '../../values/described.ts'
import { fields } from '../../values/fields.ts'
import { list } from '../../values/list.ts'
import { word } from '../../values/word.ts'
import type { Plain } from '../../values/plain.ts'
import { CohortId, ParticipantId, ProgrammeId } from '../../values/id.ts'
import { Instant } from '../../values/instant.ts'
import { Days, Hours, Terms, Threshold } from '../../values/number.ts'
import { Role } from '../../values/actor.ts'
import { eventCodec } from './event-codec.ts'

const gates = fields(
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

/** What must be done before somebody can be matched, beside the line and the seniority, which are always asked. */
export interface Gates extends Plain<t.TypeOf<typeof gates>> {}
export const Gates: t.Type<Gates> = gates

const rules = fields(
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

/** The rules under which one cohort runs; they never change after the opening. */
export interface Rules extends Plain<t.TypeOf<typeof rules>> {}
export const Rules: t.Type<Rules> = rules

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

const matchingRule = fields(ruleFields, ruleOptions, 'MatchingRule')

/** A rule or score of the matching policy, as far as people may be told of it. */
export interface MatchingRule extends Plain<t.TypeOf<typeof matchingRule>> {}
export const MatchingRule: t.Type<MatchingRule> = matchingRule

const codeLists = fields(
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

/** Every list of codes that the cohort's other events draw from. */
export interface CodeLists extends Plain<t.TypeOf<typeof codeLists>> {}
export const CodeLists: t.Type<CodeLists> = codeLists

/** No codes at all, to be spread under a cohort's own lists. */
export const noCodes: CodeLists = {
  topics: [],
  goals: [],
  objectives: [],
  questions: [],
  themes: [],
  rules: [],
  policies: [],
}

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

/** A cohort begins, with its rules in force and all its code lists; who opens it is its first named coordinator. */
export const CohortOpened = eventCodec('CohortOpened', openingFields, {
  ...openingOptions,
  /** Opened when nobody was named: anybody in the role coordinates until somebody is. Written by the upcaster only. */
  anybodyCoordinates: t.literal(true),
})
export interface CohortOpened extends Plain<t.TypeOf<typeof CohortOpened>> {}

/** Who coordinates a cohort: 1 to 100 people, each named once. */
export const Coordinators = described(
  t.refinement(
    list(ParticipantId),
    (ids) => ids.length > 0 && ids.length <= 100 && new Set(ids).size === ids.length,
  ),
  {
    description: '1 to 100 people, each named once',
    minItems: 1,
    maxItems: 100,
    uniqueItems: true,
  },
)

export const coordinatorsFields = { coordinators: Coordinators }

/** These people coordinate the cohort from now on, and nobody else; in the order of their ids. */
export const CoordinatorsNamed = eventCodec('CoordinatorsNamed', coordinatorsFields, {})
export interface CoordinatorsNamed extends Plain<t.TypeOf<typeof CoordinatorsNamed>> {}

/** The lists of codes that may grow after the opening; none ever shrinks. */
export const GrowingList = word('topics', 'goals', 'objectives', 'questions', 'themes')
export type GrowingList = t.TypeOf<typeof GrowingList>

export const codesFields = { list: GrowingList, codes: list(Code) }

/** A list of codes has these too from now on. */
export const CodesExtended = eventCodec('CodesExtended', codesFields, {})
export interface CodesExtended extends Plain<t.TypeOf<typeof CodesExtended>> {}

/** A cohort is over; no pairing lives on. */
export const CohortClosed = eventCodec('CohortClosed', {}, {})
export interface CohortClosed extends Plain<t.TypeOf<typeof CohortClosed>> {}
