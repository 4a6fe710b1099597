import { List } from 'immutable'
import type { MeetingId } from '../../values/id.ts'
import type { Folds } from './folds.ts'
import type {
  SessionCancelled,
  SessionHeld,
  SessionReopened,
  SessionRescheduled,
  SessionScheduled,
} from '../event/session.ts'
import type { Cohort, Session } from '../state/cohort.ts'
import { restate } from '../state/dated.ts'
import { withPairing } from './change.ts'
import { get, set } from '../state/table.ts'
import { isTaken } from '../state/taken.ts'

const withSession = (cohort: Cohort, session: Session): Cohort => ({
  ...cohort,
  sessions: set(cohort.sessions, session.session, session),
})

/** A session that was not there before, listed with its pairing. */
const newSession = (cohort: Cohort, session: Session): Cohort => {
  const pairing = get(cohort.pairings, session.pairing)
  if (pairing === undefined || isTaken(cohort, session.session)) return cohort
  const listed = withPairing(cohort, {
    ...pairing,
    sessions: pairing.sessions.push(session.session),
  })
  return withSession(listed, session)
}

const withMember = (
  { meetings }: Cohort,
  meeting: MeetingId,
  session: Session['session'],
): Cohort['meetings'] =>
  set(meetings, meeting, (get(meetings, meeting) ?? List<Session['session']>()).push(session))

const isLive = (cohort: Cohort, session: Session): boolean => {
  const pairing = get(cohort.pairings, session.pairing)
  return pairing !== undefined && pairing._tag !== 'Ended'
}

/** The session, if it is open and its pairing lives. */
const openSession = (cohort: Cohort, id: Session['session']): Session | undefined => {
  const session = get(cohort.sessions, id)
  return session?.status.value === 'open' && isLive(cohort, session) ? session : undefined
}

const sessionScheduled = (cohort: Cohort, event: SessionScheduled): Cohort => {
  const { session, pairing, meeting, start, minutes, mode, at } = event
  if (get(cohort.pairings, pairing)?._tag === 'Ended') return cohort
  const planned = newSession(cohort, {
    session,
    pairing,
    meeting,
    mode,
    firstPlan: { start, minutes },
    plan: { value: { start, minutes }, at },
    status: { value: 'open', at },
    began: undefined,
    ending: undefined,
  })
  return meeting === undefined || planned === cohort
    ? planned
    : { ...planned, meetings: withMember(planned, meeting, session) }
}

const sessionRescheduled = (cohort: Cohort, event: SessionRescheduled): Cohort => {
  const session = openSession(cohort, event.session)
  if (session === undefined) return cohort
  const { start, minutes, at } = event
  return withSession(cohort, { ...session, plan: restate(session.plan, { start, minutes }, at) })
}

/** Also of a session that was never planned, and of a pairing that is over. */
const sessionHeld = (cohort: Cohort, event: SessionHeld): Cohort => {
  const { session: id, pairing, meeting, at } = event
  const session = get(cohort.sessions, id)
  if (session === undefined) {
    return newSession(cohort, {
      session: id,
      pairing,
      meeting,
      plan: undefined,
      mode: undefined,
      firstPlan: undefined,
      status: { value: 'held', at },
      began: event.began,
      ending: event,
    })
  }
  if (session.pairing !== pairing || session.status.value !== 'open') return cohort
  return withSession(cohort, {
    ...session,
    status: restate<Session['status']['value']>(session.status, 'held', at),
    began: event.began,
    ending: event,
  })
}

const sessionCancelled = (cohort: Cohort, event: SessionCancelled): Cohort => {
  const session = openSession(cohort, event.session)
  if (session === undefined) return cohort
  return withSession(cohort, {
    ...session,
    status: restate<Session['status']['value']>(session.status, 'cancelled', event.at),
    ending: event,
  })
}

/** The record of how it ended is taken back. */
const sessionReopened = (cohort: Cohort, event: SessionReopened): Cohort => {
  const session = get(cohort.sessions, event.session)
  if (session === undefined || !isLive(cohort, session)) return cohort
  return withSession(cohort, {
    ...session,
    status: restate<Session['status']['value']>(session.status, 'open', event.at),
    ending: undefined,
  })
}

export const sessionFolds = {
  SessionScheduled: sessionScheduled,
  SessionRescheduled: sessionRescheduled,
  SessionHeld: sessionHeld,
  SessionCancelled: sessionCancelled,
  SessionReopened: sessionReopened,
} satisfies Partial<Folds>
