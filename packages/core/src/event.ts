export type {
  ConsentGiven,
  ConsentWithdrawn,
  PairingConsentGiven,
  PairingConsentWithdrawn,
  Purpose,
  PurposeConsentGiven,
  PurposeConsentWithdrawn,
} from './cohort/event/consent.ts'
export type {
  BriefingCompleted,
  Enrolled,
  EnrolmentAmended,
  ParticipantErased,
  ParticipantWithdrew,
} from './cohort/event/enrolment.ts'
export { events, outlivesClose, type CohortEvent, type EventType } from './cohort/event/event.ts'
export type {
  CandidateNominated,
  ConcernRaised,
  FeedbackGiven,
  OutcomeObserved,
  PracticeShared,
} from './cohort/event/exchange.ts'
export {
  CodeLists,
  Gates,
  MatchingRule,
  Rules,
  type CohortClosed,
  type CohortOpened,
  type CodesExtended,
  type CoordinatorsNamed,
} from './cohort/event/opening.ts'
export type {
  Differs,
  EndReason,
  GoalsAgreed,
  Matched,
  MatchingRan,
  PairingEnded,
  Unmatched,
  UnmatchedReason,
  Worth,
} from './cohort/event/pairing.ts'
export type {
  BarredPair,
  ConflictDeclared,
  ConflictLifted,
  Line,
  LinesRecorded,
  PairsBarred,
} from './cohort/event/relation.ts'
export type {
  SessionCancelled,
  SessionHeld,
  SessionReopened,
  SessionRescheduled,
  SessionScheduled,
} from './cohort/event/session.ts'
