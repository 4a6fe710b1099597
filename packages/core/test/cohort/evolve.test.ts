import { Cohort, type Event } from '@reverse-mentoring/core'
import { describe, expect, test } from 'vitest'
import {
  B,
  F,
  P,
  at,
  boss,
  cancelled,
  closed,
  code,
  coordinator,
  e,
  e2,
  ended,
  enrolled,
  enrolment,
  erased,
  held,
  m,
  m2,
  matched,
  pairing,
  ready,
  said,
  scheduled,
  self,
  session,
  withdrew,
  yes,
} from './scene.ts'

const after = (...events: ReadonlyArray<Event.CohortEvent>) => Cohort.foldCohort(events)
const pairingOf = (state: Cohort.Cohort) => Cohort.pairing(state, pairing(1))
const lines = (hour: number): Event.LinesRecorded => ({
  type: 'LinesRecorded',
  ...said(coordinator, hour),
  lines: [{ participant: m, chain: [boss, e] }],
})

describe('A line that crosses a pair', () => {
  test('ends a proposal', () => {
    expect(pairingOf(after(...P, lines(9)))).toMatchObject({ _tag: 'Ended', because: 'line' })
  })

  test('leaves a formal pairing to the coordinator', () => {
    expect(pairingOf(after(...F, lines(9)))).toMatchObject({ _tag: 'Formal' })
  })

  test('of somebody who was erased is not kept', () => {
    const state = after(...B, erased(m, 5), lines(9))
    expect(Cohort.person(state, m)?.chain?.value).toEqual([])
  })
})

test('An external person has an empty chain, in histories that do not say so too', () => {
  const { chain: _chain, ...external } = enrolled(m, 'mentor', { external: true })
  expect(Cohort.person(after(B[0]!, external), m)?.chain?.value).toEqual([])
})

test('An enrolment ends by itself in a history where another stands in its place', () => {
  const second = enrolled(m, 'mentor', { enrolment: enrolment(60) })
  const state = after(B[0]!, enrolled(m, 'mentor'), second, withdrew(m, 9))
  expect(Cohort.enrolment(state, enrolment(1))?.endedAt).toBe(at(9))
  expect(Cohort.enrolment(state, enrolment(60))?.endedAt).toBeUndefined()
  expect(Cohort.person(state, m)?.mentor.enrolment).toBe(enrolment(60))
})

test('An amendment leaves what it does not state as it was', () => {
  const stated = { hours: 3, purposeAcknowledged: true, capacity: 2, offered: [code('data')] }
  const first = enrolled(m, 'mentor', stated)
  const amend = (change: Partial<Event.EnrolmentAmended>): Event.EnrolmentAmended => ({
    ...{ type: 'EnrolmentAmended', ...said(coordinator, 9), enrolment: enrolment(1) },
    ...change,
  })
  const told = (...events: ReadonlyArray<Event.CohortEvent>) => {
    const state = after(B[0]!, first, ...events)
    const [person, one] = [Cohort.person(state, m), Cohort.enrolment(state, enrolment(1))]
    const { hours, purpose } = person?.mentor ?? {}
    const { capacity, paused, offered, sought } = one ?? {}
    return [hours, purpose, person?.seniority, capacity, paused, offered, sought].map(
      (its) => its?.value,
    )
  }
  const [hours, purpose, seniority] = [3, true, first.seniority]
  const before = [hours, purpose, seniority, 2, undefined, stated.offered, first.sought]
  expect(told()).toEqual(before)
  expect(told(amend({}))).toEqual(before)
  for (const [i, change] of [
    [0, { hours: 4 }],
    [1, { purposeAcknowledged: false }],
    [2, { seniority: 4 }],
    [3, { capacity: 5 }],
    [4, { paused: true }],
    [5, { offered: [] }],
    [6, { sought: [code('design')] }],
  ] as const) {
    const [value] = Object.values<(typeof before)[number]>(change)
    expect(told(amend(change))).toEqual(before.with(i, value))
  }
})

