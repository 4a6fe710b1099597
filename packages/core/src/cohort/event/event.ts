import type { Instant } from '../../values/instant.ts'
import { ConsentGiven, ConsentWithdrawn } from './consent.ts'
import {
  BriefingCompleted,
  Enrolled,
  EnrolmentAmended,
  ParticipantErased,
  ParticipantWithdrew,
} from './enrolment.ts'
import {
  CandidateNominated,
  ConcernRaised,
  FeedbackGiven,
  OutcomeObserved,
  PracticeShared,
} from './exchange.ts'
import { CodesExtended, CohortClosed, CohortOpened, CoordinatorsNamed } from './opening.ts'
import { GoalsAgreed, Matched, MatchingRan, PairingEnded } from './pairing.ts'
import { ConflictDeclared, ConflictLifted, LinesRecorded, PairsBarred } from './relation.ts'
import {
  SessionCancelled,
  SessionHeld,
  SessionReopened,
  SessionRescheduled,
  SessionScheduled,
} from './session.ts'

/** The codec of every event, under its stored name. */
export const events = {
  CohortOpened,
  CoordinatorsNamed,
  CodesExtended,
  Enrolled,
  EnrolmentAmended,
  BriefingCompleted,
  ConflictDeclared,
  ConflictLifted,
  LinesRecorded,
  PairsBarred,
  MatchingRan,
  Matched,
  ConsentGiven,
  ConsentWithdrawn,
  GoalsAgreed,
  SessionScheduled,
  SessionRescheduled,
  SessionHeld,
  SessionCancelled,
  SessionReopened,
  FeedbackGiven,
  PracticeShared,
  CandidateNominated,
  ConcernRaised,
  PairingEnded,
  ParticipantWithdrew,
  ParticipantErased,
  OutcomeObserved,
  CohortClosed,
} as const

/** Everything that can happen in the life of a cohort. */
export type CohortEvent =
  | CohortOpened
  | CoordinatorsNamed
  | CodesExtended
  | Enrolled
  | EnrolmentAmended
  | BriefingCompleted
  | ConflictDeclared
  | ConflictLifted
  | LinesRecorded
  | PairsBarred
  | MatchingRan
  | Matched
  | ConsentGiven
  | ConsentWithdrawn
  | GoalsAgreed
  | SessionScheduled
  | SessionRescheduled
  | SessionHeld
  | SessionCancelled
  | SessionReopened
  | FeedbackGiven
  | PracticeShared
  | CandidateNominated
  | ConcernRaised
  | PairingEnded
  | ParticipantWithdrew
  | ParticipantErased
  | OutcomeObserved
  | CohortClosed

/** The stored name of an event. */
export type EventType = CohortEvent['type']

/** Every event by its stored name. */
export type EventsByType = { readonly [E in CohortEvent as E['type']]: E }

type AfterClose<E> = boolean | ((event: E, closedAt: Instant) => boolean)

const aboutNoPairing = ({ purpose }: ConsentGiven | ConsentWithdrawn): boolean =>
  purpose !== 'pairing'

/** Which events have effect after the close, and which of their kind (INV21). */
const afterClose: { readonly [T in EventType]: AfterClose<EventsByType[T]> } = {
  CohortOpened: false,
  CoordinatorsNamed: true,
  CodesExtended: false,
  Enrolled: false,
  EnrolmentAmended: false,
  BriefingCompleted: false,
  ConflictDeclared: false,
  ConflictLifted: false,
  LinesRecorded: false,
  PairsBarred: false,
  MatchingRan: false,
  Matched: false,
  ConsentGiven: aboutNoPairing,
  ConsentWithdrawn: aboutNoPairing,
  GoalsAgreed: false,
  SessionScheduled: false,
  SessionRescheduled: false,
  SessionHeld: ({ began }, closedAt) => began <= closedAt,
  SessionCancelled: false,
  SessionReopened: false,
  FeedbackGiven: true,
  PracticeShared: true,
  CandidateNominated: true,
  ConcernRaised: true,
  PairingEnded: false,
  ParticipantWithdrew: false,
  ParticipantErased: true,
  OutcomeObserved: true,
  CohortClosed: false,
}

const hasEffect = <T extends EventType>(
  type: T,
  event: EventsByType[T],
  closedAt: Instant,
): boolean => {
  const rule: AfterClose<EventsByType[T]> = afterClose[type]
  return typeof rule === 'boolean' ? rule : rule(event, closedAt)
}

/** Whether an event has effect although its cohort was closed before (INV21). */
export const outlivesClose = (event: CohortEvent, closedAt: Instant): boolean =>
  hasEffect(event.type, event, closedAt)
