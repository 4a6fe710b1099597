import { Values, type Command, type Event } from '@reverse-mentoring/core'

/** A change of one enrolment after the other, around and around: each is a new word, and the cohort grows no larger. */
export const amendments = (
  events: ReadonlyArray<Event.CohortEvent>,
): (() => Command.AmendEnrolment) => {
  const [opening] = events
  const enrolments = events.flatMap((event) => (event.type === 'Enrolled' ? [event.enrolment] : []))
  if (opening?.type !== 'CohortOpened') throw new Error('no cohort')
  const { cohort, by, plannedEnd } = opening
  let turn = 0
  return () => {
    const enrolment = enrolments[turn % enrolments.length]
    if (enrolment === undefined) throw new Error('nobody is enrolled')
    turn += 1
    const at = Values.plusMillis(plannedEnd, turn)
    return { type: 'AmendEnrolment', cohort, at, by, enrolment, hours: turn % 20 }
  }
}
