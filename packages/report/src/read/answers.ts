import type { Values, View } from '@reverse-mentoring/core'

/** What a coordinator's desk says of one cohort. */
export interface Answers {
  /** The one date of the report: levels, plans and published figures are as of it; all else is as it stands. */
  readonly asOf: Values.Instant
  readonly cohort: View.ShownCohort
  readonly board: ReadonlyArray<View.BoardRow>
  readonly roster: ReadonlyArray<View.RosterRow>
  readonly momentum: ReadonlyArray<View.ShownMomentum>
  readonly calendar: ReadonlyArray<View.CalendarRow>
  readonly runs: ReadonlyArray<View.RunRow>
  /** Absent before the first date of publication. */
  readonly figures: View.Publication | undefined
}
