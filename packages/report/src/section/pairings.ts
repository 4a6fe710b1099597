import type { Values, View } from '@reverse-mentoring/core'
import { datesIn, daysBetween, type Day } from '../calendar/dates.ts'
import { weeksOf } from '../calendar/weeks.ts'
import type { Facts, Names, Numbered } from '../facts.ts'

/** One pairing over time. */
export interface PairingLine {
  readonly number: number
  readonly names: Names
  /** By week; `undefined` until it was formal. */
  readonly levels: ReadonlyArray<View.Level | undefined>
  /** As it stands, or stood when the cohort was about to close. */
  readonly stands: View.Level | undefined
  /** Sessions held by week. */
  readonly held: ReadonlyArray<number>
  /** When its last session began. */
  readonly last: Values.Instant | undefined
  /** The first planned start from the date of the report on. */
  readonly next: Values.Instant | undefined
}

/** Every pairing that is or was formal, from the first week in which one was. */
export interface PairingsOverTime {
  /** The first day of each, in the cohort's zone. */
  readonly weeks: ReadonlyArray<Day>
  readonly daysOfWeek: number
  /** Whether the last column ends with the close, and so with every pairing. */
  readonly closed: boolean
  readonly lines: ReadonlyArray<PairingLine>
}

/** How many sessions began in each column, by the days of the cohort's zone. */
const heldByWeek = (
  { held }: Numbered,
  {
    weeks,
    days,
    dayOf,
  }: { weeks: ReadonlyArray<Day>; days: number } & Pick<ReturnType<typeof datesIn>, 'dayOf'>,
): ReadonlyArray<number> => {
  const counts = weeks.map(() => 0)
  const [first] = weeks
  if (first === undefined) return counts
  for (const { began } of held) {
    const at = Math.floor(daysBetween(first, dayOf(began)) / days)
    const within = Math.min(Math.max(at, 0), counts.length - 1)
    counts[within] = (counts[within] ?? 0) + 1
  }
  return counts
}

const lastOf = ({ held }: Numbered): Values.Instant | undefined =>
  held
    .map(({ began }) => began)
    .sort()
    .at(-1)

/** The level of each pairing at the end of each week, by what is known now. */
export const pairingsOverTime = (facts: Facts): PairingsOverTime => {
  const { cohort, momentum } = facts.input.answers
  const { weeks: all, standing, days } = weeksOf(facts)
  const first = all.findIndex(({ levels }) => levels.size > 0)
  const shown = first < 0 ? [] : all.slice(first)
  const weeks = shown.map(({ from }) => from)
  const { dayOf } = datesIn(cohort.zone)
  const next = new Map(momentum.map(({ pairing, nextPlanned }) => [pairing, nextPlanned]))
  const lines = facts.formal.map((numbered): PairingLine => {
    const { pairing } = numbered.pairing
    return {
      number: numbered.number,
      names: numbered.names,
      levels: shown.map(({ levels }) => levels.get(pairing)),
      stands: standing.get(pairing),
      held: heldByWeek(numbered, { weeks, days, dayOf }),
      last: lastOf(numbered),
      next: next.get(pairing),
    }
  })
  return { weeks, daysOfWeek: days, closed: cohort.closedAt !== undefined, lines }
}
