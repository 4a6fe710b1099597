import type { View } from '@reverse-mentoring/core'

/** What the desks say of one cohort: the coordinator's, and the sponsor's figures. */
export interface Answers {
  readonly cohort: View.ShownCohort
  readonly board: ReadonlyArray<View.BoardRow>
  readonly roster: ReadonlyArray<View.RosterRow>
  /** As of the date of the report. */
  readonly momentum: ReadonlyArray<View.ShownMomentum>
  readonly calendar: ReadonlyArray<View.CalendarRow>
  readonly topicMix: View.TopicMix
  /** Absent before the first date of publication. */
  readonly figures: View.Publication | undefined
}
