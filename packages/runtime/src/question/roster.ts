import { View, type Values } from '@reverse-mentoring/core'
import type { Asked } from './ask.ts'

/** Every enrolment of a cohort, as those who run it see it. */
export const roster = (cohort: Values.CohortId): Asked<View.RosterRow, View.RosterRow> => ({
  view: View.cohortRoster,
  show: View.showEnrolment,
  place: View.placeOfCohort(cohort),
})
