import type { Command } from '@reverse-mentoring/core'
import { explainFailure, type EngineFailure, type HandleFailure } from '@reverse-mentoring/runtime'

/** The simulated people asked for something that the rules forbid: a fault of the simulation. */
export interface Refused {
  readonly _tag: 'Refused'
  readonly command: Command.CommandType
  readonly because: HandleFailure
}

/** Why a run stops. What was stored until then stays, and running again goes on from there. */
export type SimulationFailure = Refused | EngineFailure

/** In which rule a policy failed; nobody is named, since the text may be kept. */
const whereOf = (failure: EngineFailure): string =>
  failure._tag === 'PolicyFailure' && failure.rule !== undefined
    ? ` It happened in “${failure.rule}”${failure.pair === undefined ? '' : ', for one pair'}.`
    : ''

/** One sentence that says what went wrong; of a policy that threw also what and where, if that was asked for. */
export const sayFailure = (failure: SimulationFailure): string => {
  if (failure._tag === 'Refused')
    return `A simulated ${failure.command} was refused: ${sayFailure(failure.because)}`
  const sentence = explainFailure(failure) + whereOf(failure)
  if (failure._tag !== 'PolicyFailure' || !failure.problem.includes('threw')) return sentence
  return `${sentence}\n${failure.thrown ?? 'With --trace it is told where, and with which message.'}`
}
