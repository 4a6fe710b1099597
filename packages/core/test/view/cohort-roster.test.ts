import { Cohort, View, type Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'

const { at, B, closed, code, enrolled, enrolmentOf, erased, no, opened, P, ready, said } = Scene
const { the, withdrew } = Scene
type History = ReadonlyArray<Event.CohortEvent>

const rosterAt = (past: History): ReadonlyArray<View.RosterRow> => {
  const cohort = Cohort.foldCohort(past)
  const header = View.frameOf(cohort)
  const rows = [...View.viewRows(View.cohortRoster, cohort).values()]
  return header === undefined ? [] : rows.map((row) => View.showEnrolment(row, header))
}
const mentorAt = (past: History) =>
  rosterAt(past).find(({ participant }) => participant === the.mentor)

const amended = (more: Partial<Event.EnrolmentAmended>): Event.EnrolmentAmended => ({
  type: 'EnrolmentAmended',
  ...said(the.coordinator, 5),
  enrolment: enrolmentOf(the.mentor, 'mentor'),
  ...more,
})

test('A row shows the enrolment as it stands', () => {
  const row = {
    enrolment: enrolmentOf(the.mentor, 'mentor'),
    participant: the.mentor,
    role: 'mentor',
    external: false,
    seniority: 2,
    offered: [],
    sought: [],
    capacity: 1,
    inUse: 0,
    paused: false,
    enrolledAt: at(1),
    missing: [],
    waitingSince: at(1),
  }
  expect(mentorAt(B)).toEqual(row)
  const change = { capacity: 3, paused: true, offered: [code('data')], sought: [code('design')] }
  expect(mentorAt([...B, amended({ ...change, seniority: 4 })])).toEqual({
    ...row,
    ...change,
    seniority: 4,
    missing: ['pause'],
  })
})

test('A proposal takes a place, and who has one does not wait; a refusal gives both back', () => {
  expect(mentorAt(P)).toMatchObject({ inUse: 1 })
  expect(mentorAt(P)).not.toHaveProperty('waitingSince')
  expect(mentorAt([...P, no(the.mentee, 1, 9)])).toMatchObject({ inUse: 0, waitingSince: at(1) })
})

test('What is missing is named, gate by gate', () => {
  const {
    seniority: _s,
    chain: _c,
    purposeAcknowledged: _p,
    ...rest
  } = enrolled(the.mentor, 'mentor')
  const strict = opened({ gates: { purpose: true, briefing: ['mentor'], hours: 2 } })
  expect(mentorAt([strict, rest])?.missing).toEqual([
    'line',
    'seniority',
    'purpose',
    'briefing',
    'hours',
  ])
  expect(mentorAt([strict, { ...rest, hours: 1 }])?.missing).toContain('hours')
  expect(mentorAt([strict, { ...rest, hours: 2 }])?.missing).not.toContain('hours')
})

test('Who has left neither waits nor misses anything', () => {
  const row = mentorAt([...P, withdrew(the.mentor, 'mentor', 9)])
  expect(row).toMatchObject({ inUse: 0, missing: [], leftAt: at(9) })
  expect(row).not.toHaveProperty('waitingSince')
})

test('After the close nobody waits, and nothing is in use or missing', () => {
  const past = [...P, ...ready(the.secondMentor, 'mentor').slice(0, 1), closed(9)]
  for (const row of rosterAt(past)) {
    expect(row).toMatchObject({ inUse: 0, missing: [] })
    expect(row).not.toHaveProperty('waitingSince')
  }
})

test('Of who was erased no row is left, also after the close', () => {
  expect(mentorAt([...P, erased(the.mentor, 9)])).toBeUndefined()
  expect(mentorAt([...P, closed(8), erased(the.mentor, 9)])).toBeUndefined()
})

test('The waiting list has the longest first, as carried over or since the enrolment', () => {
  const past = [
    ...B,
    ...ready(the.secondMentor, 'mentor', { waitingSince: at(-100) }),
    ...ready(the.secondMentee, 'mentee', said(the.coordinator, 0)),
  ]
  const list = View.waitingList(rosterAt(past)).map(({ participant }) => participant)
  expect(list).toEqual([the.secondMentor, the.secondMentee, the.mentor, the.mentee])
  const rows = [...rosterAt(B)]
  expect(View.waitingList([...rows].reverse())).toEqual(View.waitingList(rows))
})
