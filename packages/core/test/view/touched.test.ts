import { Cohort, View, type Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'

const { B, ended, enrolled, enrolmentOf, erased, F, id, said, the, withdrew } = Scene

/** What a projector keeps of a view: after each event only the touched rows are read again. */
const kept = <A extends View.Audience, Row extends object>(
  view: View.View<A, Row>,
  events: ReadonlyArray<Event.CohortEvent>,
) => {
  const rows = new Map<string, Row>()
  let before = Cohort.noCohort
  for (const event of events) {
    const after = Cohort.evolve(before, event)
    for (const key of view.touched(event, before, after)) {
      const row = view.row(key, after)
      if (row === undefined) rows.delete(key)
      else rows.set(key, row)
    }
    before = after
  }
  return rows
}

const left = [...B, withdrew(the.mentor, 'mentor', 3)]
const again = enrolled(the.mentor, 'mentor', { enrolment: id('enrolment', 77), seniority: 3 })

test('a past enrolment shows the seniority that is stated later', () => {
  const events = [...left, again]
  const row = kept(View.cohortRoster, events).get(enrolmentOf(the.mentor, 'mentor'))
  expect(row?.seniority).toBe(3)
})

test('past enrolments leave the roster with an erasure (INV37)', () => {
  const events = [...left, again, erased(the.mentor, 5)]
  expect([...kept(View.cohortRoster, events).keys()]).toEqual([enrolmentOf(the.mentee, 'mentee')])
})

test('a pause after its end changes no row of a pairing', () => {
  const pause: Event.CohortEvent = {
    type: 'EnrolmentAmended',
    ...said(the.coordinator, 9),
    enrolment: enrolmentOf(the.mentor, 'mentor'),
    paused: true,
  }
  const events = [...F, ended(1, 'completed', 8), pause]
  const whole = View.viewRows(View.momentum, Cohort.foldCohort(events))
  expect(kept(View.momentum, events)).toEqual(whole)
  expect(whole.get(the.pairing)?.paused).toBe(false)
})
