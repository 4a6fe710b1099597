import { checkHistory } from '@reverse-mentoring/audit'
import type { Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'

const { B, closed, enrolled, erased, named, opened, said, the } = Scene

/** The rules that the last event breaks, where the ones before it break none. */
const rulesOf = (...events: ReadonlyArray<Event.CohortEvent>): ReadonlyArray<string> => {
  const broken = checkHistory(events)
  expect(broken.filter(({ at }) => at < events.length - 1)).toEqual([])
  return [...new Set(broken.map(({ rule }) => rule))]
}

const closedBy = (by: typeof the.coordinator): Event.CohortClosed => ({ ...closed(9), by })
const older: Event.CohortOpened = { ...opened(), anybodyCoordinates: true }
const participant = the.mentor

test('INV41 a coordinator who is not named', () => {
  expect(rulesOf(opened(), closedBy(the.coordinator))).toEqual([])
  expect(rulesOf(opened(), closedBy(the.deputy))).toEqual(['INV41'])
  expect(rulesOf(opened(), named(3, the.deputy.id), closedBy(the.deputy))).toEqual([])
  expect(rulesOf(opened(), named(3, the.deputy.id), closedBy(the.coordinator))).toEqual(['INV41'])
})

test('INV41 a coordinator who is or was enrolled, named or not', () => {
  const by = { role: 'coordinator', id: participant } as const
  expect(rulesOf(...B, named(3, participant), closedBy(by))).toEqual(['INV41'])
  expect(rulesOf(older, enrolled(participant, 'mentor'), closedBy(by))).toEqual(['INV41'])
})

test('INV41 lets anybody coordinate after an opening that named nobody, until somebody is named', () => {
  expect(rulesOf(older, closedBy(the.deputy))).toEqual([])
  expect(rulesOf(older, named(3, the.coordinator.id), closedBy(the.deputy))).toEqual(['INV41'])
})

test('INV41 says nothing of systems and participants', () => {
  const { system, deputy } = the
  expect(rulesOf(opened(), { ...named(3, deputy.id), by: system })).toEqual([])
})

test('INV21 coordinators are named after the close too', () => {
  expect(rulesOf(opened(), closed(9), named(10, the.deputy.id))).toEqual([])
})

test('INV26 a naming of somebody who was erased', () => {
  const naming: Event.CoordinatorsNamed = {
    type: 'CoordinatorsNamed',
    ...said(the.coordinator, 9),
    coordinators: [participant],
  }
  expect(rulesOf(...B, erased(participant, 5), naming)).toEqual(['INV26'])
})
