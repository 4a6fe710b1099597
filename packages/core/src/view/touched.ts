import type { CohortEvent } from '../cohort/event/event.ts'
import type { Cohort, Pairing, Person } from '../cohort/state/cohort.ts'
import { findPair } from '../cohort/state/find.ts'
import type { EnrolmentId, PairingId, ParticipantId, SessionId } from '../values/id.ts'
import { get } from '../cohort/state/table.ts'

const livingOf = (person: Person | undefined): ReadonlyArray<PairingId> =>
  person === undefined ? [] : [...person.mentor.live, ...person.mentee.live]

const ofPeople = (
  cohort: Cohort,
  participants: ReadonlyArray<ParticipantId>,
): ReadonlyArray<PairingId> => participants.flatMap((id) => livingOf(get(cohort.people, id)))

const ofEnrolment = (cohort: Cohort, id: EnrolmentId): ReadonlyArray<PairingId> => {
  const enrolled = get(cohort.enrolments, id)?.enrolled
  return enrolled === undefined ? [] : ofPeople(cohort, [enrolled.participant])
}

const ofSession = (cohort: Cohort, id: SessionId): ReadonlyArray<PairingId> => {
  const session = get(cohort.sessions, id)
  return session === undefined ? [] : [session.pairing]
}

/** The pairings whose state an event may have changed: as they were before it, for it may end them. */
export const touchedPairings = (event: CohortEvent, before: Cohort): ReadonlyArray<PairingId> => {
  switch (event.type) {
    case 'Matched':
    case 'GoalsAgreed':
    case 'PairingEnded':
    case 'SessionScheduled':
    case 'SessionHeld':
      return [event.pairing]
    case 'ConsentGiven':
    case 'ConsentWithdrawn':
      return event.purpose === 'pairing' ? [event.pairing] : []
    case 'SessionRescheduled':
    case 'SessionCancelled':
    case 'SessionReopened':
      return ofSession(before, event.session)
    case 'EnrolmentAmended':
    case 'ParticipantWithdrew':
      return ofEnrolment(before, event.enrolment)
    case 'Enrolled':
    case 'ParticipantErased':
      return ofPeople(before, [event.participant])
    case 'LinesRecorded':
      return ofPeople(
        before,
        event.lines.map(({ participant }) => participant),
      )
    case 'ConflictDeclared': {
      const { live } = findPair(before, event.by.id, event.against)
      return live === undefined ? [] : [live]
    }
    case 'CohortOpened':
    case 'CoordinatorsNamed':
    case 'CodesExtended':
    case 'BriefingCompleted':
    case 'ConflictLifted':
    case 'PairsBarred':
    case 'MatchingRan':
    case 'FeedbackGiven':
    case 'PracticeShared':
    case 'CandidateNominated':
    case 'ConcernRaised':
    case 'OutcomeObserved':
    case 'CohortClosed':
      return []
  }
}

/** The keys of a pairing's rows where each of its parties has one. */
export const keysByParty = (pairing: Pairing | undefined): ReadonlyArray<string> =>
  pairing === undefined
    ? []
    : [`${pairing.mentor} ${pairing.pairing}`, `${pairing.mentee} ${pairing.pairing}`]

/** The people about whom an event may have changed something, beside the parties of the touched pairings. */
export const namedPeople = (event: CohortEvent, before: Cohort): ReadonlyArray<ParticipantId> => {
  switch (event.type) {
    case 'Enrolled':
    case 'ParticipantErased':
      return [event.participant]
    case 'EnrolmentAmended':
    case 'BriefingCompleted':
    case 'ParticipantWithdrew': {
      const enrolled = get(before.enrolments, event.enrolment)?.enrolled
      return enrolled === undefined ? [] : [enrolled.participant]
    }
    case 'LinesRecorded':
      return event.lines.map(({ participant }) => participant)
    case 'MatchingRan':
      return event.unmatched.map(({ participant }) => participant)
    case 'ConsentGiven':
    case 'ConsentWithdrawn':
      return [event.by.id]
    case 'CohortOpened':
    case 'CoordinatorsNamed':
    case 'CodesExtended':
    case 'ConflictDeclared':
    case 'ConflictLifted':
    case 'PairsBarred':
    case 'Matched':
    case 'GoalsAgreed':
    case 'SessionScheduled':
    case 'SessionRescheduled':
    case 'SessionHeld':
    case 'SessionCancelled':
    case 'SessionReopened':
    case 'FeedbackGiven':
    case 'PracticeShared':
    case 'CandidateNominated':
    case 'ConcernRaised':
    case 'PairingEnded':
    case 'OutcomeObserved':
    case 'CohortClosed':
      return []
  }
}

/** Everybody about whom an event may have changed something. */
export const touchedPeople = (
  event: CohortEvent,
  before: Cohort,
  after: Cohort,
): ReadonlyArray<ParticipantId> => {
  const pairings = touchedPairings(event, before)
    .map((id) => get(after.pairings, id))
    .filter((pairing): pairing is Pairing => pairing !== undefined)
  return [
    ...namedPeople(event, before),
    ...pairings.flatMap(({ mentor, mentee }) => [mentor, mentee]),
  ]
}
