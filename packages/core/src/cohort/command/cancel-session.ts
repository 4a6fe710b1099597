import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { cancellationFields, type SessionCancelled } from '../event/session.ts'
import { pairingKnownTo } from '../state/asked.ts'
import type { Pairing } from '../state/cohort.ts'
import { actingParty } from '../state/find.ts'
import {
  happened,
  nothing,
  notAllowed,
  refuse,
  sameContent,
  superseded,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal } from './refusal.ts'
import { get } from '../state/table.ts'

/** Calls a planned session off. A party says which of the two did; a coordinator speaks for the programme only. */
export const CancelSession = commandCodec('CancelSession', cancellationFields, {})
export interface CancelSession extends Plain<t.TypeOf<typeof CancelSession>> {}

const mayCancel = ({ by, cancelledBy }: CancelSession, pairing: Pairing): boolean =>
  by.role === 'coordinator'
    ? cancelledBy === 'programme'
    : actingParty(pairing, by) !== undefined && cancelledBy !== 'programme'

const decideCancelSession = (
  order: CancelSession,
  cohort: OpenedCohort,
): Decision<SharedRefusal> => {
  const { at, by, session: id } = order
  const session = get(cohort.sessions, id)
  const pairing = session === undefined ? undefined : pairingKnownTo(cohort, by, session.pairing)
  if (session === undefined || pairing === undefined) {
    return refuse({ _tag: 'UnknownSession', session: id })
  }
  if (!mayCancel(order, pairing)) return notAllowed(by)
  const { cohort: _cohort, ...content } = order
  const event: SessionCancelled = { ...content, type: 'SessionCancelled' }
  if (at <= session.status.at) {
    return sameContent(session.ending, event) ? nothing : superseded
  }
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  if (pairing._tag === 'Ended') return refuse({ _tag: 'PairingOver', pairing: session.pairing })
  if (session.status.value !== 'open') return refuse({ _tag: 'SessionOver', session: id })
  return happened(event)
}

export const cancelSession: Kind<CancelSession> = {
  codec: CancelSession,
  roles: ['participant', 'coordinator'],
  decide: decideCancelSession,
}
