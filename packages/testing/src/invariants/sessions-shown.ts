import { Cohort, Values, View } from '@reverse-mentoring/core'
import type { Core } from '../walk/core.ts'
import { firstBroken, type Invariant } from './invariant.ts'
import { toldSessions, type ToldSession } from './told-sessions.ts'

const rowsOf = (
  { views }: Core,
  { name }: { readonly name: string },
  cohort: Cohort.Cohort,
): ReadonlyMap<string, unknown> => {
  const view = views.find((one) => one.name === name)
  return view === undefined ? new Map() : View.viewRows(view, cohort)
}

/** Whether it ended by itself: a row does not know of the close, which its frame shows. */
const isOver = (cohort: Cohort.Cohort, id: Values.PairingId): boolean => {
  const pairing = Cohort.pairing(cohort, id)
  return pairing?._tag === 'Ended' && pairing.because !== 'closed'
}

/** What the calendar has to say of a session. */
const calendarOf = (told: ToldSession, cohort: Cohort.Cohort): Partial<View.CalendarRow> => {
  const { session, pairing, start, ending, planned } = told
  const is = { session, pairing, ...(planned && { start }) }
  if (ending?.type === 'SessionHeld') {
    const { began, minutes } = ending
    return { ...is, state: 'held', began, minutes }
  }
  if (ending !== undefined) return { ...is, state: 'cancelled', cancelledBy: ending.cancelledBy }
  return { ...is, state: isOver(cohort, pairing) ? 'void' : 'planned' }
}

/** What momentum has to say of the sessions of a pairing. */
const momentumOf = (
  told: ReadonlyArray<ToldSession>,
  isLive: boolean,
): Partial<View.MomentumRow> => {
  const held = told.flatMap(({ ending }) => (ending?.type === 'SessionHeld' ? [ending.began] : []))
  const lastHeld = [...held].sort().at(-1)
  return {
    held: held.length,
    cancelled: told.filter(({ ending }) => ending?.type === 'SessionCancelled').length,
    ...(lastHeld !== undefined && { lastHeld }),
    planned: isLive
      ? told.filter(({ ending, planned }) => planned && ending === undefined).map((s) => s.start)
      : [],
  }
}

const byPairing = (
  told: ReadonlyArray<ToldSession>,
): ReadonlyMap<Values.PairingId, ReadonlyArray<ToldSession>> => {
  const groups = new Map<Values.PairingId, Array<ToldSession>>()
  for (const one of told) {
    const group = groups.get(one.pairing)
    if (group === undefined) groups.set(one.pairing, [one])
    else group.push(one)
  }
  return groups
}

/** The first field in which a row differs from what it has to say. */
const wrongField = (row: unknown, expected: object): string | undefined => {
  if (typeof row !== 'object' || row === null) return 'everything: there is no row'
  return Object.entries(expected)
    .filter(([name, value]) => JSON.stringify(Reflect.get(row, name)) !== JSON.stringify(value))
    .map(([name]) => name)[0]
}

/** INV13 and INV17, as they are shown. */
export const sessionsAreCounted: Invariant = {
  rule: 'INV17',
  name: 'calendar and momentum show every session as it was told, and count those that ended',
  broken: ({ events, cohort }, core) => {
    const told = toldSessions(events)
    const calendar = rowsOf(core, View.sessionCalendar, cohort)
    const inCalendar = firstBroken(told, (one) => {
      const wrong = wrongField(calendar.get(one.session), calendarOf(one, cohort))
      return wrong === undefined
        ? undefined
        : `the calendar shows ${one.session} with another ${wrong}`
    })
    if (inCalendar !== undefined) return inCalendar
    if (calendar.size > told.length) return 'the calendar shows a session that nobody told of'
    const ofPairing = byPairing(told)
    return firstBroken(rowsOf(core, View.momentum, cohort), ([key, row]) => {
      if (!Values.PairingId.is(key)) return `momentum shows ${key}, which is no pairing`
      const isLive = !isOver(cohort, key)
      const wrong = wrongField(row, momentumOf(ofPairing.get(key) ?? [], isLive))
      return wrong === undefined ? undefined : `momentum shows ${key} with another ${wrong}`
    })
  },
}
