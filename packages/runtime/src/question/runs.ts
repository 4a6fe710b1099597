import { View, type Values } from '@reverse-mentoring/core'
import type { Asked } from './ask.ts'

/** Every recorded run of a matching policy in a cohort, by run id. */
export const runs = (cohort: Values.CohortId): Asked<View.RunRow, View.RunRow> => ({
  view: View.matchingRuns,
  show: (row) => row,
  place: View.placeOfCohort(cohort),
})
