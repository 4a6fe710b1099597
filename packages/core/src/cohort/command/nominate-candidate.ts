import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { nominationFields, type CandidateNominated } from '../event/exchange.ts'
import { isErased } from '../state/find.ts'
import {
  answerToRepeat,
  happened,
  notAllowed,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal } from './refusal.ts'
import { get } from '../state/table.ts'

/** A mentor, present or past, names somebody for a next cohort; also after the close. */
export const NominateCandidate = commandCodec('NominateCandidate', nominationFields, {})
export interface NominateCandidate extends Plain<t.TypeOf<typeof NominateCandidate>> {}

const decideNominateCandidate = (
  order: NominateCandidate,
  cohort: OpenedCohort,
): Decision<SharedRefusal> => {
  if (get(cohort.people, order.by.id)?.mentor.everEnrolled !== true) return notAllowed(order.by)
  if (isErased(cohort, order.candidate)) return notAllowed(order.by)
  const { cohort: _cohort, ...content } = order
  const event: CandidateNominated = { ...content, type: 'CandidateNominated' }
  return answerToRepeat(cohort, order.nomination, event) ?? happened(event)
}

export const nominateCandidate: Kind<NominateCandidate> = {
  codec: NominateCandidate,
  roles: ['participant'],
  decide: decideNominateCandidate,
}
