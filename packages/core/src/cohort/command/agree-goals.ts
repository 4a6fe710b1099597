import type * as t from 'io-ts'
import { Code } from '../../values/code.ts'
import { listOf } from '../../values/list-of.ts'
import type { Plain } from '../../values/plain.ts'
import { goalsFields } from '../event/pairing.ts'
import { pairingKnownTo } from '../state/asked.ts'
import { actingParty } from '../state/find.ts'
import { unknownCode } from './unknown-code.ts'
import {
  happened,
  nothing,
  notAllowed,
  refuse,
  superseded,
  wordOn,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { NotFormal, SharedRefusal } from './refusal.ts'

/** One party says what a formal pairing is for; the goals that both name are agreed. */
export const AgreeGoals = commandCodec(
  'AgreeGoals',
  { ...goalsFields, goals: listOf(50, Code) },
  {},
)
export interface AgreeGoals extends Plain<t.TypeOf<typeof AgreeGoals>> {}

const decideAgreeGoals = (
  order: AgreeGoals,
  cohort: OpenedCohort,
): Decision<SharedRefusal | NotFormal> => {
  const { at, by, pairing: id, goals } = order
  const pairing = pairingKnownTo(cohort, by, id)
  if (pairing === undefined) return refuse({ _tag: 'UnknownPairing', pairing: id })
  const role = actingParty(pairing, by)
  if (role === undefined) return notAllowed(by)
  const said = wordOn(pairing.goals[role], goals, at)
  if (said === 'repeats') return nothing
  if (said === 'stale') return superseded
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  if (pairing._tag === 'Ended') return refuse({ _tag: 'PairingOver', pairing: id })
  const unknown = unknownCode(cohort, 'goals', goals)
  if (unknown !== undefined) return refuse(unknown)
  if (pairing._tag !== 'Formal') return refuse({ _tag: 'NotFormal', pairing: id })
  return happened({ type: 'GoalsAgreed', at, by, pairing: id, goals })
}

export const agreeGoals: Kind<AgreeGoals> = {
  codec: AgreeGoals,
  roles: ['participant'],
  decide: decideAgreeGoals,
}
