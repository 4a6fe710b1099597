import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { SessionId } from '../../values/id.ts'
import { pairingKnownTo } from '../state/asked.ts'
import type { Pairing, Session } from '../state/cohort.ts'
import { actingParty } from '../state/find.ts'
import {
  happened,
  nothing,
  notAllowed,
  refuse,
  superseded,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal } from './refusal.ts'
import { get } from '../state/table.ts'

/** Takes a wrong record of a session back: who recorded it, or a coordinator. */
export const ReopenSession = commandCodec('ReopenSession', { session: SessionId }, {})
export interface ReopenSession extends Plain<t.TypeOf<typeof ReopenSession>> {}

const isTheirs = ({ by }: ReopenSession, pairing: Pairing): boolean =>
  by.role === 'coordinator' || actingParty(pairing, by) !== undefined

/** Of a session that is open no record is left. */
const mayTakeBack = ({ by }: ReopenSession, { ending }: Session): boolean =>
  by.role === 'coordinator' || ending === undefined || ending.by.id === by.id

const decideReopenSession = (
  order: ReopenSession,
  cohort: OpenedCohort,
): Decision<SharedRefusal> => {
  const { at, by, session: id } = order
  const session = get(cohort.sessions, id)
  const pairing = session === undefined ? undefined : pairingKnownTo(cohort, by, session.pairing)
  if (session === undefined || pairing === undefined) {
    return refuse({ _tag: 'UnknownSession', session: id })
  }
  if (!isTheirs(order, pairing)) return notAllowed(by)
  const isOld = at <= session.status.at
  if (session.status.value === 'open' && (isOld || pairing._tag !== 'Ended')) return nothing
  if (isOld) return superseded
  if (!mayTakeBack(order, session)) return notAllowed(by)
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  if (pairing._tag === 'Ended') return refuse({ _tag: 'PairingOver', pairing: session.pairing })
  return happened({ type: 'SessionReopened', at, by, session: id })
}

export const reopenSession: Kind<ReopenSession> = {
  codec: ReopenSession,
  roles: ['participant', 'coordinator'],
  decide: decideReopenSession,
}
