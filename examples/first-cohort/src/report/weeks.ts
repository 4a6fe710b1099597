import { Values, View } from '@reverse-mentoring/core'
import type { Facts } from './facts.ts'
import { levelAt, type Living } from './level-at.ts'

/** The levels of the pairings that were formal by then. */
export type Levels = ReadonlyMap<Values.PairingId, View.Level>

/** One column of the time that a cohort took, with the level of each pairing at its end. */
export interface Week {
  readonly from: Values.Instant
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

const daysOfColumn = (start: Values.Instant, last: Values.Instant): number => {
  const weeks = (Values.millis(last) - Values.millis(start)) / (7 * Values.DAY)
  return 7 * Math.max(1, Math.ceil(weeks / MOST_COLUMNS))
}

/** Where columns begin. */
const columnsUntil = (
  start: Values.Instant,
  last: Values.Instant,
  days: number,
): ReadonlyArray<Values.Instant> => {
  const columns = [start]
  let from = start
  let end = Values.plusDays(from, days)
  // In the last days of the year 9999 there is no later instant to look at.
  while (from < end && end < last) {
    columns.push(end)
    from = end
    end = Values.plusDays(from, days)
  }
  return columns
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

/** The level of every pairing in the end of each week. O(weeks × sessions). */
export const weeksOf = ({ input, formal }: Facts): Weeks => {
  const { cohort, momentum } = input.answers
  const { start, closedAt } = cohort
  const last = closedAt === undefined || input.asOf < closedAt ? input.asOf : closedAt
  const days = daysOfColumn(start, last)
  const sessions = new Map(formal.map((each) => [each.pairing.pairing, each.sessions]))
  const pairings = momentum.map((row) => ({ row, sessions: sessions.get(row.pairing) ?? [] }))
  const columns = columnsUntil(start, last, days)
  // The last one is now, as the view shows it.
  const now = levelsBy(pairings, ({ row }) => View.showMomentum(row, cohort, last).level)
  return {
    weeks: columns.map((from, i) => ({
      from,
      levels:
        i === columns.length - 1
          ? now
          : levelsBy(pairings, (living) => levelAt(living, cohort, columns[i + 1] ?? last)),
    })),
    standing:
      closedAt === undefined ? now : levelsBy(pairings, ({ row }) => beforeClose(row, cohort)),
    days,
  }
}
