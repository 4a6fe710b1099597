import { Cohort, type Command, type Values } from '@reverse-mentoring/core'
import { code, id, type Ids } from '../scene/ids.ts'
import { at, self, the } from '../scene/the.ts'
import { pick, type Choice } from './choice.ts'

/** Everybody who may turn up in a walk; the first half are juniors. */
export const people = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => id('participant', n))

/** The cohort of every walk. */
export const cohort = the.cohort

/** The n-th participant, around and around. */
export const person = (n: number): Values.ParticipantId => pick(people, n) ?? the.mentor

/** Codes that the cohorts of all walks list; the last one no cohort does. */
export const topics = ['data', 'design', 'gaming'].map(code)
export const unheardOf = code('unheard-of')

/** One or two topics, seldom one that is not listed. */
export const someTopics = (n: number): ReadonlyArray<Values.Code> =>
  n === 99 ? [unheardOf] : topics.slice(n % 3, 1 + (n % 3) + (n % 2))

/** Where a walk stands, and what it may choose from there. */
export interface Position {
  readonly cohort: Cohort.Cohort
  /** Hours since the scene began. */
  readonly clock: number
  readonly choice: Choice
}

/** Mostly somebody who is named to coordinate; now and then the opener, whoever is. */
const coordinating = ({ cohort: state, choice }: Position): Values.Actor => {
  const named = Cohort.coordinatorsOf(state) ?? []
  const one = choice.odd % 20 === 19 ? undefined : pick(named, choice.who)
  return one === undefined ? the.coordinator : { role: 'coordinator', id: one }
}

/** How a command is said by somebody now; for the coordinator stands whoever coordinates. */
export const stamp = (by: Values.Actor, position: Position) => ({
  cohort,
  at: at(position.clock),
  by: by === the.coordinator ? coordinating(position) : by,
})

/** A command of a walk, or none where there is nothing to say it about. */
export type Maker = (position: Position) => Command.Command | undefined

/** The pairings as they stand, with these tags. */
export const pairings = (
  state: Cohort.Cohort,
  ...tags: ReadonlyArray<Cohort.Pairing['_tag']>
): ReadonlyArray<Cohort.Pairing> => Cohort.pairings(state).filter(({ _tag }) => tags.includes(_tag))

/** A party of a pairing. */
export const party = ({ mentor, mentee }: Cohort.Pairing, n: number): Values.Actor =>
  self(n % 2 === 0 ? mentee : mentor)

/** The enrolments that stand, or stood until the close; or all of them. */
export const enrolments = (
  state: Cohort.Cohort,
  onlyStanding = true,
): ReadonlyArray<Cohort.Enrolment> =>
  Cohort.enrolments(state).filter(
    ({ endedAt }) => !onlyStanding || endedAt === undefined || endedAt === state.closedAt,
  )

/** Mostly somebody who is enrolled, at all or in a role; now and then anybody. */
export const somebody = (
  { cohort: state }: Position,
  n: number,
  role?: Values.Role,
): Values.ParticipantId => {
  const here = enrolments(state).filter(
    ({ enrolled }) => role === undefined || enrolled.role === role,
  )
  return n % 9 === 8 ? person(n) : (pick(here, n)?.enrolled.participant ?? person(n))
}

/** The sessions with these statuses; those that an end left open are still said to be so. */
export const sessions = (
  state: Cohort.Cohort,
  ...statuses: ReadonlyArray<Cohort.Session['status']['value']>
): ReadonlyArray<Cohort.Session> =>
  Cohort.sessions(state).filter(({ status }) =>
    statuses.includes(status.value === 'void' ? 'open' : status.value),
  )

/** The next free id of a kind, and now and then one that is taken. */
export const next = <Kind extends keyof Ids>(kind: Kind, used: number, n: number): Ids[Kind] =>
  id(kind, n % 17 === 16 ? 1 + (n % (used + 1)) : used + 1)

/** Those who may act for the programme. */
export const officer = (n: number): Values.Actor => (n % 2 === 0 ? the.coordinator : the.system)
