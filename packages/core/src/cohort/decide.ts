import { decideOpenCohort } from './command/open-cohort.ts'
import { kinds, type Command, type CommandsByType, type CommandType } from './command/command.ts'
import { notAllowed, refuse, type Decision, type OpenedCohort } from './command/decision.ts'
import type { Refusal } from './command/refusal.ts'
import type { Cohort } from './state/cohort.ts'
import { isErased, wasEnrolled } from './state/find.ts'

const isOpened = (cohort: Cohort): cohort is OpenedCohort => cohort.opened !== undefined

/** The role may give the command, the actor is not erased, and nobody coordinates a cohort that they are or were in. */
const mayAct = ({ type, by }: Command, cohort: Cohort): boolean =>
  kinds[type].roles.includes(by.role) &&
  (type === 'EraseParticipant' || !isErased(cohort, by.id)) &&
  !(by.role === 'coordinator' && wasEnrolled(cohort, by.id))

const answer = <T extends CommandType>(
  type: T,
  command: CommandsByType[T],
  cohort: OpenedCohort,
): Decision<Refusal> => kinds[type].decide(command, cohort)

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
  return answer(command.type, command, cohort)
}
