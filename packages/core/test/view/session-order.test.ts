import { Cohort, View, type Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'

const { cancelled, F, held, reopened, the } = Scene

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
