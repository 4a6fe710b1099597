import { View, type Event, type Values } from '@reverse-mentoring/core'
import { firstBroken, type Invariant } from './invariant.ts'

/** What the roster has to say of an enrolment. */
type Told = Pick<View.RosterRow, 'participant' | 'role' | 'capacity' | 'paused'> & {
  leftAt?: Values.Instant
}

/** The enrolments of a sound history, told from its events alone; those who are erased have none. */
const toldEnrolments = (
  events: Iterable<Event.CohortEvent>,
): ReadonlyMap<Values.EnrolmentId, Told> => {
  const told = new Map<Values.EnrolmentId, Told>()
  for (const event of events) {
    if (event.type === 'Enrolled') {
      const { participant, role, capacity } = event
      told.set(event.enrolment, { participant, role, capacity, paused: false })
    }
    const one = 'enrolment' in event ? told.get(event.enrolment) : undefined
    if (event.type === 'EnrolmentAmended' && one !== undefined) {
      const { capacity = one.capacity, paused = one.paused } = event
      told.set(event.enrolment, { ...one, capacity, paused })
    }
    if (event.type === 'ParticipantWithdrew' && one !== undefined)
      told.set(event.enrolment, { ...one, leftAt: event.at })
    if (event.type === 'ParticipantErased')
      for (const [id, { participant }] of told)
        if (participant === event.participant) told.delete(id)
  }
  return told
}

/** INV1, as it is shown. */
export const rosterIsTold: Invariant = {
  rule: 'INV1',
  name: 'the roster shows every enrolment with the places and the pause that were stated last',
  broken: ({ events, cohort }, { views }) => {
    const view = views.find(({ name }) => name === View.cohortRoster.name)
    if (view === undefined) return undefined
    const told = toldEnrolments(events)
    const rows = View.viewRows(view, cohort)
    if (rows.size !== told.size)
      return `the roster has ${String(rows.size)} rows instead of ${String(told.size)}`
    return firstBroken(told, ([enrolment, expected]) => {
      const row = rows.get(enrolment)
      const wrong = Object.entries(expected).find(
        ([name, value]) => row === undefined || Reflect.get(row, name) !== value,
      )
      return wrong === undefined
        ? undefined
        : `the roster shows ${enrolment} with another ${wrong[0]}`
    })
  },
}
