import * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { described } from '../../values/described.ts'
import { SessionId } from '../../values/id.ts'
import { timeFields, type SessionRescheduled } from '../event/session.ts'
import { pairingKnownTo } from '../state/asked.ts'
import type { Pairing, Session } from '../state/cohort.ts'
import {
  happened,
  nothing,
  refuse,
  superseded,
  wordOn,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal, TooEarly } from './refusal.ts'
import { arePairings, pairingsToSchedule } from './some-sessions.ts'
import { get } from '../state/table.ts'

const Sessions = described(
  t.refinement(
    t.readonlyArray(SessionId),
    (sessions) =>
      sessions.length > 0 && sessions.length <= 100 && new Set(sessions).size === sessions.length,
  ),
  {
    description: 'one to a hundred sessions, each named once',
    minItems: 1,
    maxItems: 100,
    uniqueItems: true,
  },
)

/** Moves a planned session, or all the named sessions of one meeting: all or none. */
export const RescheduleSession = commandCodec(
  'RescheduleSession',
  { sessions: Sessions, ...timeFields },
  {},
)
export interface RescheduleSession extends Plain<t.TypeOf<typeof RescheduleSession>> {}

const findSessions = (
  order: RescheduleSession,
  cohort: OpenedCohort,
): ReadonlyArray<Session> | SharedRefusal => {
  const found: Array<Session> = []
  for (const id of order.sessions) {
    const session = get(cohort.sessions, id)
    if (session === undefined || pairingKnownTo(cohort, order.by, session.pairing) === undefined) {
      return { _tag: 'UnknownSession', session: id }
    }
    found.push(session)
  }
  const isOneMeeting = new Set(found.map(({ meeting }) => meeting)).size <= 1
  return isOneMeeting ? found : { _tag: 'NotAllowed', by: order.by }
}

const objection = (
  order: RescheduleSession,
  pairing: Pairing,
  { session, status }: Session,
): SharedRefusal | TooEarly | undefined => {
  if (pairing._tag === 'Ended') return { _tag: 'PairingOver', pairing: pairing.pairing }
  if (status.value !== 'open') return { _tag: 'SessionOver', session }
  return pairing._tag === 'Formal' && order.start <= pairing.formalAt
    ? { _tag: 'TooEarly', after: pairing.formalAt }
    : undefined
}

const decideRescheduleSession = (
  order: RescheduleSession,
  cohort: OpenedCohort,
): Decision<SharedRefusal | TooEarly> => {
  const { at, by, start, minutes } = order
  const sessions = findSessions(order, cohort)
  if ('_tag' in sessions) return refuse(sessions)
  const pairings = pairingsToSchedule(cohort, by, sessions, sessions[0]?.meeting)
  if (!arePairings(pairings)) return refuse(pairings)
  const words = sessions.map(({ plan }) => wordOn(plan, { start, minutes }, at))
  if (words.includes('stale')) return superseded
  const events: Array<SessionRescheduled> = []
  for (const [i, { session }] of sessions.entries()) {
    if (words[i] === 'new') {
      events.push({ type: 'SessionRescheduled', at, by, session, start, minutes })
    }
  }
  if (events.length === 0) return nothing
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  for (const [i, session] of sessions.entries()) {
    const pairing = pairings[i]
    const no = pairing === undefined ? undefined : objection(order, pairing, session)
    if (no !== undefined) return refuse(no)
  }
  return happened(...events)
}

export const rescheduleSession: Kind<RescheduleSession> = {
  codec: RescheduleSession,
  roles: ['participant'],
  decide: decideRescheduleSession,
}
