import type { SessionCancelled, SessionScheduled } from '../cohort/event/session.ts'
import type { Pairing, Session } from '../cohort/state/cohort.ts'
import { SessionId, type MeetingId, type PairingId } from '../values/id.ts'
import type { Instant } from '../values/instant.ts'
import { touchedPairings } from './touched.ts'
import type { View, ViewHeader } from './view.ts'
import { get, keysOf } from '../cohort/state/table.ts'

/** One session in a calendar. It holds no topics. */
export interface CalendarRow {
  readonly session: SessionId
  readonly pairing: PairingId
  readonly meeting?: MeetingId
  readonly mode?: SessionScheduled['mode']
  readonly state: 'planned' | 'held' | 'cancelled' | 'void'
  /** Absent of a session that was never planned. */
  readonly start?: Instant
  /** As planned; as held once it was. */
  readonly minutes?: number
  readonly began?: Instant
  readonly cancelledBy?: SessionCancelled['cancelledBy']
  /** Hours between the word of cancellation and the planned start. */
  readonly notice?: number
}

const endingOf = ({ ending }: Session): Partial<CalendarRow> => {
  if (ending === undefined) return {}
  return ending.type === 'SessionHeld'
    ? { state: 'held', began: ending.began, minutes: ending.minutes }
    : { state: 'cancelled', cancelledBy: ending.cancelledBy, notice: ending.notice }
}

const calendarRow = (session: Session, pairing: Pairing): CalendarRow => ({
  session: session.session,
  pairing: session.pairing,
  ...(session.meeting !== undefined && { meeting: session.meeting }),
  ...(session.mode !== undefined && { mode: session.mode }),
  ...(session.plan !== undefined && session.plan.value),
  state: pairing._tag === 'Ended' ? 'void' : 'planned',
  ...endingOf(session),
})

/** Every session of the cohort, by session id. What an end leaves open is void. */
export const sessionCalendar: View<'party' | 'coordinator', CalendarRow> = {
  name: 'session-calendar-1',
  audience: ['party', 'coordinator'],
  touched: (event, before, after) => {
    const session = 'session' in event ? event.session : undefined
    if (session !== undefined) return [session]
    const ended = touchedPairings(event, before).map((id) => get(after.pairings, id))
    return ended.flatMap((pairing) => (pairing?._tag === 'Ended' ? [...pairing.sessions] : []))
  },
  row: (key, cohort) => {
    const session = SessionId.is(key) ? get(cohort.sessions, key) : undefined
    const pairing = session === undefined ? undefined : get(cohort.pairings, session.pairing)
    return session === undefined || pairing === undefined
      ? undefined
      : calendarRow(session, pairing)
  },
  keys: (cohort) => [...keysOf(cohort.sessions)].sort(),
}

/** A row as it stands: a close leaves open sessions void. */
export const showSession = (row: CalendarRow, { closedAt }: ViewHeader): CalendarRow =>
  closedAt !== undefined && row.state === 'planned' ? { ...row, state: 'void' } : row
