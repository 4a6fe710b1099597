import { Cohort, View, type Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'

const { at, B, closed, ended, matched, no, P, ready, the, yes } = Scene
const DAYS = 24

const due = (past: ReadonlyArray<Event.CohortEvent>) =>
  View.viewRows(View.dueList, Cohort.foldCohort(past)).get('deadline')

test('Nothing is due where nobody is asked', () => {
  expect(due(B)).toBeUndefined()
})

test('The earliest deadline of what awaits an answer is due, under its instant', () => {
  expect(due(P)).toEqual({ deadline: at(2 + 14 * DAYS) })
  expect(View.dueList.places({ deadline: at(2 + 14 * DAYS) }, 'deadline', the.cohort)).toEqual([
    { place: 'all', key: at(2 + 14 * DAYS) },
  ])
  const later = [
    ...P,
    ...ready(the.secondMentor, 'mentor'),
    ...ready(the.secondMentee, 'mentee'),
    matched(2, the.secondMentor, the.secondMentee, 30),
  ]
  expect(due(later)).toEqual({ deadline: at(2 + 14 * DAYS) })
  expect(due([...later, no(the.mentee, 1, 40)])).toEqual({ deadline: at(30 + 14 * DAYS) })
})

test('An agreement of both, an end and a close take it away', () => {
  const half = [...P, yes(the.mentee, 1, 3)]
  expect(due(half)).toBeDefined()
  for (const end of [yes(the.mentor, 1, 4), ended(1, 'lapsed', 400), closed(50)])
    expect(due([...half, end])).toBeUndefined()
})

test('Two proposals of one instant are counted, not forgotten with the first', () => {
  const two = [
    ...B,
    ...ready(the.secondMentor, 'mentor'),
    ...ready(the.secondMentee, 'mentee'),
    matched(1, the.mentor, the.mentee, 2),
    matched(2, the.secondMentor, the.secondMentee, 2),
  ]
  expect(due([...two, ended(1, 'programme', 9)])).toEqual({ deadline: at(2 + 14 * DAYS) })
  expect(due([...two, ended(1, 'programme', 9), ended(2, 'programme', 9)])).toBeUndefined()
})
