import type { View } from '@reverse-mentoring/core'

/** What the coordinator's desk says of one cohort. */
export interface Answers {
  readonly cohort: View.ShownCohort
  readonly board: ReadonlyArray<View.BoardRow>
  readonly roster: ReadonlyArray<View.RosterRow>
  /** As of the date of the report. */
  readonly momentum: ReadonlyArray<View.ShownMomentum>
  readonly calendar: ReadonlyArray<View.CalendarRow>
  /** Absent before the first date of publication. */
  readonly figures: View.Publication | undefined
}
