import type * as t from 'io-ts'
import { word } from '../../values/word.ts'
import type { Plain } from '../../values/plain.ts'
import { PairingId } from '../../values/id.ts'
import { findPairing } from '../state/find.ts'
import { happened, nothing, refuse, type Decision, type OpenedCohort } from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { NotFormal, SharedRefusal } from './refusal.ts'

/** Ends a pairing on behalf of the programme; a party ends it by withdrawing. Only a formal one was completed. */
export const EndPairing = commandCodec(
  'EndPairing',
  { pairing: PairingId, reason: word('completed', 'conflict', 'programme') },
  {},
)
export interface EndPairing extends Plain<t.TypeOf<typeof EndPairing>> {}

const decideEndPairing = (
  order: EndPairing,
  cohort: OpenedCohort,
): Decision<SharedRefusal | NotFormal> => {
  const { at, by, pairing: id, reason } = order
  const pairing = findPairing(cohort, id)
  if (pairing === undefined) return refuse({ _tag: 'UnknownPairing', pairing: id })
  if (pairing._tag === 'Ended' && pairing.because === reason) return nothing
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  if (pairing._tag === 'Ended') return refuse({ _tag: 'PairingOver', pairing: id })
  if (reason === 'completed' && pairing._tag === 'Proposed')
    return refuse({ _tag: 'NotFormal', pairing: id })
  return happened({ type: 'PairingEnded', at, by, pairing: id, reason })
}

export const endPairing: Kind<EndPairing> = {
  codec: EndPairing,
  roles: ['coordinator', 'system'],
  decide: decideEndPairing,
}
