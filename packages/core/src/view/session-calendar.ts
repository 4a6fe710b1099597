import type * as t from 'io-ts'
import type { Pairing, Session } from '../cohort/state/cohort.ts'
import { fields } from '../values/fields.ts'
import { word } from '../values/word.ts'
import type { Plain } from '../values/plain.ts'
import { type CohortId, MeetingId, PairingId, ParticipantId, SessionId } from '../values/id.ts'
import { Instant } from '../values/instant.ts'
import { Minutes, NoticeHours } from '../values/number.ts'
import { placeOfCohort, placeOfPerson, type Place } from './place.ts'
import { touchedPairings } from './touched.ts'
import type { Frame, View } from './view.ts'
import { get, keysOf } from '../cohort/state/table.ts'

/** One session in a calendar. It holds no topics. */
export const CalendarRow = fields(
  {
    session: SessionId,
    pairing: PairingId,
    mentor: ParticipantId,
    mentee: ParticipantId,
    state: word('planned', 'held', 'cancelled', 'void'),
  },
  {
    meeting: MeetingId,
    mode: word('remote', 'onSite'),
    /** Absent of a session that was never planned. */
    start: Instant,
    /** As planned; as held once it was. */
    minutes: Minutes,
    began: Instant,
    cancelledBy: word('mentor', 'mentee', 'programme'),
    /** Hours between the word of cancellation and the planned start. */
    notice: NoticeHours,
  },
  'CalendarRow',
)
export interface CalendarRow extends Plain<t.TypeOf<typeof CalendarRow>> {}

const endingOf = ({ ending }: Session): Partial<CalendarRow> => {
  if (ending === undefined) return {}
  return ending.type === 'SessionHeld'
    ? { state: 'held', began: ending.began, minutes: ending.minutes }
    : { state: 'cancelled', cancelledBy: ending.cancelledBy, notice: ending.notice }
}

const calendarRow = (session: Session, pairing: Pairing): CalendarRow => ({
  session: session.session,
  pairing: session.pairing,
  mentor: pairing.mentor,
  mentee: pairing.mentee,
  ...(session.meeting !== undefined && { meeting: session.meeting }),
  ...(session.mode !== undefined && { mode: session.mode }),
  ...(session.plan !== undefined && session.plan.value),
  state: pairing._tag === 'Ended' ? 'void' : 'planned',
  ...endingOf(session),
})

/** Where a session stands in a party's calendar: its planned start, else when it began; then its id. */
export const calendarKey = ({ session, start, began }: CalendarRow): string =>
  `${start ?? began ?? ''} ${session}`

const places = (row: CalendarRow, key: string, cohort: CohortId): ReadonlyArray<Place> => [
  { place: placeOfCohort(cohort), key },
  { place: placeOfPerson(row.mentor), key: calendarKey(row) },
  { place: placeOfPerson(row.mentee), key: calendarKey(row) },
]

/** Every session of the cohort, by session id; in the calendars of its parties, by time. What an end leaves open is void. */
export const sessionCalendar: View<'party' | 'coordinator', CalendarRow> = {
  name: 'session-calendar-2',
  audience: ['party', 'coordinator'],
  codec: CalendarRow,
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
  places,
}

/** A row as it stands: a close leaves open sessions void. */
export const showSession = (row: CalendarRow, { closedAt }: Frame): CalendarRow =>
  closedAt !== undefined && row.state === 'planned' ? { ...row, state: 'void' } : row
