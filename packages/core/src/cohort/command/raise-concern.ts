import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { concernFields, type ConcernRaised } from '../event/exchange.ts'
import { wasEnrolled } from '../state/find.ts'
import {
  answerToRepeat,
  happened,
  notAllowed,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal } from './refusal.ts'

/** A participant says that something is wrong; the log holds a reference, never the words. */
export const RaiseConcern = commandCodec('RaiseConcern', concernFields, {})
export interface RaiseConcern extends Plain<t.TypeOf<typeof RaiseConcern>> {}

const decideRaiseConcern = (order: RaiseConcern, cohort: OpenedCohort): Decision<SharedRefusal> => {
  if (!wasEnrolled(cohort, order.by.id)) return notAllowed(order.by)
  const { cohort: _cohort, ...content } = order
  const event: ConcernRaised = { ...content, type: 'ConcernRaised' }
  return answerToRepeat(cohort, order.concern, event) ?? happened(event)
}

export const raiseConcern: Kind<RaiseConcern> = {
  codec: RaiseConcern,
  roles: ['participant'],
  decide: decideRaiseConcern,
}