test('Proposals that await an answer are counted by when they were made', () => {
  const two = [...B, ...ready(m2, 'mentor'), ...ready(e2, 'mentee'), matched(1, m, e, 5)]
  const awaiting = (...more: ReadonlyArray<Event.CohortEvent>) =>
    [...after(...two, matched(2, m2, e2, 5), ...more).awaiting].sort()
  expect(awaiting()).toEqual([[at(5), 2]])
  expect(awaiting(ended(1, 'lapsed', 9))).toEqual([[at(5), 1]])
  expect(awaiting(yes(e, 1, 6))).toEqual([[at(5), 2]])
  expect(awaiting(yes(e, 1, 6), yes(m, 1, 7))).toEqual([[at(5), 1]])
  expect(awaiting(ended(1, 'lapsed', 9), ended(2, 'lapsed', 9))).toEqual([])
  expect(awaiting(ended(1, 'lapsed', 9), matched(3, m, e, 10))).toEqual([
    [at(5), 1],
    [at(10), 1],
  ])
})

test('A pairing is formal from the later of the two consents', () => {
  expect(pairingOf(after(...P, yes(e, 1, 30), yes(m, 1, 20)))).toMatchObject({ formalAt: at(30) })
  expect(pairingOf(after(...P, yes(e, 1, 20), yes(m, 1, 30)))).toMatchObject({ formalAt: at(30) })
})

test('A yes of the mentor alone makes nothing formal', () => {
  expect(pairingOf(after(...P, yes(m, 1, 20)))).toMatchObject({
    _tag: 'Proposed',
    answers: { mentor: { yes: at(20) }, mentee: { yes: undefined } },
  })
})

test('A session is of a meeting only where it says so', () => {
  const before = after(...F)
  expect(Cohort.evolve(before, scheduled(1, 1, m, 5, 50)).meetings).toBe(before.meetings)
})

describe('A session that ended', () => {
  const past = [...F, scheduled(1, 1, m, 5, 50), held(1, 1, m, 55, 50)]
  const sessionOf = (state: Cohort.Cohort) => Cohort.session(state, session(1))

  test('is held or cancelled since that was said', () => {
    const ending = held(1, 1, m, 55, 50)
    expect(sessionOf(after(...past))).toMatchObject({
      ...{ status: { value: 'held', at: at(55) }, began: at(50), ending },
    })
    const call = cancelled(1, e, 40)
    expect(sessionOf(after(...past.slice(0, -1), call))).toMatchObject({
      ...{ status: { value: 'cancelled', at: at(40) }, began: undefined, ending: call },
    })
  })

  test('is neither moved nor cancelled by a late event', () => {
    const before = sessionOf(after(...past))
    const moved: Event.SessionRescheduled = {
      type: 'SessionRescheduled',
      ...said(self(m), 60),
      session: session(1),
      start: at(99),
      minutes: 9,
    }
    expect(sessionOf(after(...past, moved))).toEqual(before)
    expect(sessionOf(after(...past, cancelled(1, e, 60)))).toEqual(before)
  })
})

describe('After the close', () => {
  test('a session counts that began by then, and none that began later', () => {
    const state = after(...F, closed(50), held(1, 1, m, 60, 50), held(2, 1, m, 60, 51))
    expect(Cohort.sessions(state).map((one) => one.session)).toEqual([session(1)])
  })

  test('a consent to one use of data still changes, and one to a pairing does not', () => {
    const agreed: Event.ConsentGiven = {
      type: 'ConsentGiven',
      ...said(self(m), 60),
      purpose: 'outcomes',
    }
    const state = after(...P, closed(50), agreed, yes(e, 1, 60))
    expect(Cohort.person(state, m)?.purposes.outcomes?.standing).toBe(true)
    expect(Cohort.pairing(state, pairing(1))?.answers.mentee.yes).toBeUndefined()
  })

  test('an erasure is known, and no enrolment ends anew', () => {
    const state = after(...B, closed(50), erased(m, 60))
    expect(Cohort.isErased(state, m)).toBe(true)
    expect(Cohort.enrolment(state, enrolment(1))?.endedAt).toBe(state.closedAt)
  })
})
