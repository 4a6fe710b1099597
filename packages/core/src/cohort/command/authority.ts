import type { Actor } from '../../values/actor.ts'
import type { CommandType } from './command.ts'

type ActorRole = Actor['role']

/** Which roles may give which command at all; whether this very person may is for each command to say. */
export const authority: Readonly<Record<CommandType, ReadonlyArray<ActorRole>>> = {
  OpenCohort: ['coordinator'],
  CloseCohort: ['coordinator'],
  Enrol: ['participant', 'coordinator', 'system'],
  AmendEnrolment: ['participant', 'coordinator', 'system'],
  CompleteBriefing: ['participant', 'coordinator'],
  WithdrawParticipant: ['participant', 'coordinator'],
  EraseParticipant: ['participant', 'coordinator'],
  DeclareConflict: ['participant'],
  LiftConflict: ['participant'],
  RecordLines: ['coordinator', 'system'],
  CarryOver: ['system'],
  RecordMatching: ['coordinator', 'system'],
  ProposePairing: ['participant', 'coordinator'],
  GiveConsent: ['participant'],
  WithdrawConsent: ['participant'],
  LapseProposal: ['system'],
  EndPairing: ['coordinator', 'system'],
  AgreeGoals: ['participant'],
  ScheduleSession: ['participant'],
  RescheduleSession: ['participant'],
  HoldSession: ['participant'],
  CancelSession: ['participant', 'coordinator'],
  ReopenSession: ['participant', 'coordinator'],
  GiveFeedback: ['participant'],
  SharePractice: ['participant'],
  NominateCandidate: ['participant'],
  RaiseConcern: ['participant'],
  ObserveOutcome: ['coordinator', 'system'],
}
