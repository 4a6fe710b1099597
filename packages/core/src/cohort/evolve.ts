import type { CohortEvent } from './event/event.ts'
import {
  briefingCompleted,
  enrolled,
  enrolmentAmended,
  participantErased,
  participantWithdrew,
} from './evolve/enrolment.ts'
import {
  candidateNominated,
  concernRaised,
  feedbackGiven,
  outcomeObserved,
  practiceShared,
} from './evolve/exchange.ts'
import {
  consentGiven,
  consentWithdrawn,
  goalsAgreed,
  matched,
  matchingRan,
  pairingEnded,
} from './evolve/pairing.ts'
import { conflictDeclared, conflictLifted, linesRecorded, pairsBarred } from './evolve/relation.ts'
import {
  sessionCancelled,
  sessionHeld,
  sessionReopened,
  sessionRescheduled,
  sessionScheduled,
} from './evolve/session.ts'
import { noCohort, type Cohort } from './state/cohort.ts'
import { ownedTable, settle } from './state/table.ts'

/** Whether an event has effect after the close (INV21). */
const outlivesClose = (closedAt: string, event: CohortEvent): boolean => {
  switch (event.type) {
    case 'FeedbackGiven':
    case 'OutcomeObserved':
    case 'PracticeShared':
    case 'CandidateNominated':
    case 'ConcernRaised':
    case 'ParticipantErased':
      return true
    case 'ConsentGiven':
    case 'ConsentWithdrawn':
      return event.purpose !== 'pairing'
    case 'SessionHeld':
      return event.began <= closedAt
    case 'CohortOpened':
    case 'Enrolled':
    case 'EnrolmentAmended':
    case 'BriefingCompleted':
    case 'ConflictDeclared':
    case 'ConflictLifted':
    case 'LinesRecorded':
    case 'PairsBarred':
    case 'MatchingRan':
    case 'Matched':
    case 'GoalsAgreed':
    case 'SessionScheduled':
    case 'SessionRescheduled':
    case 'SessionCancelled':
    case 'SessionReopened':
    case 'PairingEnded':
    case 'ParticipantWithdrew':
    case 'CohortClosed':
      return false
  }
}

/**
 * The cohort after one more event. Total: what refers to something unknown, taken or over changes nothing, and no
 * rule is checked again. O(log n).
 */
export const evolve = (cohort: Cohort, event: CohortEvent): Cohort => {
  if (cohort.opened === undefined) {
    return event.type === 'CohortOpened' ? { ...cohort, opened: event } : cohort
  }
  if (cohort.closedAt !== undefined && !outlivesClose(cohort.closedAt, event)) return cohort
  switch (event.type) {
    case 'CohortOpened':
      return cohort
    case 'CohortClosed':
      return { ...cohort, closedAt: event.at }
    case 'Enrolled':
      return enrolled(cohort, event)
    case 'EnrolmentAmended':
      return enrolmentAmended(cohort, event)
    case 'BriefingCompleted':
      return briefingCompleted(cohort, event)
    case 'ParticipantWithdrew':
      return participantWithdrew(cohort, event)
    case 'ParticipantErased':
      return participantErased(cohort, event)
    case 'ConflictDeclared':
      return conflictDeclared(cohort, event)
    case 'ConflictLifted':
      return conflictLifted(cohort, event)
    case 'LinesRecorded':
      return linesRecorded(cohort, event)
    case 'PairsBarred':
      return pairsBarred(cohort, event)
    case 'MatchingRan':
      return matchingRan(cohort, event)
    case 'Matched':
      return matched(cohort, event)
    case 'ConsentGiven':
      return consentGiven(cohort, event)
    case 'ConsentWithdrawn':
      return consentWithdrawn(cohort, event)
    case 'GoalsAgreed':
      return goalsAgreed(cohort, event)
    case 'PairingEnded':
      return pairingEnded(cohort, event)
    case 'SessionScheduled':
      return sessionScheduled(cohort, event)
    case 'SessionRescheduled':
      return sessionRescheduled(cohort, event)
    case 'SessionHeld':
      return sessionHeld(cohort, event)
    case 'SessionCancelled':
      return sessionCancelled(cohort, event)
    case 'SessionReopened':
      return sessionReopened(cohort, event)
    case 'FeedbackGiven':
      return feedbackGiven(cohort, event)
    case 'PracticeShared':
      return practiceShared(cohort, event)
    case 'CandidateNominated':
      return candidateNominated(cohort, event)
    case 'ConcernRaised':
      return concernRaised(cohort, event)
    case 'OutcomeObserved':
      return outcomeObserved(cohort, event)
  }
}

/** A cohort that only one fold holds: its tables change in place. */
const ownedCohort = (): Cohort => ({
  ...noCohort,
  people: ownedTable(),
  enrolments: ownedTable(),
  pairs: ownedTable(),
  pairings: ownedTable(),
  sessions: ownedTable(),
  feedback: ownedTable(),
  claims: ownedTable(),
})

const settled = (cohort: Cohort): Cohort => ({
  ...cohort,
  people: settle(cohort.people),
  enrolments: settle(cohort.enrolments),
  pairs: settle(cohort.pairs),
  pairings: settle(cohort.pairings),
  sessions: settle(cohort.sessions),
  feedback: settle(cohort.feedback),
  claims: settle(cohort.claims),
})

/** The cohort that a whole history leads to: as event by event, but nothing is copied on the way. O(n). */
export const foldCohort = (events: Iterable<CohortEvent>): Cohort => {
  let cohort = ownedCohort()
  for (const event of events) cohort = evolve(cohort, event)
  return settled(cohort)
}

/** The cohort after some more events. O(m log n). */
export const evolveAll = (from: Cohort, events: Iterable<CohortEvent>): Cohort => {
  let cohort = from
  for (const event of events) cohort = evolve(cohort, event)
  return cohort
}
