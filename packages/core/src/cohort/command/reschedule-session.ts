import * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { described } from '../../values/described.ts'
import { SessionId, type MeetingId } from '../../values/id.ts'
import { timeFields, type SessionRescheduled } from '../event/session.ts'
import { pairingKnownTo } from '../state/asked.ts'
import type { Session } from '../state/cohort.ts'
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
import { planObjection } from './plan-objection.ts'
import type { Overlapping, SharedRefusal, TooEarly, TooFar } from './refusal.ts'
import { arePairings, noPartyTo, pairingsOfMeeting, pairingsToSchedule } from './some-sessions.ts'
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

/** Moves a planned session; of a meeting all that are open, whichever of them are named: all or none. */
export const RescheduleSession = commandCodec(
  'RescheduleSession',
  { sessions: Sessions, ...timeFields },
  {},
)
export interface RescheduleSession extends Plain<t.TypeOf<typeof RescheduleSession>> {}

/** The named sessions, of one pairing or of one meeting. What was never planned cannot be moved. */
const namedSessions = (
  order: RescheduleSession,
  cohort: OpenedCohort,
): ReadonlyArray<Session> | SharedRefusal => {
  const found: Array<Session> = []
  for (const id of order.sessions) {
    const session = get(cohort.sessions, id)
    const isKnown =
      session?.plan !== undefined && pairingKnownTo(cohort, order.by, session.pairing) !== undefined
    if (!isKnown) return { _tag: 'UnknownSession', session: id }
    found.push(session)
  }
  const meetings = new Set(found.map(({ meeting }) => meeting))
  const isOneMeeting = meetings.size === 1 && !meetings.has(undefined)
  return found.length === 1 || isOneMeeting ? found : { _tag: 'NotAllowed', by: order.by }
}

const isLive = (cohort: OpenedCohort, { pairing }: Session): boolean =>
  get(cohort.pairings, pairing)?._tag === 'Formal'

/** The open sessions of the meeting that are not named: they move with it. */
const othersOf = (
  order: RescheduleSession,
  cohort: OpenedCohort,
  meeting: MeetingId | undefined,
): ReadonlyArray<Session> => {
  const all = meeting === undefined ? undefined : get(cohort.meetings, meeting)
  return [...(all ?? [])]
    .filter((id) => !order.sessions.includes(id))
    .flatMap((id) => get(cohort.sessions, id) ?? [])
    .filter((session) => session.status.value === 'open' && isLive(cohort, session))
}

const decideRescheduleSession = (
  order: RescheduleSession,
  cohort: OpenedCohort,
): Decision<SharedRefusal | TooEarly | TooFar | Overlapping> => {
  const { at, by, start, minutes } = order
  const named = namedSessions(order, cohort)
  if ('_tag' in named) return refuse(named)
  const asked = named.map(({ pairing }) => pairing)
  const stranger = noPartyTo(cohort, by, asked)
  if (stranger !== undefined) return refuse(stranger)
  const word = ({ plan }: Session) => wordOn(plan, { start, minutes }, at)
  if (named.some((session) => word(session) === 'stale')) return superseded
  if (named.every((session) => word(session) === 'repeats')) return nothing
  // Others may have joined the meeting since: that makes no repeat a new word.
  const meeting = named[0]?.meeting
  const ids = [...asked, ...pairingsOfMeeting(cohort, meeting)]
  const pairings = pairingsToSchedule(cohort, by, ids, meeting)
  if (!arePairings(pairings)) return refuse(pairings)
  const sessions = [...named, ...othersOf(order, cohort, meeting)]
  const moved = sessions.filter((session) => word(session) === 'new')
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  const over = named.find((session) => !isLive(cohort, session))
  if (over !== undefined) return refuse({ _tag: 'PairingOver', pairing: over.pairing })
  const ended = named.find(({ status }) => status.value !== 'open')
  if (ended !== undefined) return refuse({ _tag: 'SessionOver', session: ended.session })
  const events: Array<SessionRescheduled> = []
  for (const { session, pairing: id } of moved) {
    const plan = { at, by, session, meeting, start, minutes }
    const pairing = pairings.find((one) => one.pairing === id)
    const no = pairing && planObjection(cohort, plan, pairing)
    if (no !== undefined) return refuse(no)
    events.push({ type: 'SessionRescheduled', at, by, session, start, minutes })
  }
  return happened(...events)
}

export const rescheduleSession: Kind<RescheduleSession> = {
  codec: RescheduleSession,
  roles: ['participant'],
  decide: decideRescheduleSession,
}
