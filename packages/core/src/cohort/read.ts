import { Set } from 'immutable'
import type { EnrolmentId, PairingId, ParticipantId, SessionId } from '../values/id.ts'
import { later } from '../values/instant.ts'
import type { FeedbackGiven } from './event/exchange.ts'
import type { Claim, Cohort, Enrolment, Pair, Pairing, Person, Session } from './state/cohort.ts'
import { findPair, findPairing, inLightOfClose } from './state/find.ts'
import { partiesOfKey } from './state/pair-key.ts'
import { byTime } from './state/session-time.ts'
import { entriesOf, get, valuesOf } from './state/table.ts'

/** The pairing as it stands: a close ends whatever still lived. */
export const pairing = (cohort: Cohort, id: PairingId): Pairing | undefined =>
  findPairing(cohort, id)

/** All pairings as they stand, in no order that means anything. O(n). */
export const pairings = (cohort: Cohort): ReadonlyArray<Pairing> =>
  valuesOf(cohort.pairings).map((one) => inLightOfClose(cohort, one))

/** The pairings to which somebody is or was a party, as they stand. O(pairings). */
export const pairingsOf = (cohort: Cohort, participant: ParticipantId): ReadonlyArray<Pairing> =>
  pairings(cohort).filter(({ mentor, mentee }) => mentor === participant || mentee === participant)

const personInLight = (cohort: Cohort, one: Person): Person => {
  if (cohort.closedAt === undefined) return one
  const over = { enrolment: undefined, live: Set<PairingId>() }
  return { ...one, mentor: { ...one.mentor, ...over }, mentee: { ...one.mentee, ...over } }
}

/** Somebody who is or was enrolled, as they stand: after a close in no enrolment and no pairing. */
export const person = (cohort: Cohort, id: ParticipantId): Person | undefined => {
  const found = get(cohort.people, id)
  return found === undefined ? undefined : personInLight(cohort, found)
}

/** Everybody who is or was enrolled, as they stand, in no order that means anything. O(n). */
export const people = (cohort: Cohort): ReadonlyArray<Person> =>
  valuesOf(cohort.people).map((one) => personInLight(cohort, one))

const enrolmentInLight = (cohort: Cohort, one: Enrolment): Enrolment => ({
  ...one,
  endedAt: one.endedAt ?? cohort.closedAt,
})

/** The enrolment as it stands: a close ends it. */
export const enrolment = (cohort: Cohort, id: EnrolmentId): Enrolment | undefined => {
  const found = get(cohort.enrolments, id)
  return found === undefined ? undefined : enrolmentInLight(cohort, found)
}

/** All enrolments as they stand, in no order that means anything. O(n). */
export const enrolments = (cohort: Cohort): ReadonlyArray<Enrolment> =>
  valuesOf(cohort.enrolments).map((one) => enrolmentInLight(cohort, one))

const sessionInLight = (cohort: Cohort, one: Session): Session => {
  const of = one.status.value === 'open' ? findPairing(cohort, one.pairing) : undefined
  return of?._tag === 'Ended'
    ? { ...one, status: { value: 'void', at: later(one.status.at, of.at) } }
    : one
}

/** The session as it stands: void if the end of its pairing, or the close, left it open. */
export const session = (cohort: Cohort, id: SessionId): Session | undefined => {
  const found = get(cohort.sessions, id)
  return found === undefined ? undefined : sessionInLight(cohort, found)
}

/** All sessions as they stand, in no order that means anything. O(n). */
export const sessions = (cohort: Cohort): ReadonlyArray<Session> =>
  valuesOf(cohort.sessions).map((one) => sessionInLight(cohort, one))

/** The sessions of a pairing as they stand, by their planned start, else by when they began. */
export const sessionsOf = (cohort: Cohort, { sessions: ids }: Pairing): ReadonlyArray<Session> =>
  [...ids]
    .map((id) => session(cohort, id))
    .filter((one) => one !== undefined)
    .sort(byTime)

const pairInLight = (cohort: Cohort, one: Pair): Pair =>
  cohort.closedAt === undefined ? one : { ...one, live: undefined }

/** What is known of two people together, as it stands. It is private: show it to nobody. */
export const pair = (cohort: Cohort, a: ParticipantId, b: ParticipantId): Pair =>
  pairInLight(cohort, findPair(cohort, a, b))

/** Two people of whom something is known together, in the order of their ids. */
export interface KnownPair extends Pair {
  readonly first: ParticipantId
  readonly second: ParticipantId
}

/** All that is known of people two by two, as it stands, in no order that means anything. O(n). */
export const pairs = (cohort: Cohort): ReadonlyArray<KnownPair> =>
  entriesOf(cohort.pairs).flatMap(([key, one]): ReadonlyArray<KnownPair> => {
    const parties = partiesOfKey(key)
    return parties === undefined ? [] : [{ ...parties, ...pairInLight(cohort, one) }]
  })

/** The latest answer of each person to each question, in no order that means anything. O(n). */
export const feedback = (cohort: Cohort): ReadonlyArray<FeedbackGiven> => valuesOf(cohort.feedback)

/** The events that have an id of their own, in no order that means anything. O(n). */
export const claims = (cohort: Cohort): ReadonlyArray<Claim> => valuesOf(cohort.claims)
