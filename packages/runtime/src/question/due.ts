import { View, type Values } from '@reverse-mentoring/core'
import type { Asked } from './ask.ts'

/** A cohort in which time asks for something. */
export interface DueCohort extends View.DueRow {
  readonly cohort: Values.CohortId
}

/** The cohorts in which a deadline has passed by then, the earliest first. */
export const dueBy = (asOf: Values.Instant): Asked<View.DueRow, DueCohort> => ({
  view: View.dueList,
  show: (row, { cohort }) => ({ ...row, cohort }),
  place: View.everywhere,
  isOfMany: true,
  // The keys are deadlines: up to and with that instant.
  between: { to: `${asOf}~` },
})
