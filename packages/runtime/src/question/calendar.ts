import { View, type Values } from '@reverse-mentoring/core'
import type { Asked } from './ask.ts'

/** Every session of a cohort, by session id. */
export const calendar = (cohort: Values.CohortId): Asked<View.CalendarRow, View.CalendarRow> => ({
  view: View.sessionCalendar,
  show: View.showSession,
  place: View.placeOfCohort(cohort),
})

/** A person's own sessions in all cohorts, in the order of time, from an instant on where one is given. */
export const mySessions = (
  participant: Values.ParticipantId,
  from?: Values.Instant,
): Asked<View.CalendarRow, View.CalendarRow> => ({
  view: View.sessionCalendar,
  show: View.showSession,
  place: View.placeOfPerson(participant),
  ...(from !== undefined && { between: { from } }),
})
