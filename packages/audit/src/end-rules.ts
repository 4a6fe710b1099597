import type { Event, Values } from '@reverse-mentoring/core'
import { faultIf, type Fault } from './broken.ts'
import { overSince, type Memory } from './memory.ts'

/** The pairing that an event would act on; feedback looks back, and a held session may be recorded late. */
const actsOn = (memory: Memory, event: Event.CohortEvent): Values.PairingId | undefined => {
  switch (event.type) {
    case 'Matched':
    case 'GoalsAgreed':
    case 'PairingEnded':
    case 'SessionScheduled':
      return event.pairing
    case 'ConsentGiven':
    case 'ConsentWithdrawn':
      return event.purpose === 'pairing' ? event.pairing : undefined
    case 'SessionRescheduled':
    case 'SessionCancelled':
    case 'SessionReopened':
      return memory.sessions.get(event.session)?.pairing
    case 'CohortOpened':
    case 'Enrolled':
    case 'EnrolmentAmended':
    case 'BriefingCompleted':
    case 'ConflictDeclared':
    case 'ConflictLifted':
    case 'LinesRecorded':
    case 'PairsBarred':
    case 'MatchingRan':
    case 'SessionHeld':
    case 'FeedbackGiven':
    case 'PracticeShared':
    case 'CandidateNominated':
    case 'ConcernRaised':
    case 'ParticipantWithdrew':
    case 'ParticipantErased':
    case 'OutcomeObserved':
    case 'CohortClosed':
      return undefined
  }
}

/** Whether the event is one of those that have effect after the close (INV21). */
export const mayFollowClose = (closedAt: string, event: Event.CohortEvent): boolean => {
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

/** INV13, INV21 and INV27: what is over stays over, whatever ended it. */
export const endFaults = (memory: Memory, event: Event.CohortEvent): ReadonlyArray<Fault> => {
  const id = actsOn(memory, event)
  const pairing = id === undefined ? undefined : memory.pairings.get(id)
  const isOver = pairing !== undefined && overSince(memory, pairing) !== undefined
  const { closedAt } = memory
  const isLate = closedAt !== undefined && !mayFollowClose(closedAt, event)
  return [
    ...faultIf(isOver, 'INV13', 'the pairing is over'),
    ...faultIf(isLate, 'INV21', 'the cohort is closed'),
    ...faultIf(pairing?.end?.byLine === true, 'INV27', 'a line has ended the proposal'),
  ]
}
