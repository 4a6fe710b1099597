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
import { CohortClosed, CohortOpened } from './opening.ts'
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
