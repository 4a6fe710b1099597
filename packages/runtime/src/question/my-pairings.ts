import { View, type Values } from '@reverse-mentoring/core'
import type { Asked } from './ask.ts'

/** A person's own pairings in all cohorts, those alone that they were asked about. */
export const myPairings = (
  participant: Values.ParticipantId,
): Asked<View.MyPairingRow, View.MyPairingRow> => ({
  view: View.myPairings,
  show: View.showMyPairing,
  place: View.placeOfPerson(participant),
})
