import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { PairingId, ParticipantId } from '../../values/id.ts'
import { Terms } from '../../values/number.ts'
import type { Matched } from '../event/pairing.ts'
import { matchedOptions } from '../event/pairing.ts'
import { findPair, findPairing, isErased } from '../state/find.ts'
import {
  answerToRepeat,
  happened,
  notAllowed,
  refuse,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { judgePair } from './judge-pair.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { NoPlace, NotAdmissible, NotReady, OtherTerms, SharedRefusal } from './refusal.ts'

const { differs, continues } = matchedOptions

/**
 * Proposes one pairing by hand. A mentee who does so, where the cohort lets them, agrees to the terms in the same
 * breath, and does not say in what the two differ.
 */
export const ProposePairing = commandCodec(
  'ProposePairing',
  { pairing: PairingId, mentor: ParticipantId, mentee: ParticipantId },
  { differs, continues, terms: Terms },
)
export interface ProposePairing extends Plain<t.TypeOf<typeof ProposePairing>> {}

export type ProposePairingRefusal = SharedRefusal | NotReady | NoPlace | NotAdmissible | OtherTerms

const matchedEvent = (order: ProposePairing): Matched => {
  const { cohort: _cohort, terms: _terms, ...content } = order
  return { ...content, type: 'Matched', reasons: [] }
}

const decideByCoordinator = (
  order: ProposePairing,
  cohort: OpenedCohort,
): Decision<ProposePairingRefusal> => {
  const event = matchedEvent(order)
  const repeat = answerToRepeat(cohort, order.pairing, event)
  if (repeat !== undefined) return repeat
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  const no = judgePair(cohort, order.mentor, order.mentee)
  return no === undefined ? happened(event) : refuse(no)
}

/** To a mentee every reason against the pair is one answer; a mentor is chosen once. */
const decideByMentee = (
  order: ProposePairing,
  cohort: OpenedCohort,
): Decision<ProposePairingRefusal> => {
  const { at, by, pairing, mentor, mentee } = order
  const { terms, rules } = cohort.opened
  const mayState = order.differs === undefined
  if (!rules.selfMatch || by.id !== mentee || !mayState) return notAllowed(by)
  if (order.terms !== terms) return refuse({ _tag: 'OtherTerms', asked: terms })
  const event = matchedEvent(order)
  const repeat = answerToRepeat(cohort, pairing, event)
  if (repeat !== undefined) {
    const agreed = findPairing(cohort, pairing)?.answers.mentee.yes !== undefined
    return agreed ? repeat : refuse({ _tag: 'IdTaken', id: pairing })
  }
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  const chosen = findPair(cohort, mentor, mentee).proposedBefore
  if (chosen || judgePair(cohort, mentor, mentee) !== undefined) {
    return refuse({ _tag: 'NotAdmissible', mentor, mentee })
  }
  return happened(event, { type: 'ConsentGiven', at, by, purpose: 'pairing', pairing, terms })
}

const decideProposePairing = (
  order: ProposePairing,
  cohort: OpenedCohort,
): Decision<ProposePairingRefusal> => {
  const { by, mentor, mentee } = order
  if (isErased(cohort, mentor) || isErased(cohort, mentee)) return notAllowed(by)
  return by.role === 'participant'
    ? decideByMentee(order, cohort)
    : decideByCoordinator(order, cohort)
}

export const proposePairing: Kind<ProposePairing> = {
  codec: ProposePairing,
  roles: ['participant', 'coordinator'],
  decide: decideProposePairing,
}
