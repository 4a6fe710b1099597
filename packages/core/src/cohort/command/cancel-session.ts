import type * as t from 'io-ts'
import { HOUR, millis, type Instant } from '../../values/instant.ts'
import type { NoticeHours } from '../../values/number.ts'
import type { Plain } from '../../values/plain.ts'
import { cancellationFields } from '../event/session.ts'
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

/** Calls a planned session off. A party says which of the two did; a coordinator speaks for the programme only. */
export const CancelSession = commandCodec('CancelSession', cancellationFields, {})
export interface CancelSession extends Plain<t.TypeOf<typeof CancelSession>> {}

const mayCancel = ({ by, cancelledBy }: CancelSession, pairing: Pairing): boolean =>
  by.role === 'coordinator'
    ? cancelledBy === 'programme'
    : actingParty(pairing, by) !== undefined && cancelledBy !== 'programme'

/** Whether it was called off so before; how long before the start is no part of what is said. */
const isSaid = ({ cancelledBy }: CancelSession, { ending }: Session): boolean =>
  ending?.type === 'SessionCancelled' && ending.cancelledBy === cancelledBy

const mostNotice = 100_000

/** Whole hours from the word to the planned start; none after it. */
const noticeOf = (at: Instant, start: Instant): NoticeHours =>
  Math.min(mostNotice, Math.max(0, Math.floor((millis(start) - millis(at)) / HOUR)))

const decideCancelSession = (
  order: CancelSession,
  cohort: OpenedCohort,
): Decision<SharedRefusal> => {
  const { at, by, session: id } = order
  const session = get(cohort.sessions, id)
  const pairing = session === undefined ? undefined : pairingKnownTo(cohort, by, session.pairing)
  // What was never planned cannot be called off.
  if (session?.plan === undefined || pairing === undefined) {
    return refuse({ _tag: 'UnknownSession', session: id })
  }
  if (!mayCancel(order, pairing)) return notAllowed(by)
  if (at <= session.status.at) {
    return isSaid(order, session) ? nothing : superseded
  }
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  if (pairing._tag === 'Ended') return refuse({ _tag: 'PairingOver', pairing: session.pairing })
  if (session.status.value !== 'open') return refuse({ _tag: 'SessionOver', session: id })
  const { start } = session.plan.value
  const { cancelledBy } = order
  const notice = noticeOf(at, start)
  return happened({ type: 'SessionCancelled', at, by, session: id, cancelledBy, notice })
}

export const cancelSession: Kind<CancelSession> = {
  codec: CancelSession,
  roles: ['participant', 'coordinator'],
  decide: decideCancelSession,
}
