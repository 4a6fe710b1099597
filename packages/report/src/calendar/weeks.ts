import { Values, View } from '@reverse-mentoring/core'
import type { Facts } from '../facts.ts'
import { datesIn, dayAfter, daysBetween, type Dates, type Day } from './dates.ts'
import { levelAt, type Living } from './level-at.ts'

/** The levels of the pairings that were formal by then. */
export type Levels = ReadonlyMap<Values.PairingId, View.Level>

/** One column of the time that a cohort took, with the level of each pairing at its end. */
export interface Week {
  /** Its first day, in the cohort's zone. */
  readonly from: Day
  readonly levels: Levels
}

/** What pairings were like on the way, as it is known now. */
export interface Weeks {
  /** In order; the last one ends with the close, or with the date of the report. */
  readonly weeks: ReadonlyArray<Week>
  /** As pairings stand, or stood when the cohort was about to close. */
  readonly standing: Levels
  /** Days of one column: a week, or as many as it takes for no more than 104 columns. */
  readonly days: number
}

const MOST_COLUMNS = 104

/** The first days of columns, from the cohort's first day on, by the calendar of its zone. */
const columnsUntil = (first: Day, last: Day): { columns: ReadonlyArray<Day>; days: number } => {
  const weeks = Math.floor(Math.max(0, daysBetween(first, last)) / 7) + 1
  const days = 7 * Math.ceil(weeks / MOST_COLUMNS)
  const columns = Array.from({ length: Math.ceil((7 * weeks) / days) }, (_, i) =>
    dayAfter(first, i * days),
  )
  return { columns, days }
}

const levelsBy = (
  pairings: ReadonlyArray<Living>,
  levelOf: (living: Living) => View.Level | undefined,
): Levels => {
  const levels = new Map<Values.PairingId, View.Level>()
  for (const living of pairings) {
    const level = levelOf(living)
    if (level !== undefined) levels.set(living.row.pairing, level)
  }
  return levels
}

/** As it was when the cohort was about to close. */
const beforeClose = (
  { endedAt, ...row }: View.ShownMomentum,
  { closedAt, ...open }: View.ShownCohort,
): View.Level =>
  endedAt === closedAt || endedAt === undefined
    ? View.showMomentum(row, open, closedAt ?? open.start).level
    : 'over'

/** The last instant before a column; the end of the cohort where there is none. */
const endBefore = (next: Day | undefined, last: Values.Instant, { beginOf }: Dates) =>
  next === undefined ? last : Values.plusMillis(beginOf(next), -1)

/** The level of every pairing in the end of each week. O(weeks × sessions). */
export const weeksOf = ({ input, formal }: Facts): Weeks => {
  const { cohort, momentum, asOf } = input.answers
  const { start, closedAt, zone } = cohort
  const dates = datesIn(zone)
  const last = closedAt === undefined || asOf < closedAt ? asOf : closedAt
  const sessions = new Map(formal.map((each) => [each.pairing.pairing, each.sessions]))
  const pairings = momentum.map((row) => ({ row, sessions: sessions.get(row.pairing) ?? [] }))
  const { columns, days } = columnsUntil(dates.dayOf(start), dates.dayOf(last))
  // The last one is now, as the view shows it.
  const now = levelsBy(pairings, ({ row }) => View.showMomentum(row, cohort, last).level)
  return {
    weeks: columns.map((from, i) => {
      if (i === columns.length - 1) return { from, levels: now }
      const end = endBefore(columns[i + 1], last, dates)
      return { from, levels: levelsBy(pairings, (living) => levelAt(living, cohort, end)) }
    }),
    standing:
      closedAt === undefined ? now : levelsBy(pairings, ({ row }) => beforeClose(row, cohort)),
    days,
  }
}
