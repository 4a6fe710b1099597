import { AgreeGoals } from './agree-goals.ts'
import { AmendEnrolment } from './amend-enrolment.ts'
import { CancelSession } from './cancel-session.ts'
import { CarryOver } from './carry-over.ts'
import { CloseCohort } from './close-cohort.ts'
import { CompleteBriefing } from './complete-briefing.ts'
import { DeclareConflict, LiftConflict } from './declare-conflict.ts'
import { EndPairing } from './end-pairing.ts'
import { Enrol } from './enrol.ts'
import { EraseParticipant } from './erase-participant.ts'
import { GiveConsent } from './give-consent.ts'
import { GiveFeedback } from './give-feedback.ts'
import { HoldSession } from './hold-session.ts'
import { LapseProposal } from './lapse-proposal.ts'
import { NominateCandidate } from './nominate-candidate.ts'
import { ObserveOutcome } from './observe-outcome.ts'
import { OpenCohort } from './open-cohort.ts'
import { ProposePairing } from './propose-pairing.ts'
import { RaiseConcern } from './raise-concern.ts'
import { RecordLines } from './record-lines.ts'
import { RecordMatching } from './record-matching.ts'
import { ReopenSession } from './reopen-session.ts'
import { RescheduleSession } from './reschedule-session.ts'
import { ScheduleSession } from './schedule-session.ts'
import { SharePractice } from './share-practice.ts'
import { WithdrawConsent } from './withdraw-consent.ts'
import { WithdrawParticipant } from './withdraw-participant.ts'

/** The codec of every command, under its name. */
export const commands = {
  OpenCohort,
  CloseCohort,
  Enrol,
  AmendEnrolment,
  CompleteBriefing,
  WithdrawParticipant,
  EraseParticipant,
  DeclareConflict,
  LiftConflict,
  RecordLines,
  CarryOver,
  RecordMatching,
  ProposePairing,
  GiveConsent,
  WithdrawConsent,
  LapseProposal,
  EndPairing,
  AgreeGoals,
  ScheduleSession,
  RescheduleSession,
  HoldSession,
  CancelSession,
  ReopenSession,
  GiveFeedback,
  SharePractice,
  NominateCandidate,
  RaiseConcern,
  ObserveOutcome,
} as const

/** Everything that somebody can ask of a cohort. */
export type Command =
  | OpenCohort
  | CloseCohort
  | Enrol
  | AmendEnrolment
  | CompleteBriefing
  | WithdrawParticipant
  | EraseParticipant
  | DeclareConflict
  | LiftConflict
  | RecordLines
  | CarryOver
  | RecordMatching
  | ProposePairing
  | GiveConsent
  | WithdrawConsent
  | LapseProposal
  | EndPairing
  | AgreeGoals
  | ScheduleSession
  | RescheduleSession
  | HoldSession
  | CancelSession
  | ReopenSession
  | GiveFeedback
  | SharePractice
  | NominateCandidate
  | RaiseConcern
  | ObserveOutcome

/** The name of a command. */
export type CommandType = Command['type']
