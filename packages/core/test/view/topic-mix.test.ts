import { Cohort, View, type Event } from '@reverse-mentoring/core'
import { arbitraryHistory, Scene } from '@reverse-mentoring/testing'
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

/** `paper` in nine pairs, `data` in six, `design` in three, `gaming` in two: the last is about four people. */
const events = [
  ...formal,
  ...numbers(1, 12).map((n) => met(n, n, 10, ...(n > 3 ? ['paper'] : []))),
  ...numbers(1, 6).map((n) => met(20 + n, n, 20, 'data')),
  ...numbers(7, 9).map((n) => met(30 + n, n, 30, 'design')),
  ...numbers(10, 11).map((n) => met(40 + n, n, 40, 'gaming')),
]

describe('The topic mix', () => {
  test('shows shares of what at least k people touched, and nothing of the rest (INV35)', () => {
    expect(mixOf([...events, day(31)])).toEqual([
      { topic: 'paper', share: 9 / 18 },
      { topic: 'data', share: 6 / 18 },
      { topic: 'design', share: 3 / 18 },
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

  test('holds no topic of fewer than k people, and adds up to one, in whatever history', () => {
    fc.assert(
      fc.property(arbitraryHistory(), (history) => {
        const cohort = Cohort.foldCohort(history)
        const publication = View.publishMetrics(cohort, at(9999))
        const topics = View.topicMix(publication)
        for (const { topic } of topics) {
          const people = Cohort.pairings(cohort)
            .filter((pairing) =>
              Cohort.sessionsOf(cohort, pairing).some(
                ({ ending }) =>
                  ending?.type === 'SessionHeld' &&
                  [...ending.byMentor, ...ending.byMentee].includes(topic),
              ),
            )
            .flatMap(({ mentor: one, mentee: other }) => [one, other])
          expect(new Set(people).size).toBeGreaterThanOrEqual(publication.k)
        }
        const sum = topics.reduce((total, { share }) => total + share, 0)
        if (topics.length > 0) expect(sum).toBeCloseTo(1)
      }),
    )
  })
})
