import { Cohort, type Command, type Port, type Stored } from '@reverse-mentoring/core'
import type { HandleFailure } from '@reverse-mentoring/runtime'

/** The simulated people asked for something that the rules forbid: a fault of the simulation. */
export interface Refused {
  readonly _tag: 'Refused'
  readonly command: Command.CommandType
  readonly because: HandleFailure
}

/** Why a run stops. What was stored until then stays, and running again goes on from there. */
export type SimulationFailure = Refused | HandleFailure | Port.PolicyFailure

const malformed = (failure: Stored.Malformed): string =>
  'path' in failure
    ? `what is stored does not decode at ${failure.path}: expected ${failure.expected}`
    : `what is stored is of a type or version that this program does not know (${failure.type})`

const policyFailure = ({ problem, rule }: Port.PolicyFailure): string =>
  `The matching policy failed: ${problem}${rule === undefined ? '' : ` (rule ${rule})`}.`

/** One sentence that says what went wrong. */
export const sayFailure = (failure: SimulationFailure): string => {
  if (failure._tag === 'Refused') {
    return `A simulated ${failure.command} was refused: ${sayFailure(failure.because)}`
  }
  if (failure._tag === 'PolicyFailure') return policyFailure(failure)
  if (failure._tag === 'Unavailable') return `The store does not answer: ${failure.reason}.`
  if (failure._tag === 'TooLarge') {
    return `The store takes at most ${String(failure.limit)} ${failure.unit} at once.`
  }
  if (failure._tag === 'Unreadable') {
    return `Record ${String(failure.revision)} of the log: ${malformed(failure.because)}.`
  }
  return isMalformed(failure)
    ? `A command was malformed: ${malformed(failure)}.`
    : Cohort.explain(failure)
}

const isMalformed = (failure: Command.Refusal | Stored.Malformed): failure is Stored.Malformed =>
  failure._tag === 'UnknownType' ||
  failure._tag === 'UnknownVersion' ||
  failure._tag === 'MalformedPayload'
