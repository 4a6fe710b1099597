import { Cohort, View, type Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'

const { at, cancelled, closed, F, held, id, no, reopened, said, scheduled, self, the } = Scene
type History = ReadonlyArray<Event.CohortEvent>

const sessionAt = (past: History) => {
  const cohort = Cohort.foldCohort(past)
  const header = View.frameOf(cohort)
  const row = View.viewRows(View.sessionCalendar, cohort).get(the.session)
  return header && row && View.showSession(row, header)
}

const plan = [...F, { ...scheduled(1, 1, the.mentor, 5, 100), meeting: id('meeting', 1) }]
const planned = {
  session: the.session,
  pairing: the.pairing,
  mentor: the.mentor,
  mentee: the.mentee,
  meeting: id('meeting', 1),
  mode: 'remote',
  state: 'planned',
  start: at(100),
  minutes: 45,
}

test('A session is shown as planned, and as moved', () => {
  expect(sessionAt(plan)).toEqual(planned)
  const moved: Event.SessionRescheduled = {
    type: 'SessionRescheduled',
    ...said(self(the.mentee), 6),
    session: the.session,
    start: at(200),
    minutes: 30,
  }
  expect(sessionAt([...plan, moved])).toEqual({ ...planned, start: at(200), minutes: 30 })
})

test('A session that was held shows when, and no topics', () => {
  const meeting = { meeting: id('meeting', 1), minutes: 20 }
  const past = [...plan, { ...held(1, 1, the.mentor, 111, 110), ...meeting }]
  expect(sessionAt(past)).toEqual({ ...planned, state: 'held', began: at(110), minutes: 20 })
  expect(sessionAt([...F, held(1, 1, the.mentor, 111, 110)])).toEqual({
    session: the.session,
    pairing: the.pairing,
    mentor: the.mentor,
    mentee: the.mentee,
    state: 'held',
    began: at(110),
    minutes: 45,
  })
})

test('A cancellation shows by whom and how late, until it is taken back', () => {
  const past = [...plan, cancelled(1, the.mentor, 50)]
  expect(sessionAt(past)).toEqual({
    ...planned,
    state: 'cancelled',
    cancelledBy: 'mentee',
    notice: 24,
  })
  expect(sessionAt([...past, reopened(1, the.mentor, 60)])).toEqual(planned)
})

test('What an end or a close leaves open is void, and what had ended stays', () => {
  for (const end of [no(the.mentee, 1, 60), closed(60)]) {
    expect(sessionAt([...plan, end])?.state).toBe('void')
    expect(sessionAt([...plan, cancelled(1, the.mentor, 50), end])?.state).toBe('cancelled')
    expect(sessionAt([...F, held(1, 1, the.mentor, 31, 30), end])?.state).toBe('held')
  }
})
