import type { Event } from '@reverse-mentoring/core'
import { faultIf, type Fault } from './broken.ts'
import type { Memory } from './memory.ts'
import { partOf } from './part-of.ts'

/** The id that an event takes for itself. */
const newId = (memory: Memory, event: Event.CohortEvent): string | undefined => {
  switch (event.type) {
    case 'Enrolled':
      return event.enrolment
    case 'MatchingRan':
      return memory.runs.has(event.run) ? partOf(event) : event.run
    case 'Matched':
      return event.pairing
    case 'SessionScheduled':
      return event.session
    case 'SessionHeld': {
      const isPlanned = memory.sessions.get(event.session)?.pairing === event.pairing
      return isPlanned ? undefined : event.session
    }
    case 'FeedbackGiven':
      return event.feedback
    case 'PracticeShared':
      return event.practice
    case 'CandidateNominated':
      return event.nomination
    case 'ConcernRaised':
      return event.concern
    case 'OutcomeObserved':
      return event.outcome
    case 'CohortOpened':
    case 'CoordinatorsNamed':
    case 'CodesExtended':
    case 'EnrolmentAmended':
    case 'BriefingCompleted':
    case 'ConflictDeclared':
    case 'ConflictLifted':
    case 'LinesRecorded':
    case 'PairsBarred':
    case 'ConsentGiven':
    case 'ConsentWithdrawn':
    case 'GoalsAgreed':
    case 'SessionRescheduled':
    case 'SessionCancelled':
    case 'SessionReopened':
    case 'PairingEnded':
    case 'ParticipantWithdrew':
    case 'ParticipantErased':
    case 'CohortClosed':
      return undefined
  }
}

const enrolmentFaults = (memory: Memory, event: Event.CohortEvent): ReadonlyArray<Fault> => {
  if (event.type === 'Enrolled' || !('enrolment' in event)) return []
  const enrolment = memory.enrolments.get(event.enrolment)
  return [
    ...faultIf(enrolment === undefined, 'INV26', 'of an unknown enrolment'),
    ...faultIf(enrolment?.over === true, 'INV26', 'of an enrolment that is over'),
  ]
}

const pairingFaults = (memory: Memory, event: Event.CohortEvent): ReadonlyArray<Fault> => {
  if (event.type === 'Matched' || !('pairing' in event)) return []
  return faultIf(!memory.pairings.has(event.pairing), 'INV26', 'of an unknown pairing')
}

const sessionFaults = (memory: Memory, event: Event.CohortEvent): ReadonlyArray<Fault> => {
  const isNew = event.type === 'SessionScheduled' || event.type === 'SessionHeld'
  if (isNew || !('session' in event)) return []
  return faultIf(!memory.sessions.has(event.session), 'INV26', 'of an unknown session')
}

const personFaults = (memory: Memory, event: Event.CohortEvent): ReadonlyArray<Fault> => {
  const by = memory.people.get(event.by.id)
  const isErased = by?.erased === true
  const isErasure = event.type === 'ParticipantErased'
  const about = 'participant' in event ? memory.people.get(event.participant) : undefined
  const isStranger = event.by.role === 'participant' && by === undefined
  const isAboutNobody = 'participant' in event && about === undefined
  const joins = event.type === 'Enrolled'
  const namesErased =
    event.type === 'CoordinatorsNamed' &&
    event.coordinators.some((id) => memory.people.get(id)?.erased === true)
  return [
    ...faultIf(isStranger && !joins, 'INV26', 'said by somebody who was never enrolled'),
    ...faultIf(isAboutNobody && !joins, 'INV26', 'about somebody who was never enrolled'),
    ...faultIf(isErased && !isErasure, 'INV26', 'said by somebody who was erased'),
    ...faultIf(about?.erased === true || namesErased, 'INV26', 'about somebody who was erased'),
  ]
}

/** INV26: what refers to something unknown, taken or over is nonsense; folds ignore it, and it is named here. */
export const referenceFaults = (memory: Memory, event: Event.CohortEvent): ReadonlyArray<Fault> => {
  const isOpening = event.type === 'CohortOpened'
  const isOpened = memory.opened !== undefined
  const id = newId(memory, event)
  return [
    ...faultIf(!isOpening && !isOpened, 'INV26', 'of a cohort that was not opened'),
    ...faultIf(isOpening && isOpened, 'INV26', 'opened twice'),
    ...faultIf(id !== undefined && memory.taken.has(id), 'INV26', 'the id is taken'),
    ...enrolmentFaults(memory, event),
    ...pairingFaults(memory, event),
    ...sessionFaults(memory, event),
    ...personFaults(memory, event),
  ]
}

/** An answer, a practice, a nomination, a concern and an outcome take their id, and tell nothing else. */
export const rememberId = (memory: Memory, event: Event.CohortEvent): void => {
  const isExchange =
    event.type === 'FeedbackGiven' ||
    event.type === 'PracticeShared' ||
    event.type === 'CandidateNominated' ||
    event.type === 'ConcernRaised' ||
    event.type === 'OutcomeObserved'
  const id = isExchange ? newId(memory, event) : undefined
  if (id !== undefined) memory.taken.add(id)
}
