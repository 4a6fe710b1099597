import { Cohort, View, type Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'

const { cancelled, F, held, id, reopened, scheduled, the } = Scene

const momentumAfter = (...events: ReadonlyArray<Event.CohortEvent>) =>
  View.viewRows(View.momentum, Cohort.foldCohort([...F, ...events])).get(the.pairing)

test('an unplanned session keeps its place when its record is taken back and it is cancelled (INV19)', () => {
  const row = momentumAfter(
    held(1, 1, the.mentee, 7, 7),
    held(2, 1, the.mentee, 8, 8),
    reopened(2, the.mentee, 9),
    cancelled(2, the.mentee, 10),
  )
  expect(row?.inARow.total).toBe(1)
})

test('an unplanned session that is open again is not planned', () => {
  const row = momentumAfter(held(1, 1, the.mentee, 7, 7), reopened(1, the.mentee, 9))
  expect(row?.planned).toEqual([])
})

test('sessions stand by their times, whatever their ids, and by their ids where the times are one', () => {
  const events = [
    ...F,
    scheduled(3, 1, the.mentee, 5, 110),
    scheduled(1, 1, the.mentee, 6, 120),
    scheduled(2, 1, the.mentee, 7, 100),
    held(5, 1, the.mentee, 210, 200),
    reopened(5, the.mentee, 211),
    held(4, 1, the.mentee, 212, 200),
  ]
  const cohort = Cohort.foldCohort(events)
  const found = Cohort.pairing(cohort, the.pairing)
  const order = found && Cohort.sessionsOf(cohort, found).map((one) => one.session)
  expect(order).toEqual([2, 3, 1, 4, 5].map((n) => id('session', n)))
})
