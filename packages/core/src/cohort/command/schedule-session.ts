import type * as t from 'io-ts'
import { sameJson } from '../../values/same-json.ts'
import type { Plain } from '../../values/plain.ts'
import { meetingOption, modeFields, timeFields, type SessionScheduled } from '../event/session.ts'
import { get } from '../state/table.ts'
import { isTaken } from '../state/taken.ts'
import { happened, nothing, refuse, type Decision, type OpenedCohort } from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import { planObjection } from './plan-objection.ts'
import type { IdTaken, NotFormal, Overlapping, SharedRefusal, TooEarly, TooFar } from './refusal.ts'
import {
  arePairings,
  noPartyTo,
  pairingsOfMeeting,
  pairingsToSchedule,
  SomeSessions,
} from './some-sessions.ts'

/** Plans a session of a formal pairing, or one meeting of several: of a meeting all or none is planned. */
export const ScheduleSession = commandCodec(
  'ScheduleSession',
  { sessions: SomeSessions, ...timeFields, ...modeFields },
  meetingOption,
)
export interface ScheduleSession extends Plain<t.TypeOf<typeof ScheduleSession>> {}

export type ScheduleRefusal = SharedRefusal | NotFormal | TooEarly | TooFar | Overlapping

/** Whether the same was planned before, or the id is something else's: it stands for pairing, meeting, first time and mode. */
const isPlanned = (
  cohort: OpenedCohort,
  { session: id, pairing, meeting, start, minutes, mode }: SessionScheduled,
): 'free' | 'same' | IdTaken => {
  const session = get(cohort.sessions, id)
  if (session === undefined) return isTaken(cohort, id) ? { _tag: 'IdTaken', id } : 'free'
  const isSame =
    session.pairing === pairing &&
    session.meeting === meeting &&
    session.mode === mode &&
    sameJson(session.firstPlan, { start, minutes })
  return isSame ? 'same' : { _tag: 'IdTaken', id }
}

const decideScheduleSession = (
  order: ScheduleSession,
  cohort: OpenedCohort,
): Decision<ScheduleRefusal> => {
  const { cohort: id, sessions, ...content } = order
  const asked = new Set(sessions.map(({ pairing }) => pairing))
  const stranger = noPartyTo(cohort, order.by, asked)
  if (stranger !== undefined) return refuse(stranger)
  const events: Array<SessionScheduled> = []
  for (const { session, pairing } of sessions) {
    const event: SessionScheduled = { ...content, type: 'SessionScheduled', session, pairing }
    const planned = isPlanned(cohort, event)
    if (typeof planned !== 'string') return refuse(planned)
    if (planned === 'free') events.push(event)
  }
  if (events.length === 0) return nothing
  // Others may have joined the meeting since: that makes no repeat a new word.
  const meant = [...asked, ...pairingsOfMeeting(cohort, order.meeting)]
  const found = pairingsToSchedule(cohort, order.by, meant, order.meeting)
  if (!arePairings(found)) return refuse(found)
  const pairings = found.filter(({ pairing }) => asked.has(pairing))
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: id })
  for (const { _tag, pairing } of pairings) {
    if (_tag === 'Ended') return refuse({ _tag: 'PairingOver', pairing })
  }
  for (const { _tag, pairing } of pairings) {
    if (_tag === 'Proposed') return refuse({ _tag: 'NotFormal', pairing })
  }
  for (const pairing of pairings) {
    const event = events.find((one) => one.pairing === pairing.pairing)
    const no = event && planObjection(cohort, event, pairing)
    if (no !== undefined) return refuse(no)
  }
  return happened(...events)
}

export const scheduleSession: Kind<ScheduleSession> = {
  codec: ScheduleSession,
  roles: ['participant'],
  decide: decideScheduleSession,
}
