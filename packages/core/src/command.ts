export type { AgreeGoals } from './cohort/command/agree-goals.ts'
export type { AmendEnrolment } from './cohort/command/amend-enrolment.ts'
export type { CancelSession } from './cohort/command/cancel-session.ts'
export { mostBarred, type CarryOver } from './cohort/command/carry-over.ts'
export type { CloseCohort } from './cohort/command/close-cohort.ts'
export { authority, commands, type Command, type CommandType } from './cohort/command/command.ts'
export type { CompleteBriefing } from './cohort/command/complete-briefing.ts'
export type { Decision } from './cohort/command/decision.ts'
export type { DeclareConflict, LiftConflict } from './cohort/command/declare-conflict.ts'
export * from './cohort/command/from-json.ts'
export * from './cohort/command/default-rules.ts'
export type { EndPairing } from './cohort/command/end-pairing.ts'
export type { Enrol, EnrolRefusal } from './cohort/command/enrol.ts'
export type { EraseParticipant } from './cohort/command/erase-participant.ts'
export type {
  GiveConsent,
  GiveConsentRefusal,
  GivePairingConsent,
  GivePurposeConsent,
} from './cohort/command/give-consent.ts'
export type { GiveFeedback } from './cohort/command/give-feedback.ts'
export type { HoldSession, HoldSessionRefusal } from './cohort/command/hold-session.ts'
export type { LapseProposal } from './cohort/command/lapse-proposal.ts'
export type { ExtendCodes } from './cohort/command/extend-codes.ts'
export type { NameCoordinators } from './cohort/command/name-coordinators.ts'
export type { NominateCandidate } from './cohort/command/nominate-candidate.ts'
export { noCodes } from './cohort/event/opening.ts'
export type { ObserveOutcome } from './cohort/command/observe-outcome.ts'
export type { OpenCohort, OpenCohortRefusal } from './cohort/command/open-cohort.ts'
export type { ProposePairing, ProposePairingRefusal } from './cohort/command/propose-pairing.ts'
export type { RaiseConcern } from './cohort/command/raise-concern.ts'
export { mostLines, type RecordLines } from './cohort/command/record-lines.ts'
export {
  mostOfPart,
  type DraftedPair,
  type RecordMatching,
} from './cohort/command/record-matching.ts'
export * from './cohort/command/refusal.ts'
export type { ReopenSession } from './cohort/command/reopen-session.ts'
export type { RescheduleSession } from './cohort/command/reschedule-session.ts'
export type { ScheduleSession } from './cohort/command/schedule-session.ts'
export type { SharePractice } from './cohort/command/share-practice.ts'
export type {
  WithdrawConsent,
  WithdrawPairingConsent,
  WithdrawPurposeConsent,
} from './cohort/command/withdraw-consent.ts'
export type { WithdrawParticipant } from './cohort/command/withdraw-participant.ts'
