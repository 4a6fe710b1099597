import type { Event, Values } from '@reverse-mentoring/core'
import { faultIf, type Fault } from './broken.ts'
import { roleIn, type Memory } from './memory.ts'
import { isScheduled } from './scheduler-rules.ts'

type Of<T extends Event.EventType> = Extract<Event.CohortEvent, { readonly type: T }>

/** Whether the actor may cause the event; consents and cancellations have rules of their own. */
type Judges = {
  readonly [T in Event.EventType]: (
    event: Of<T>,
    memory: Memory,
    next: Event.CohortEvent | undefined,
  ) => boolean
}

const ruled = (): boolean => true
const as =
  (...roles: ReadonlyArray<Values.Actor['role']>) =>
  ({ by }: Event.CohortEvent): boolean =>
    roles.includes(by.role)

const isOneself = ({ by }: Event.CohortEvent, participant: Values.ParticipantId): boolean =>
  by.role === 'participant' && by.id === participant

const isParty = (event: Event.CohortEvent, memory: Memory, id: Values.PairingId): boolean => {
  const pairing = memory.pairings.get(id)
  // What is about nothing known is nonsense anyhow (INV26).
  return (
    pairing === undefined ||
    (event.by.role === 'participant' && roleIn(pairing, event.by.id) !== undefined)
  )
}

const ownerOf = (memory: Memory, id: Values.EnrolmentId) => memory.enrolments.get(id)?.participant

const ofSession = (
  event: Of<'SessionRescheduled' | 'SessionReopened'>,
  memory: Memory,
): boolean => {
  const session = memory.sessions.get(event.session)
  return session === undefined || isParty(event, memory, session.pairing)
}

/** Of what is open there is no record to take back, and so nobody whose it is. */
const takesBack = (event: Of<'SessionReopened'>, memory: Memory): boolean => {
  const record = memory.sessions.get(event.session)?.record
  return ofSession(event, memory) && (record === undefined || record.by.id === event.by.id)
}

const ofEnrolment = (
  event: Of<'EnrolmentAmended' | 'ParticipantWithdrew'>,
  memory: Memory,
): boolean => {
  const owner = ownerOf(memory, event.enrolment)
  return owner === undefined || isOneself(event, owner)
}

const enrols = (event: Of<'Enrolled'>): boolean => {
  const { by, participant, seniority, chain, direct, waitingSince, external } = event
  if (by.role !== 'participant') return by.role === 'system' || by.id !== participant
  const statesMore = [seniority, chain, direct, waitingSince].some((stated) => stated !== undefined)
  return by.id === participant && !statesMore && !external
}

const briefs = (event: Of<'BriefingCompleted'>, memory: Memory): boolean => {
  if (event.by.role !== 'participant') return event.by.role === 'coordinator'
  const mentor = memory.people.get(event.by.id)?.mentor
  const isOwn = ownerOf(memory, event.enrolment) === event.by.id
  return mentor?.briefed === true && mentor.standing !== undefined && !isOwn
}

const matches = (event: Of<'Matched'>, memory: Memory): boolean => {
  if (event.run !== undefined) return as('coordinator', 'system')(event)
  // In what the two differ the directory knows, and no mentee.
  const chooses =
    memory.opened?.rules.selfMatch === true &&
    isOneself(event, event.mentee) &&
    event.differs === undefined
  return event.by.role === 'coordinator' || chooses
}

const answers = (event: Of<'FeedbackGiven'>, memory: Memory): boolean => {
  if (event.pairing !== undefined) return isParty(event, memory, event.pairing)
  const person = memory.people.get(event.by.id)
  const isEnrolled = person?.mentor.standing !== undefined || person?.mentee.standing !== undefined
  return event.by.role === 'participant' && isEnrolled
}

const wasMentor = (event: Event.CohortEvent, memory: Memory): boolean =>
  event.by.role === 'participant' && memory.people.get(event.by.id)?.mentor.ever === true

const againstAnother = ({ by, against }: Of<'ConflictDeclared' | 'ConflictLifted'>): boolean =>
  by.role === 'participant' && by.id !== against

/** A lapse is the system's, and after the deadline. */
const ends = (event: Of<'PairingEnded'>, memory: Memory): boolean => {
  if (event.reason !== 'lapsed') return as('coordinator', 'system')(event)
  const deadline = memory.pairings.get(event.pairing)?.deadline
  return event.by.role === 'system' && (deadline === undefined || event.at >= deadline)
}

const judges: Judges = {
  CohortOpened: as('coordinator'),
  CoordinatorsNamed: as('coordinator', 'system'),
  CodesExtended: as('coordinator'),
  Enrolled: enrols,
  EnrolmentAmended: (event, memory) =>
    as('coordinator', 'system')(event) ||
    (ofEnrolment(event, memory) && event.seniority === undefined),
  BriefingCompleted: briefs,
  ConflictDeclared: againstAnother,
  ConflictLifted: againstAnother,
  LinesRecorded: as('coordinator', 'system'),
  PairsBarred: as('system'),
  MatchingRan: as('coordinator', 'system'),
  Matched: matches,
  ConsentGiven: ruled,
  ConsentWithdrawn: ruled,
  GoalsAgreed: (event, memory) => isParty(event, memory, event.pairing),
  SessionScheduled: (event, memory, next) =>
    isParty(event, memory, event.pairing) && isScheduled(memory, event, next),
  SessionRescheduled: (event, memory, next) =>
    ofSession(event, memory) && isScheduled(memory, event, next),
  SessionHeld: (event, memory, next) =>
    isParty(event, memory, event.pairing) && isScheduled(memory, event, next),
  SessionCancelled: ruled,
  SessionReopened: (event, memory) => event.by.role === 'coordinator' || takesBack(event, memory),
  FeedbackGiven: answers,
  PracticeShared: wasMentor,
  CandidateNominated: wasMentor,
  ConcernRaised: as('participant'),
  PairingEnded: ends,
  ParticipantWithdrew: (event, memory) =>
    event.by.role === 'coordinator' || ofEnrolment(event, memory),
  ParticipantErased: (event) =>
    as('coordinator', 'system')(event) || isOneself(event, event.participant),
  OutcomeObserved: as('coordinator', 'system'),
  CohortClosed: as('coordinator'),
}

const judge = <T extends Event.EventType>(
  type: T,
  event: Of<T>,
  memory: Memory,
  next: Event.CohortEvent | undefined,
): boolean => judges[type](event, memory, next)

const lacksConsent = (event: Event.CohortEvent, { people }: Memory): boolean =>
  event.type === 'OutcomeObserved' && people.get(event.participant)?.outcomes !== true

/**
 * INV41: the actor of every event is one who may cause it; and an outcome is observed of who agreed to that. Who may plan
 * a meeting shows in the event after, where that is of the same meeting.
 */
export const actorFaults = (
  memory: Memory,
  event: Event.CohortEvent,
  next: Event.CohortEvent | undefined,
): ReadonlyArray<Fault> => [
  ...faultIf(
    !judge(event.type, event, memory, next),
    'INV41',
    'said by somebody who may not say it',
  ),
  ...faultIf(lacksConsent(event, memory), 'INV41', 'an outcome of somebody who did not agree'),
]
