import { Values } from '@reverse-mentoring/core'
import { instantOn, workdayFrom, type Day } from './calendar.ts'
import { between, pick } from './chance.ts'
import { deed } from './deed.ts'
import { dayIn, openSession, type Behaviour, type Pair } from './pair.ts'
import { said, self } from './setting.ts'

/** After what the next session is planned, how soon, and for how many days later than that. */
const rhythm = (
  pair: Pair,
):
  { readonly since: Values.Instant; readonly wait: number; readonly ahead: number } | undefined => {
  const { setting, world, pairing, sessions, character } = pair
  if (pairing._tag !== 'Formal') return undefined
  const last = sessions.at(-1)
  const roll = (what: string, least: number, most: number): number =>
    between(least, most, setting.chance(what, pairing.pairing, sessions.length))
  if (last?.ending === undefined)
    return { since: pairing.formalAt, wait: roll('wait', 1, 4), ahead: roll('ahead', 4, 10) }
  const { ending } = last
  if (ending.type === 'SessionHeld') {
    const cadence = world.cohort.opened?.rules.cadenceDays ?? 0
    return {
      since: ending.began,
      wait: roll('wait', 1, 3),
      ahead: roll('ahead', cadence - 6, cadence + 1),
    }
  }
  const cancelled = sessions.filter((session) => session.ending?.type === 'SessionCancelled').length
  if (character === 'fades' && cancelled >= 2) return undefined
  return { since: ending.at, wait: roll('wait', 2, 6), ahead: roll('ahead', 5, 10) }
}

/** The next session of a pairing that has none planned; never later than a few days before the planned end. */
export const scheduling: Behaviour = (pair) => {
  const { setting, today, pairing, sessions } = pair
  const { chance, ids, start, plannedEnd } = setting
  const next = rhythm(pair)
  if (next === undefined || openSession(pair) !== undefined) return []
  if (today < dayIn(pair, next.since) + next.wait) return []
  const { pairing: id } = pairing
  const session = ids.of(Values.SessionId, id, sessions.length)
  const day: Day = workdayFrom(start, today + next.ahead)
  const begin = instantOn(start, day, between(18, 31, chance('hour', session)) * 30)
  if (begin >= Values.plusDays(plannedEnd, -5)) return []
  const by = self(chance('scheduler', session) < 0.8 ? pairing.mentor : pairing.mentee)
  return [
    deed({
      type: 'ScheduleSession',
      ...said(setting, today, by, 'schedule', session),
      sessions: [{ session, pairing: id }],
      start: begin,
      minutes: pick([30, 45, 45, 60], chance('minutes', session)) ?? 45,
      mode: pairing.matched.differs?.location === false ? 'onSite' : 'remote',
    }),
  ]
}
