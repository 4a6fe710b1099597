import { Cohort, Values, View, type Event } from '@reverse-mentoring/core'

/** One column of the time that a cohort took, with the level of each pairing that was formal by its end. */
export interface Week {
  readonly from: Values.Instant
  readonly levels: ReadonlyMap<Values.PairingId, View.Level>
}

/** The cohort that a history led to, and what it was like on the way. */
export interface Walked {
  readonly cohort: Cohort.Cohort
  readonly header: View.Frame
  /** In order; the last one ends with the close, or with the date of the report. */
  readonly weeks: ReadonlyArray<Week>
  /** As pairings stand, or stood when the cohort was about to close. */
  readonly standing: Week['levels']
  /** Days of one column: a week, or as many as it takes for no more than 104 columns. */
  readonly days: number
}

const MOST_COLUMNS = 104

const daysOfColumn = (start: Values.Instant, last: Values.Instant): number => {
  const weeks = (Values.millis(last) - Values.millis(start)) / (7 * Values.DAY)
  return 7 * Math.max(1, Math.ceil(weeks / MOST_COLUMNS))
}

const earlier = (a: Values.Instant, b: Values.Instant): Values.Instant => (a < b ? a : b)

/** The levels of these rows at an instant. */
const levelsAt = (
  rows: ReadonlyMap<string, View.MomentumRow>,
  cohort: Cohort.Cohort,
  at: Values.Instant,
): Week['levels'] => {
  const header = View.frameOf(cohort)
  const levels = new Map<Values.PairingId, View.Level>()
  if (header === undefined) return levels
  for (const row of rows.values()) {
    levels.set(row.pairing, View.showMomentum(row, header, at).level)
  }
  return levels
}

/**
 * Folds a history once, looking at every pairing at the end of each week as it was known then.
 * `undefined` before the opening. O(events + weeks × pairings).
 */
export const walkHistory = (
  events: ReadonlyArray<Event.CohortEvent>,
  asOf: Values.Instant,
): Walked | undefined => {
  const start = events.find((event) => event.type === 'CohortOpened')?.start
  if (start === undefined) return undefined
  const closed = events.find((event) => event.type === 'CohortClosed')?.at
  const last = closed === undefined ? asOf : earlier(closed, asOf)
  const days = daysOfColumn(start, last)

  const rows = new Map<string, View.MomentumRow>()
  const weeks: Array<Week> = []
  let cohort = Cohort.noCohort
  let from = start
  let standing: Week['levels'] | undefined
  const lookUntil = (instant: Values.Instant): void => {
    let end = Values.plusDays(from, days)
    // In the last days of the year 9999 there is no later instant to look at.
    while (from < end && end < instant) {
      weeks.push({ from, levels: levelsAt(rows, cohort, end) })
      from = end
      end = Values.plusDays(from, days)
    }
  }
  for (const event of events) {
    lookUntil(earlier(event.at, last))
    const after = Cohort.evolve(cohort, event)
    if (cohort.closedAt === undefined && after.closedAt !== undefined) {
      standing = levelsAt(rows, cohort, after.closedAt)
    }
    for (const key of View.momentum.touched(event, cohort, after)) {
      const row = View.momentum.row(key, after)
      if (row !== undefined) rows.set(key, row)
    }
    cohort = after
  }
  lookUntil(last)
  const levels = levelsAt(rows, cohort, last)
  weeks.push({ from, levels })
  const header = View.frameOf(cohort)
  return header && { cohort, header, weeks, standing: standing ?? levels, days }
}
