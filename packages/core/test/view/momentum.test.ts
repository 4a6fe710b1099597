import { Cohort, View, type Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'

const { at, cancelled, closed, enrolmentOf, F, held, no, P, reopened, said, scheduled, self } =
  Scene
const { the } = Scene
type History = ReadonlyArray<Event.CohortEvent>

const shownAt = (past: History, hour: number): View.ShownMomentum | undefined => {
  const cohort = Cohort.foldCohort(past)
  const header = View.frameOf(cohort)
  const row = View.viewRows(View.momentum, cohort).get(the.pairing)
  return header && row && View.showMomentum(row, header, at(hour))
}

const levelAt = (past: History, hour: number) => shownAt(past, hour)?.level

/** Two cadences of 30 days, in hours. */
const twice = 2 * 30 * 24
const paused = (value: boolean, hour: number): Event.EnrolmentAmended => ({
  type: 'EnrolmentAmended',
  ...said(self(the.mentee), hour),
  enrolment: enrolmentOf(the.mentee, 'mentee'),
  paused: value,
})

test('a proposal has no momentum', () => {
  expect(shownAt(P, 9)).toBeUndefined()
})

describe('A pairing is dormant', () => {
  test('once more than two cadences have gone by since it was formal', () => {
    expect(levelAt(F, 4 + twice)).toBe('steady')
    expect(levelAt(F, 5 + twice)).toBe('dormant')
  })

  test('counted from the session that was held last, and not from one that was planned', () => {
    const met = [...F, scheduled(1, 1, the.mentor, 5, 900), held(2, 1, the.mentor, 101, 100)]
    expect(levelAt(met, 100 + twice)).toBe('steady')
    expect(levelAt(met, 101 + twice)).toBe('dormant')
  })

  test('never while one of the two is paused, and counted from the end of the pause', () => {
    const pause = [...F, paused(true, 200)]
    expect(levelAt(pause, 9000)).toBe('steady')
    expect(levelAt([...pause, paused(false, 300)], 300 + twice)).toBe('steady')
    expect(levelAt([...pause, paused(false, 300)], 301 + twice)).toBe('dormant')
  })

  test('whatever is said of a pause that is none', () => {
    expect(levelAt([...F, paused(false, 300)], 5 + twice)).toBe('dormant')
    const ended = [...F, paused(true, 200), paused(false, 300), paused(false, 900)]
    expect(levelAt(ended, 301 + twice)).toBe('dormant')
  })
})

describe('Cancellations', () => {
  const planned = [1, 2, 3].map((n) => scheduled(n, 1, the.mentor, 5, 100 * n))
  const one = [...F, ...planned, cancelled(1, the.mentee, 50)]
  const two = [...one, cancelled(2, the.mentor, 60, 'mentor')]

  test('slip, and at the threshold stall', () => {
    expect(levelAt([...F, ...planned], 70)).toBe('steady')
    expect(shownAt(one, 70)).toMatchObject({ level: 'slipping', flagged: false })
    expect(shownAt(two, 70)).toMatchObject({ level: 'stalled', flagged: true })
  })

  test('are told by whom', () => {
    expect(shownAt(two, 70)?.inARow).toEqual({ total: 2, byMentee: 1, byMentor: 1 })
    expect(shownAt(two, 70)).toMatchObject({ held: 0, cancelled: 2 })
  })

  test('by the programme do not count in a row', () => {
    const programme = { ...cancelled(2, the.mentor, 60, 'programme'), by: the.coordinator }
    expect(shownAt([...one, programme], 70)).toMatchObject({ level: 'slipping', cancelled: 2 })
  })

  test('before a session that was held count no more', () => {
    const met = [...two, held(3, 1, the.mentee, 310, 300)]
    expect(shownAt(met, 320)).toMatchObject({ level: 'steady', held: 1, lastHeld: at(300) })
    expect(levelAt([...met, reopened(3, the.mentee, 311)], 320)).toBe('stalled')
  })
})

test('The next planned session is the first one from then on', () => {
  const past = [
    ...F,
    ...[300, 100, 200].map((start, i) => scheduled(i + 1, 1, the.mentor, 5, start)),
  ]
  expect(shownAt(past, 100)?.nextPlanned).toBe(at(100))
  expect(shownAt(past, 101)?.nextPlanned).toBe(at(200))
  expect(shownAt(past, 301)?.nextPlanned).toBeUndefined()
})

test('Of what is over nothing is planned, whether it ended or the cohort closed', () => {
  const past = [...F, scheduled(1, 1, the.mentor, 5, 300)]
  for (const end of [no(the.mentee, 1, 50), closed(50)]) {
    const shown = shownAt([...past, end], 60)
    expect(shown).toMatchObject({ level: 'over', endedAt: at(50), planned: [] })
    expect(shown?.nextPlanned).toBeUndefined()
  }
  const row = View.momentum.row(the.pairing, Cohort.foldCohort([...past, no(the.mentee, 1, 50)]))
  expect(row?.planned).toEqual([])
})
