import * as R from 'fp-ts/lib/Record.js'
import type * as t from 'io-ts'
import { agreeGoals, type AgreeGoals } from './agree-goals.ts'
import { amendEnrolment, type AmendEnrolment } from './amend-enrolment.ts'
import { cancelSession, type CancelSession } from './cancel-session.ts'
import { carryOver, type CarryOver } from './carry-over.ts'
import { closeCohort, type CloseCohort } from './close-cohort.ts'
import { completeBriefing, type CompleteBriefing } from './complete-briefing.ts'
import {
  declareConflict,
  liftConflict,
  type DeclareConflict,
  type LiftConflict,
} from './declare-conflict.ts'
import { endPairing, type EndPairing } from './end-pairing.ts'
import { enrol, type Enrol } from './enrol.ts'
import { eraseParticipant, type EraseParticipant } from './erase-participant.ts'
import { giveConsent, type GiveConsent } from './give-consent.ts'
import { giveFeedback, type GiveFeedback } from './give-feedback.ts'
import { holdSession, type HoldSession } from './hold-session.ts'
import { lapseProposal, type LapseProposal } from './lapse-proposal.ts'
import { extendCodes, type ExtendCodes } from './extend-codes.ts'
import { nameCoordinators, type NameCoordinators } from './name-coordinators.ts'
import { nominateCandidate, type NominateCandidate } from './nominate-candidate.ts'
import { observeOutcome, type ObserveOutcome } from './observe-outcome.ts'
import { openCohort, type OpenCohort } from './open-cohort.ts'
import { proposePairing, type ProposePairing } from './propose-pairing.ts'
import { raiseConcern, type RaiseConcern } from './raise-concern.ts'
import { recordLines, type RecordLines } from './record-lines.ts'
import { recordMatching, type RecordMatching } from './record-matching.ts'
import { reopenSession, type ReopenSession } from './reopen-session.ts'
import { rescheduleSession, type RescheduleSession } from './reschedule-session.ts'
import { scheduleSession, type ScheduleSession } from './schedule-session.ts'
import { sharePractice, type SharePractice } from './share-practice.ts'
import { withdrawConsent, type WithdrawConsent } from './withdraw-consent.ts'
import { withdrawParticipant, type WithdrawParticipant } from './withdraw-participant.ts'
import type { Kind } from './command-codec.ts'

/** Everything that somebody can ask of a cohort. */
export type Command =
  | OpenCohort
  | CloseCohort
  | NameCoordinators
  | ExtendCodes
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

/** Every command by its name. */
export type CommandsByType = { readonly [C in Command as C['type']]: C }

/** All that is known of every command, in its own file. */
export const kinds: { readonly [T in CommandType]: Kind<CommandsByType[T]> } = {
  OpenCohort: openCohort,
  CloseCohort: closeCohort,
  NameCoordinators: nameCoordinators,
  ExtendCodes: extendCodes,
  Enrol: enrol,
  AmendEnrolment: amendEnrolment,
  CompleteBriefing: completeBriefing,
  WithdrawParticipant: withdrawParticipant,
  EraseParticipant: eraseParticipant,
  DeclareConflict: declareConflict,
  LiftConflict: liftConflict,
  RecordLines: recordLines,
  CarryOver: carryOver,
  RecordMatching: recordMatching,
  ProposePairing: proposePairing,
  GiveConsent: giveConsent,
  WithdrawConsent: withdrawConsent,
  LapseProposal: lapseProposal,
  EndPairing: endPairing,
  AgreeGoals: agreeGoals,
  ScheduleSession: scheduleSession,
  RescheduleSession: rescheduleSession,
  HoldSession: holdSession,
  CancelSession: cancelSession,
  ReopenSession: reopenSession,
  GiveFeedback: giveFeedback,
  SharePractice: sharePractice,
  NominateCandidate: nominateCandidate,
  RaiseConcern: raiseConcern,
  ObserveOutcome: observeOutcome,
}

/** The codec of every command, under its name. */
export const commands = R.map(({ codec }: { readonly codec: t.Any }) => codec)(kinds)

/** Which roles may give which command at all; whether this very person may is for each command to say. */
export const authority = R.map(({ roles }: { readonly roles: Kind<never>['roles'] }) => roles)(
  kinds,
)
