import { Cohort, type Event, Matching, View } from '@reverse-mentoring/core'
import { describe, expect, test } from 'vitest'
import {
  B,
  F,
  P,
  at,
  cancelled,
  code,
  declared,
  e,
  ended,
  erased,
  held,
  m,
  m2,
  e2,
  e3,
  m3,
  participant,
  matched,
  no,
  opening,
  other,
  pairing,
  ready,
  reopened,
  said,
  scheduled,
  self,
  session,
  yes,
} from '../scene.ts'

type History = ReadonlyArray<Event.CohortEvent>

/** Everything that a coordinator sees, row by row. */
const seen = (events: History) => {
  const state = Cohort.foldCohort(events)
  return {
    board: View.viewRows(View.pairingBoard, state),
    roster: View.viewRows(View.cohortRoster, state),
    momentum: View.viewRows(View.momentum, state),
    calendar: View.viewRows(View.sessionCalendar, state),
  }
}

const draftOf = (events: History) => Matching.matchingPool(Cohort.foldCohort(events), new Map())

const momentumAt = (events: History, hour: number) => {
  const state = Cohort.foldCohort(events)
  const header = View.frameOf(state)
  const row = View.viewRows(View.momentum, state).get(pairing(1))
  if (header === undefined || row === undefined) throw new Error('There is no such pairing')
  return View.showMomentum(row, header, at(hour))
}

describe('To a coordinator', () => {
  test('the mentee’s no and the mentor’s no are equal, but for the instant of the end', () => {
    const mentees = seen([...P, no(e, 1, 9)])
    expect(seen([...P, yes(e, 1, 3), no(m, 1, 9)])).toEqual(mentees)
    expect(mentees.board.get(pairing(1))).toMatchObject({
      state: 'will-not-go-ahead',
      endedAt: at(9),
    })
  })

  test('a lapse reads the same', () => {
    expect(seen([...P, ended(1, 'lapsed', 9)])).toEqual(seen([...P, no(e, 1, 9)]))
  })

  test('a proposal awaits answers, whoever has said yes', () => {
    expect(seen([...P, yes(e, 1, 3)])).toEqual(seen(P))
    expect(seen(P).board.get(pairing(1))).toMatchObject({ state: 'awaiting-answers' })
  })

  test('no declared conflict shows, whoever declared it', () => {
    expect(seen([...B, declared(m, e, 4)])).toEqual(seen(B))
    expect(seen([...B, declared(e, m, 4)])).toEqual(seen(B))
  })

  test('a conflict that ends a pairing is as a withdrawal, and so is the next draft', () => {
    for (const past of [P, F]) {
      const withdrawn = [...past, no(e, 1, 9)]
      for (const conflict of [declared(m, e, 9), declared(e, m, 9)]) {
        expect(seen([...past, conflict])).toEqual(seen(withdrawn))
        expect(draftOf([...past, conflict])).toEqual(draftOf(withdrawn))
      }
    }
  })
})

test('A no is not held against anybody: the next draft only forbids the pair, which a lapse does not (INV14)', () => {
  const afterNo = draftOf([...P, no(e, 1, 9)])
  const afterLapse = draftOf([...P, ended(1, 'lapsed', 9)])
  expect(afterNo).toEqual({ ...afterLapse, forbidden: [{ first: m, second: e }] })
  expect(afterLapse.forbidden).toEqual([])
})

test('Somebody who enrolled after the lines were recorded is not ready, for their line is unknown', () => {
  const { chain: _chain, ...unknown } = ready(m2, 'mentor')[0] as Event.Enrolled
  const recorded: Event.LinesRecorded = {
    type: 'LinesRecorded',
    ...said(self(e), 1),
    lines: [{ participant: m2, chain: [] }],
  }
  const past = [...B, recorded, unknown, ...ready(m2, 'mentor').slice(1)]
  expect(draftOf(past).notReady).toEqual([{ participant: m2, role: 'mentor' }])
})

describe('Momentum', () => {
  const planned = [1, 2, 3].map((n) => scheduled(n, 1, m, 5, 100 + 10 * n))

  test('a session that is recorded late stands where it was planned: one in a row, not flagged', () => {
    const past = [
      ...F,
      ...planned,
      cancelled(1, e, 50),
      cancelled(3, e, 60),
      held(2, 1, m, 140, 120),
    ]
    expect(momentumAt(past, 150)).toMatchObject({
      inARow: { total: 1, byMentee: 1, byMentor: 0 },
      flagged: false,
      level: 'slipping',
    })
  })

  test('what an end leaves counts, and what it leaves open is void', () => {
    const past = [
      ...F,
      scheduled(1, 1, m, 5, 220),
      scheduled(2, 1, m, 5, 320),
      cancelled(1, e, 52),
      ended(1, 'programme', 52),
    ]
    expect(momentumAt(past, 60)).toMatchObject({ inARow: { total: 1 }, level: 'over', planned: [] })
    expect(seen(past).calendar.get(session(2))).toMatchObject({ state: 'void' })
    expect(seen(past).calendar.get(session(1))).toMatchObject({ state: 'cancelled' })
  })

  test('two in a row flag the pairing, and a reopening takes that back', () => {
    const past = [...F, ...planned, cancelled(1, e, 50), cancelled(2, e, 51)]
    expect(momentumAt(past, 60)).toMatchObject({ flagged: true, level: 'stalled' })
    expect(momentumAt([...past, reopened(2, e, 52)], 60)).toMatchObject({ flagged: false })
  })
})

test('The same question answered twice by one author counts once, and the later answer counts', () => {
  const answer = (n: number, rating: number): Event.FeedbackGiven => ({
    type: 'FeedbackGiven',
    ...said(self(m), 10 + n),
    feedback: other(n),
    pairing: pairing(1),
    question: code('heard'),
    occasion: 'half',
    rating,
    themes: [],
  })
  const state = Cohort.foldCohort([...F, answer(1, 2), answer(2, 5)])
  const counted = [...Cohort.feedback(state)]
  expect(counted.map(({ rating }) => rating)).toEqual([5])
})

test('Pairs across units are still counted when one of the two was erased', () => {
  // Others are enrolled, matched and formal beside them, for a figure that equals another one is not published.
  const past = [
    opening({ k: 1 }),
    ...[m, m2, m3, participant(7)].flatMap((id) => ready(id, 'mentor')),
    ...[e, e2, e3].flatMap((id) => ready(id, 'mentee')),
    { ...matched(1, m, e), differs: { region: true } },
    yes(e, 1, 3),
    yes(m, 1, 4),
    matched(2, m2, e2),
    yes(e2, 2, 3),
    yes(m2, 2, 4),
    matched(3, m3, e3),
  ]
  const crossUnit = (events: History) =>
    View.publishMetrics(Cohort.foldCohort(events), at(99)).figures.find(
      ({ figure }) => figure === 'cross-unit',
    )
  expect(crossUnit(past)).toEqual({ figure: 'cross-unit', total: 2, people: 2, since: at(99) })
  expect(crossUnit([...past, erased(m, 50)])).toEqual(crossUnit(past))
})
