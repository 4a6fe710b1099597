import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { outcomeFields, type OutcomeObserved } from '../event/exchange.ts'
import { isErased } from '../state/find.ts'
import {
  answerToRepeat,
  happened,
  notAllowed,
  refuse,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { NoConsent, SharedRefusal, TooEarly } from './refusal.ts'
import { get } from '../state/table.ts'

/** Records what became of somebody after the close, with their standing consent. */
export const ObserveOutcome = commandCodec('ObserveOutcome', outcomeFields, {})
export interface ObserveOutcome extends Plain<t.TypeOf<typeof ObserveOutcome>> {}

const decideObserveOutcome = (
  order: ObserveOutcome,
  cohort: OpenedCohort,
): Decision<SharedRefusal | NoConsent | TooEarly> => {
  const { by, participant } = order
  if (isErased(cohort, participant)) return notAllowed(by)
  const person = get(cohort.people, participant)
  if (person === undefined) return refuse({ _tag: 'UnknownParticipant', participant })
  const { cohort: _cohort, ...content } = order
  const event: OutcomeObserved = { ...content, type: 'OutcomeObserved' }
  const repeat = answerToRepeat(cohort, order.outcome, event)
  if (repeat !== undefined) return repeat
  if (cohort.closedAt === undefined) return refuse({ _tag: 'TooEarly' })
  return person.purposes.outcomes?.standing === true
    ? happened(event)
    : refuse({ _tag: 'NoConsent', purpose: 'outcomes' })
}

export const observeOutcome: Kind<ObserveOutcome> = {
  codec: ObserveOutcome,
  roles: ['coordinator', 'system'],
  decide: decideObserveOutcome,
}
