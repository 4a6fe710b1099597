import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { meetingOption, modeFields, timeFields, type SessionScheduled } from '../event/session.ts'
import type { Pairing, Session } from '../state/cohort.ts'
import { happened, nothing, refuse, type Decision, type OpenedCohort } from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { IdTaken, NotFormal, SharedRefusal, TooEarly } from './refusal.ts'
import { arePairings, pairingsToSchedule, SomeSessions } from './some-sessions.ts'
import { get } from '../state/table.ts'
import { isTaken } from '../state/taken.ts'

/** Plans a session of a formal pairing, or one meeting of several: of a meeting all or none is planned. */
export const ScheduleSession = commandCodec(
  'ScheduleSession',
  { sessions: SomeSessions, ...timeFields, ...modeFields },
  meetingOption,
)
export interface ScheduleSession extends Plain<t.TypeOf<typeof ScheduleSession>> {}

/** Whether the session was scheduled before (its content is its pairing and meeting), or its id is something else's. */
export const isSessionTaken = (
  cohort: OpenedCohort,
  id: Session['session'],
  pairing: Session['pairing'],
  meeting: Session['meeting'],
): 'free' | 'same' | IdTaken => {
  const session = get(cohort.sessions, id)
  if (session === undefined) return isTaken(cohort, id) ? { _tag: 'IdTaken', id } : 'free'
  const isSame = session.pairing === pairing && session.meeting === meeting
  return isSame ? 'same' : { _tag: 'IdTaken', id }
}

const objection = (
  order: ScheduleSession,
  pairing: Pairing,
): SharedRefusal | NotFormal | TooEarly | undefined => {
  if (pairing._tag === 'Ended') return { _tag: 'PairingOver', pairing: pairing.pairing }
  if (pairing._tag === 'Proposed') return { _tag: 'NotFormal', pairing: pairing.pairing }
  return order.start <= pairing.formalAt ? { _tag: 'TooEarly', after: pairing.formalAt } : undefined
}

const decideScheduleSession = (
  order: ScheduleSession,
  cohort: OpenedCohort,
): Decision<SharedRefusal | NotFormal | TooEarly> => {
  const pairings = pairingsToSchedule(cohort, order.by, order.sessions, order.meeting)
  if (!arePairings(pairings)) return refuse(pairings)
  const { cohort: id, sessions, ...content } = order
  const events: Array<SessionScheduled> = []
  for (const { session, pairing } of sessions) {
    const taken = isSessionTaken(cohort, session, pairing, order.meeting)
    if (typeof taken !== 'string') return refuse(taken)
    if (taken === 'free') events.push({ ...content, type: 'SessionScheduled', session, pairing })
  }
  if (events.length === 0) return nothing
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: id })
  for (const pairing of pairings) {
    const no = objection(order, pairing)
    if (no !== undefined) return refuse(no)
  }
  return happened(...events)
}

export const scheduleSession: Kind<ScheduleSession> = {
  codec: ScheduleSession,
  roles: ['participant'],
  decide: decideScheduleSession,
}
