import { Cohort, View } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'

const { at, B, closed, the } = Scene

const shown = (past: typeof B) => {
  const cohort = Cohort.foldCohort(past)
  const frame = View.frameOf(cohort)
  const row = View.viewRows(View.cohortList, cohort).get(the.cohort)
  return frame && row && View.showCohort(row, frame)
}

test('A cohort is listed from its opening, and its close changes no row', () => {
  expect(shown([])).toBeUndefined()
  expect(shown(B)).toMatchObject({ cohort: the.cohort, state: 'open', start: at(0) })
  expect(shown([...B, closed(50)])).toMatchObject({ state: 'closed', closedAt: at(50) })
  const rowsOf = (past: typeof B) => View.viewRows(View.cohortList, Cohort.foldCohort(past))
  expect(rowsOf([...B, closed(50)])).toEqual(rowsOf(B))
})

test('It shows its rules', () => {
  expect(shown(B)?.rules).toMatchObject({ k: 5, stallThreshold: 2 })
})

test('It is found among all', () => {
  const row = { cohort: the.cohort, programme: the.programme, coordinators: [the.coordinator.id] }
  expect(View.cohortList.places(row, the.cohort, the.cohort)).toEqual([
    { place: 'all', key: the.cohort },
    { place: `person/${the.coordinator.id}`, key: the.cohort },
  ])
})
