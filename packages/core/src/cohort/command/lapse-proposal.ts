import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { PairingId } from '../../values/id.ts'
import { plusDays } from '../../values/instant.ts'
import { findPairing } from '../state/find.ts'
import { happened, nothing, refuse, type Decision, type OpenedCohort } from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { AlreadyFormal, SharedRefusal, TooEarly } from './refusal.ts'

/** Ends a proposal that was not answered in time. Until it is recorded, an answer is welcome. */
export const LapseProposal = commandCodec('LapseProposal', { pairing: PairingId }, {})
export interface LapseProposal extends Plain<t.TypeOf<typeof LapseProposal>> {}

const decideLapseProposal = (
  order: LapseProposal,
  cohort: OpenedCohort,
): Decision<SharedRefusal | AlreadyFormal | TooEarly> => {
  const { at, by, pairing: id } = order
  const pairing = findPairing(cohort, id)
  if (pairing === undefined) return refuse({ _tag: 'UnknownPairing', pairing: id })
  if (pairing._tag === 'Ended' && pairing.because === 'lapsed') return nothing
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  if (pairing._tag === 'Ended') return refuse({ _tag: 'PairingOver', pairing: id })
  if (pairing._tag === 'Formal') return refuse({ _tag: 'AlreadyFormal', pairing: id })
  const deadline = plusDays(pairing.matched.at, cohort.opened.rules.answerDays)
  if (at < deadline) return refuse({ _tag: 'TooEarly', after: deadline })
  return happened({ type: 'PairingEnded', at, by, pairing: id, reason: 'lapsed' })
}

export const lapseProposal: Kind<LapseProposal> = {
  codec: LapseProposal,
  roles: ['system'],
  decide: decideLapseProposal,
}
