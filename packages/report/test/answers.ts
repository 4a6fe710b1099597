import { Cohort, View, type Event, type Values } from '@reverse-mentoring/core'
import type { Answers } from '@reverse-mentoring/report'

const shownRows = <Row extends object, Shown>(
  view: Pick<View.View<View.Audience, Row>, 'keys' | 'row'>,
  show: (row: Row, frame: View.Frame) => Shown,
  cohort: Cohort.Cohort,
  frame: View.Frame,
): ReadonlyArray<Shown> => [...View.viewRows(view, cohort).values()].map((row) => show(row, frame))

/** What a coordinator's desk would say of a cohort that stands so; nothing before the opening. */
export const answersOfState = (
  cohort: Cohort.Cohort,
  asOf: Values.Instant,
  figures: Answers['figures'],
): Answers | undefined => {
  const frame = View.frameOf(cohort)
  if (frame === undefined) return undefined
  const [listed] = shownRows(View.cohortList, View.showCohort, cohort, frame)
  if (listed === undefined) return undefined
  const momentumAt = (row: View.MomentumRow, light: View.Frame) =>
    View.showMomentum(row, light, asOf)
  return {
    asOf,
    cohort: listed,
    board: shownRows(View.pairingBoard, View.showPairing, cohort, frame),
    roster: shownRows(View.cohortRoster, View.showEnrolment, cohort, frame),
    runs: [...View.viewRows(View.matchingRuns, cohort).values()],
    momentum: shownRows(View.momentum, momentumAt, cohort, frame),
    calendar: shownRows(View.sessionCalendar, View.showSession, cohort, frame),
    figures,
  }
}

/** The same of one with this history. */
export const answersOf = (
  events: ReadonlyArray<Event.CohortEvent>,
  asOf: Values.Instant,
): Answers | undefined =>
  answersOfState(
    Cohort.foldCohort(events),
    asOf,
    View.publications(events).findLast((one) => one.asOf <= asOf),
  )
