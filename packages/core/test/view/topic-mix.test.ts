import { Cohort, View, type Event } from '@reverse-mentoring/core'
import { arbitraryHistory, Scene } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const { code, held, id, matched, opened, ready, yes } = Scene
type History = ReadonlyArray<Event.CohortEvent>

const mentor = (n: number) => id('participant', 100 + n)
const mentee = (n: number) => id('participant', 200 + n)
const formal: History = [
  opened(),
  ...[1, 2, 3, 4, 5, 6].flatMap((n) => [
    ...ready(mentor(n), 'mentor'),
    ...ready(mentee(n), 'mentee'),
    matched(n, mentor(n), mentee(n)),
    yes(mentee(n), n, 3),
    yes(mentor(n), n, 4),
  ]),
]
const met = (session: number, n: number, hour: number, ...topics: ReadonlyArray<string>) => ({
  ...held(session, n, mentor(n), hour + 2, hour),
  byMentor: topics.map(code),
  byMentee: [],
})
const mixOf = (events: History) => View.topicMix(Cohort.foldCohort(events))

/** `data` in six pairs, `design` in three, `gaming` in two: with k = 5 the last is about four people. */
const events = [
  ...formal,
  ...[1, 2, 3, 4, 5, 6].map((n) => met(n, n, 10, 'data')),
  ...[1, 2, 3].map((n) => met(6 + n, n, 20, 'data', 'design')),
  ...[1, 2].map((n) => met(9 + n, n, 30, 'gaming')),
]

describe('The topic mix', () => {
  test('shows shares of what at least k people touched, and nothing of the rest (INV35)', () => {
    expect(mixOf(events)).toEqual({
      topics: [
        { topic: 'data', share: 9 / 12 },
        { topic: 'design', share: 3 / 12 },
      ],
      suppressed: true,
    })
  })

  test('lumps rare topics that together at least k people touched', () => {
    expect(mixOf([...events, met(20, 6, 30, 'podcasts')])).toMatchObject({
      topics: [{ topic: 'data' }, { topic: 'design' }],
      others: 3 / 15,
      suppressed: false,
    })
  })

  test('counts people, not sessions', () => {
    const often = [10, 20, 30, 40, 50, 60].map((hour, i) => met(i, 1, hour, 'data'))
    expect(mixOf([...formal, ...often])).toEqual({ topics: [], suppressed: true })
  })

  test('is empty before anybody met', () => {
    expect(mixOf(formal)).toEqual({ topics: [], suppressed: false })
    expect(mixOf([])).toEqual({ topics: [], suppressed: false })
  })

  test('holds no topic of fewer than k people, and adds up to one, in whatever history', () => {
    fc.assert(
      fc.property(arbitraryHistory(), (history) => {
        const cohort = Cohort.foldCohort(history)
        const { topics, others } = View.topicMix(cohort)
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
          expect(new Set(people).size).toBeGreaterThanOrEqual(cohort.opened?.rules.k ?? 1)
        }
        const sum = topics.reduce((total, { share }) => total + share, others ?? 0)
        if (topics.length > 0 || others !== undefined) expect(sum).toBeCloseTo(1)
      }),
    )
  })
})
