import { decideAgreeGoals } from './command/agree-goals.ts'
import { decideAmendEnrolment } from './command/amend-enrolment.ts'
import { authority } from './command/authority.ts'
import { decideCancelSession } from './command/cancel-session.ts'
import { decideCarryOver } from './command/carry-over.ts'
import { decideCloseCohort } from './command/close-cohort.ts'
import type { Command } from './command/command.ts'
import { decideCompleteBriefing } from './command/complete-briefing.ts'
import { notAllowed, refuse, type Decision, type OpenedCohort } from './command/decision.ts'
import { decideDeclareConflict, decideLiftConflict } from './command/declare-conflict.ts'
import { decideEndPairing } from './command/end-pairing.ts'
import { decideEnrol } from './command/enrol.ts'
import { decideEraseParticipant } from './command/erase-participant.ts'
import { decideGiveConsent } from './command/give-consent.ts'
import { decideGiveFeedback } from './command/give-feedback.ts'
import { decideHoldSession } from './command/hold-session.ts'
import { decideLapseProposal } from './command/lapse-proposal.ts'
import { decideNominateCandidate } from './command/nominate-candidate.ts'
import { decideObserveOutcome } from './command/observe-outcome.ts'
import { decideOpenCohort } from './command/open-cohort.ts'
import { decideProposePairing } from './command/propose-pairing.ts'
import { decideRaiseConcern } from './command/raise-concern.ts'
import { decideRecordLines } from './command/record-lines.ts'
import { decideRecordMatching } from './command/record-matching.ts'
import type { Refusal } from './command/refusal.ts'
import { decideReopenSession } from './command/reopen-session.ts'
import { decideRescheduleSession } from './command/reschedule-session.ts'
import { decideScheduleSession } from './command/schedule-session.ts'
import { decideSharePractice } from './command/share-practice.ts'
import { decideWithdrawConsent } from './command/withdraw-consent.ts'
import { decideWithdrawParticipant } from './command/withdraw-participant.ts'
import type { Cohort } from './state/cohort.ts'
import { isErased, wasEnrolled } from './state/find.ts'

const isOpened = (cohort: Cohort): cohort is OpenedCohort => cohort.opened !== undefined

/** The role may give the command, the actor is not erased, and nobody coordinates a cohort that they are or were in. */
const mayAct = ({ type, by }: Command, cohort: Cohort): boolean =>
  authority[type].includes(by.role) &&
  (type === 'EraseParticipant' || !isErased(cohort, by.id)) &&
  !(by.role === 'coordinator' && wasEnrolled(cohort, by.id))

/**
 * What a command leads to: a refusal, or the events it brings about; no event if it already took effect.
 * Pure: the same command on the same cohort is always answered the same.
 */
export const decide = (command: Command, cohort: Cohort): Decision<Refusal> => {
  if (command.type === 'OpenCohort') {
    return mayAct(command, cohort) ? decideOpenCohort(command, cohort) : notAllowed(command.by)
  }
  if (!isOpened(cohort) || cohort.opened.cohort !== command.cohort) {
    return refuse({ _tag: 'UnknownCohort', cohort: command.cohort })
  }
  if (!mayAct(command, cohort)) return notAllowed(command.by)
  switch (command.type) {
    case 'CloseCohort':
      return decideCloseCohort(command, cohort)
    case 'Enrol':
      return decideEnrol(command, cohort)
    case 'AmendEnrolment':
      return decideAmendEnrolment(command, cohort)
    case 'CompleteBriefing':
      return decideCompleteBriefing(command, cohort)
    case 'WithdrawParticipant':
      return decideWithdrawParticipant(command, cohort)
    case 'EraseParticipant':
      return decideEraseParticipant(command, cohort)
    case 'DeclareConflict':
      return decideDeclareConflict(command, cohort)
    case 'LiftConflict':
      return decideLiftConflict(command, cohort)
    case 'RecordLines':
      return decideRecordLines(command, cohort)
    case 'CarryOver':
      return decideCarryOver(command, cohort)
    case 'RecordMatching':
      return decideRecordMatching(command, cohort)
    case 'ProposePairing':
      return decideProposePairing(command, cohort)
    case 'GiveConsent':
      return decideGiveConsent(command, cohort)
    case 'WithdrawConsent':
      return decideWithdrawConsent(command, cohort)
    case 'LapseProposal':
      return decideLapseProposal(command, cohort)
    case 'EndPairing':
      return decideEndPairing(command, cohort)
    case 'AgreeGoals':
      return decideAgreeGoals(command, cohort)
    case 'ScheduleSession':
      return decideScheduleSession(command, cohort)
    case 'RescheduleSession':
      return decideRescheduleSession(command, cohort)
    case 'HoldSession':
      return decideHoldSession(command, cohort)
    case 'CancelSession':
      return decideCancelSession(command, cohort)
    case 'ReopenSession':
      return decideReopenSession(command, cohort)
    case 'GiveFeedback':
      return decideGiveFeedback(command, cohort)
    case 'SharePractice':
      return decideSharePractice(command, cohort)
    case 'NominateCandidate':
      return decideNominateCandidate(command, cohort)
    case 'RaiseConcern':
      return decideRaiseConcern(command, cohort)
    case 'ObserveOutcome':
      return decideObserveOutcome(command, cohort)
  }
}
