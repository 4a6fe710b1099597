import { Cohort, Command } from '@reverse-mentoring/core'
import { given } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'
import {
  F,
  at,
  closed,
  code,
  cohort,
  coordinator,
  e,
  m,
  pairing,
  said,
  says,
  self,
} from '../scene.ts'

const extend = (list: 'topics' | 'goals', ...codes: ReadonlyArray<string>) =>
  ({ type: 'ExtendCodes', ...says(coordinator, 9), list, codes: codes.map(code) }) as const
const extended = (list: 'topics' | 'goals', ...codes: ReadonlyArray<string>) =>
  ({ type: 'CodesExtended', ...said(coordinator, 9), list, codes: codes.map(code) }) as const

test('A code that was added is taken from then on', () => {
  const goals = (hour: number) =>
    ({
      type: 'AgreeGoals',
      cohort,
      ...said(self(e), hour),
      pairing: pairing(1),
      goals: [code('added')],
    }) as const
  given(...F)
    .when(goals(10))
    .thenRefused({ _tag: 'UnknownCode', code: code('added'), list: 'goals' })
  const { cohort: _cohort, ...content } = goals(10)
  given(...F, extended('goals', 'added'))
    .when(goals(10))
    .then({ ...content, type: 'GoalsAgreed' })
})

test('What is in the list already drops out', () => {
  given(...F)
    .when(extend('topics', 'data', 'added', 'added'))
    .then(extended('topics', 'added'))
  given(...F)
    .when(extend('topics', 'data'))
    .then()
  const state = Cohort.foldCohort([...F, extended('topics', 'added'), extended('topics', 'added')])
  expect(state.codes.topics.filter((one) => one === code('added'))).toHaveLength(1)
  expect(state.opened?.codes.topics).not.toContain(code('added'))
})

test('A list has a bound', () => {
  const numbered = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => `code-${String(from + i)}`)
  const full = [
    ...F,
    extended('topics', ...numbered(0, 500)),
    extended('topics', ...numbered(500, 497)),
  ]
  given(...full)
    .when(extend('topics', 'one-more'))
    .thenRefused({ _tag: 'UnsoundRules', problem: 'too-many-codes' })
  const nearly = [...full.slice(0, -1), extended('topics', ...numbered(500, 496))]
  given(...nearly)
    .when(extend('topics', 'one-more'))
    .then(extended('topics', 'one-more'))
  const { ExtendCodes } = Command.commands
  expect([0, 1, 500, 501].map((n) => ExtendCodes.is(extend('topics', ...numbered(0, n))))).toEqual([
    ...[false, true, true, false],
  ])
})

test('After the close no list grows', () => {
  given(...F, closed(8))
    .when({ ...extend('topics', 'added'), at: at(9) })
    .thenRefused({ _tag: 'CohortOver', cohort })
  expect(
    Cohort.foldCohort([...F, closed(8), extended('topics', 'added')]).codes.topics,
  ).not.toContain(code('added'))
})

test('Nobody but a coordinator adds any', () => {
  given(...F)
    .when({ ...extend('topics', 'added'), by: self(m) })
    .thenRefused({ _tag: 'NotAllowed', by: self(m) })
})
