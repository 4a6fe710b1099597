import { View, type Values } from '@reverse-mentoring/core'
import type { Asked } from './ask.ts'

/** How every pairing that is or was formal keeps going, as of an instant. */
export const momentum = (
  cohort: Values.CohortId,
  asOf: Values.Instant,
): Asked<View.MomentumRow, View.ShownMomentum> => ({
  view: View.momentum,
  show: (row, frame) => View.showMomentum(row, frame, asOf),
  place: View.placeOfCohort(cohort),
})

/** The same of a person's own pairings, in all cohorts. */
export const myMomentum = (
  participant: Values.ParticipantId,
  asOf: Values.Instant,
): Asked<View.MomentumRow, View.ShownMomentum> => ({
  view: View.momentum,
  show: (row, frame) => View.showMomentum(row, frame, asOf),
  place: View.placeOfPerson(participant),
})
