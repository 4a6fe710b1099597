import { View, type Values } from '@reverse-mentoring/core'
import type { Asked } from './ask.ts'

/** Every cohort, and in what state it is. */
export const allCohorts: Asked<View.CohortRow, View.ShownCohort> = {
  view: View.cohortList,
  show: View.showCohort,
  place: View.everywhere,
  isOfMany: true,
}

/** The cohorts that somebody coordinates. */
export const cohortsOf = (
  coordinator: Values.ParticipantId,
): Asked<View.CohortRow, View.ShownCohort> => ({
  ...allCohorts,
  place: View.placeOfPerson(coordinator),
})
