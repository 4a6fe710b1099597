import { Cohort, View, type Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'

const { at, B, closed, code, enrolled, enrolmentOf, ended, erased, F, id, matched } = Scene
const { no, ready, said, the, withdrew } = Scene

type History = ReadonlyArray<Event.CohortEvent>

const [idle, other] = [id('participant', 31), id('participant', 32)]
const worth = { pairs: 3, score: 120 }

const ran = (part: number, of: number, more: Partial<Event.MatchingRan> = {}) =>
  ({
    type: 'MatchingRan',
    ...said(the.coordinator, 10 + part),
    ...{ run: id('run', 1), basedOn: 5, policy: code('topics-first'), policyVersion: '1.2' },
    ...{ seed: 7, digest: '0'.repeat(64), part, of, pairs: 2, objective: worth, bound: worth },
    unmatched: [{ participant: idle, role: 'mentor', reason: 'not-admissible' }],
    ...more,
  }) as Event.MatchingRan

const runsOf = (past: History) => [
  ...View.viewRows(View.matchingRuns, Cohort.foldCohort(past)).values(),
]

describe('a run', () => {
  const past = [...B, ...ready(idle, 'mentor')]

  test('shows what all of its parts came to, whichever was recorded first', () => {
    const [second, first] = [ran(2, 3), ran(1, 3, { unmatched: [] })]
    const row = {
      run: id('run', 1),
      ranAt: at(12),
      ...{ policy: 'topics-first', policyVersion: '1.2' },
      ...{ of: 3, parts: 2, pairs: 4, unmatched: 1, objective: worth, bound: worth },
    }
    expect(runsOf([...past, second, first])).toEqual([row])
    expect(runsOf([...past, second, first, first])).toEqual([row])
  })

  test('stands after an erasure and a close, for it shows nobody', () => {
    const rows = runsOf([...past, ran(1, 1)])
    expect(runsOf([...past, ran(1, 1), erased(idle, 20), closed(30)])).toEqual(rows)
    expect(JSON.stringify(rows)).not.toContain(idle)
  })

  test('shows no revision, seed or digest: receipts and drafts are sealed', () => {
    const shown = Object.keys(runsOf([...past, ran(1, 1)])[0] ?? {})
    for (const sealed of ['basedOn', 'seed', 'digest']) expect(shown).not.toContain(sealed)
  })

  test('was the best where its worth is its bound, and claims nothing without one', () => {
    expect(View.isBest({ objective: worth, bound: worth })).toBe(true)
    expect(View.isBest({ objective: { ...worth, people: 6 }, bound: worth })).toBe(true)
    expect(View.isBest({ objective: worth, bound: { ...worth, score: 121 } })).toBe(false)
    expect(
      View.isBest({ objective: { ...worth, people: 5 }, bound: { ...worth, people: 6 } }),
    ).toBe(false)
    expect(View.isBest({ objective: worth })).toBeUndefined()
  })
})

describe('why somebody was left waiting', () => {
  const past = [...B, ...ready(idle, 'mentor'), ...ready(other, 'mentee')]
  const left = [...past, ran(1, 1)]

  const reasonAt = (history: History, participant = idle) => {
    const cohort = Cohort.foldCohort(history)
    const frame = View.frameOf(cohort)
    const rows = [...View.viewRows(View.cohortRoster, cohort).values()]
    const shown = rows.map((row) => (frame === undefined ? row : View.showEnrolment(row, frame)))
    return shown.findLast((row) => row.participant === participant)?.leftWaiting
  }

  test('is what the last run said of them, and when', () => {
    expect(reasonAt(left)).toEqual({ at: at(11), reason: 'not-admissible' })
    const again = ran(2, 1, {
      run: id('run', 2),
      part: 1,
      unmatched: [
        { participant: idle, role: 'mentor', reason: 'limit', limit: code('per-region') },
      ],
    })
    expect(reasonAt([...left, again])).toEqual({
      at: at(12),
      reason: 'limit',
      limit: 'per-region',
    })
  })

  test('is gone with a proposal, and does not come back when that ends', () => {
    const proposed = [...left, matched(9, idle, other, 20)]
    expect(reasonAt(proposed)).toBeUndefined()
    expect(reasonAt([...proposed, no(other, 9, 30)])).toBeUndefined()
  })

  test('is not said of who had a pairing, and of a new enrolment not yet', () => {
    const busy = { participant: the.mentor, role: 'mentor', reason: 'spread' } as const
    const history = [...F, ran(1, 1, { unmatched: [busy] })]
    expect(reasonAt(history, the.mentor)).toBeUndefined()
    expect(reasonAt([...history, ended(1, 'programme', 30)], the.mentor)).toBeUndefined()
    const returned = [
      ...left,
      withdrew(idle, 'mentor', 20),
      enrolled(idle, 'mentor', { enrolment: id('enrolment', 77) }),
    ]
    expect(reasonAt(returned)).toBeUndefined()
  })

  test('goes with an erasure and a close', () => {
    expect(reasonAt([...left, erased(idle, 20)])).toBeUndefined()
    expect(reasonAt([...left, closed(20)])).toBeUndefined()
  })

  test('touches the row of whom it is about (INV23)', () => {
    const before = Cohort.foldCohort(past)
    const event = ran(1, 1)
    const keys = [...View.cohortRoster.touched(event, before, Cohort.evolve(before, event))]
    expect(keys).toContain(enrolmentOf(idle, 'mentor'))
  })
})
