import { View, type Values } from '@reverse-mentoring/core'
import type { Asked } from './ask.ts'

/** Every pairing of a cohort, as those who run it see it. */
export const board = (cohort: Values.CohortId): Asked<View.BoardRow, View.BoardRow> => ({
  view: View.pairingBoard,
  show: View.showPairing,
  place: View.placeOfCohort(cohort),
})
