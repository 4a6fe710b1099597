import { View, type Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const { at, code, held, id, matched, opened, ready, said, the, yes } = Scene
type History = ReadonlyArray<Event.CohortEvent>

const mentor = (n: number) => id('participant', 100 + n)
const mentee = (n: number) => id('participant', 200 + n)
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** Twelve formal pairs and thirty people who wait: k is 5. */
const formal: History = [
  opened(),
  ...numbers(1, 12).flatMap((n) => [
    ...ready(mentor(n), 'mentor'),
    ...ready(mentee(n), 'mentee'),
    matched(n, mentor(n), mentee(n)),
    yes(mentee(n), n, 3),
    yes(mentor(n), n, 4),
  ]),
  ...numbers(13, 42).flatMap((n) => ready(mentor(n), 'mentor')),
]
const met = (session: number, n: number, hour: number, ...topics: ReadonlyArray<string>) => ({
  ...held(session, n, mentor(n), hour + 2, hour),
  byMentor: topics.map(code),
  byMentee: [],
})

/** Anything at all that is said so many days after the start. */
const day = (n: number): Event.CohortEvent => ({
  type: 'CoordinatorsNamed',
  ...said(the.coordinator, 24 * n),
  coordinators: [the.coordinator.id],
})

const last = (events: History, days: number) =>
  View.publications(events).findLast(({ asOf }) => asOf <= at(24 * days))
const mixOf = (events: History, days = 31) => View.topicMix(last(events, days) ?? { figures: [] })

/**
 * `paper` in nine pairs, `data` in six, `design` in three, `gaming` in two: the last is about four people. Of each, some
 * had it twice.
 */
const events = [
  ...formal,
  ...numbers(1, 12).map((n) => met(n, n, 10, ...(n > 3 ? ['paper'] : []))),
  ...numbers(1, 6).map((n) => met(20 + n, n, 20, 'data')),
  ...numbers(7, 9).map((n) => met(30 + n, n, 30, 'design')),
  ...numbers(10, 11).map((n) => met(40 + n, n, 40, 'gaming')),
  ...numbers(1, 2).map((n) => met(60 + n, n, 50, 'data')),
  ...[met(67, 7, 50, 'design'), met(69, 9, 50, 'paper'), met(70, 10, 50, 'gaming')],
]

describe('The topic mix', () => {
  test('shows shares of what at least k people touched, and nothing of the rest (INV35)', () => {
    expect(mixOf([...events, day(31)])).toEqual([
      { topic: 'paper', share: 10 / 22, since: at(24 * 30) },
      { topic: 'data', share: 8 / 22, since: at(24 * 30) },
      { topic: 'design', share: 4 / 22, since: at(24 * 30) },
    ])
  })

  test('counts people, not sessions', () => {
    const often = numbers(1, 6).map((i) => met(i, 1, 10 * i, 'data'))
    expect(mixOf([...formal, ...often, day(31)])).toEqual([])
  })

  test('is empty before the first date', () => {
    expect(mixOf(events)).toEqual([])
    expect(mixOf([])).toEqual([])
  })

  test('tells nothing of one session to who asks before and after it', () => {
    const before = [...events, day(31)]
    const after = [...before, met(99, 10, 24 * 32, 'data', 'design', 'gaming')]
    for (const days of [31, 32, 33, 60]) {
      expect(mixOf(after, days)).toEqual(mixOf(before, days))
    }
    const [then, later] = [mixOf(before), mixOf([...after, day(61)], 61)]
    expect(later).toEqual(then)
    const many = numbers(1, 12).map((n) => met(100 + n, n, 24 * 62, ...(n < 9 ? ['data'] : [])))
    expect(mixOf([...after, ...many, day(91)], 91)).not.toEqual(then)
  })

  test('is held against the sessions that a coordinator sees today', () => {
    // Twenty formal pairs and twenty people who wait; five of the pairs cancel.
    const pairsOfTwenty = [
      opened(),
      ...numbers(1, 20).flatMap((n) => [
        ...ready(mentor(n), 'mentor'),
        ...ready(mentee(n), 'mentee'),
        matched(n, mentor(n), mentee(n)),
        yes(mentee(n), n, 3),
        yes(mentor(n), n, 4),
      ]),
      ...numbers(21, 40).flatMap((n) => ready(mentor(n), 'mentor')),
    ]
    const before = [
      ...pairsOfTwenty,
      ...numbers(1, 15).map((n) => met(n, n, 24 * 40, ...(n < 15 ? ['data'] : []))),
      ...numbers(1, 6).map((n) => met(20 + n, n, 24 * 41, 'data')),
      ...numbers(16, 20).flatMap((n) => [
        Scene.scheduled(n, n, mentor(n), 24 * 40, 24 * 50),
        Scene.cancelled(n, mentor(n), 24 * 41, 'mentor'),
      ]),
      day(61),
    ]
    const after = [
      ...before,
      Scene.reopened(15, mentor(15), 24 * 70),
      met(30, 1, 24 * 71, 'data'),
      day(91),
    ]
    // All sessions but none were about data, of fourteen pairs that everybody sees.
    expect(mixOf(after, 91)).toEqual([])
  })

  test('holds no topic of fewer than k people, and adds up to one, whoever talked of what', () => {
    const topics = ['data', 'design', 'gaming', 'paper']
    const session = fc.record({
      n: fc.integer({ min: 1, max: 12 }),
      about: fc.subarray(topics),
    })
    let shown = 0
    fc.assert(
      fc.property(fc.array(session, { minLength: 10, maxLength: 60 }), (sessions) => {
        const history = [
          ...formal,
          ...sessions.map(({ n, about }, i) => met(i + 1, n, 10 * i, ...about)),
        ]
        const mix = mixOf([...history, day(61)], 61)
        shown += mix.length
        for (const { topic } of mix) {
          const about = sessions.filter((one) => one.about.some((name) => name === String(topic)))
          expect(2 * new Set(about.map(({ n }) => n)).size).toBeGreaterThanOrEqual(5)
        }
        const sum = mix.reduce((total, { share }) => total + share, 0)
        if (mix.length > 0) expect(sum).toBeCloseTo(1)
      }),
    )
    expect(shown).toBeGreaterThan(0)
  })
})
