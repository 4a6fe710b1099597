import type { Event } from '@reverse-mentoring/core'
import { Scene, arbitraryHistory } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportPage } from '@reverse-mentoring/report'
import { dataAt, endOf, formal, mentor, met, pageText, shown } from './worked.ts'

const numRuns = process.env['FULL'] === '1' ? 200 : 25

/** `data` in six of nine pairs, `design` in three, `gaming` in two: with k = 5 the last is about four people. Not all had theirs once. */
const events = [
  ...formal(9),
  ...[1, 2, 3, 4, 5, 6].map((n) => met(n, n, 10)),
  ...[7, 8, 9].map((n) => met(n, n, 10, ['design'])),
  ...[1, 2].map((n) => met(9 + n, n, 20, ['data', 'gaming'])),
  ...[3, 4, 5].map((n) => met(19 + n, n, 20, [])),
  met(27, 7, 25, ['design']),
]

/** After a close on day 39, which is a date of publication. */
const told = (history: ReadonlyArray<Event.CohortEvent>, more: Parameters<typeof shown>[2] = {}) =>
  shown([...history, Scene.closed(24 * 39)], 40, more)

describe('the topic mix', () => {
  test('shows shares of what at least k people touched, and nothing of the rest (INV35)', () => {
    const labels = new Map([[Scene.code('data'), 'Reading data']])
    expect(told(events, { labels }).topics.topics).toMatchObject([
      { label: 'Reading data', share: 8 / 12 },
      { label: 'design', share: 4 / 12 },
    ])
    expect(pageText(told(events))).toContain('Shown are shares, as of the date')
  })

  test('shows nothing before figures are published', () => {
    expect(shown(events, 29).topics.topics).toEqual([])
    expect(pageText(shown(events, 29))).toContain('No topic can be told yet')
  })

  test('names no topic of fewer than k people on the page, in whatever history', () => {
    fc.assert(
      fc.property(arbitraryHistory(), (history) => {
        const labels = new Map(
          ['data', 'design', 'gaming'].map((code) => [Scene.code(code), `<${code}>`]),
        )
        const data = dataAt(history, endOf(history), { labels })
        if (data === undefined) return
        const people = new Map<string, Set<string>>()
        for (const event of history) {
          if (event.type !== 'SessionHeld') continue
          for (const code of [...event.byMentor, ...event.byMentee]) {
            people.set(code, (people.get(code) ?? new Set()).add(event.pairing))
          }
        }
        const text = reportPage(data)
        for (const code of labels.keys()) {
          // Even if no two of these pairings shared a person, fewer than k stand behind the topic.
          if (2 * (people.get(code)?.size ?? 0) < data.rules.k)
            expect(text).not.toContain(`${code}&gt;`)
        }
      }),
      { numRuns },
    )
  })

  test.each([
    [['data'], true, 8 / 12],
    [['design'], false, 4 / 12],
  ])('warns if digital topics crowd out the rest (R7): %s', (codes, crowded, share) => {
    const digital = new Set(codes.map(Scene.code))
    expect(told(events, { digital }).topics).toMatchObject({ crowded, digital: share })
  })

  test('does not warn of what nobody said is digital', () => {
    expect(told(events).topics).toMatchObject({ crowded: false, digital: undefined })
  })
})

const publishedOf = (history: ReadonlyArray<Event.CohortEvent>) => told(history).published.lines

describe('the published figures', () => {
  test('are those of the last fixed date, and say which', () => {
    const going = [...events, Scene.erased(mentor(6), 24 * 45)]
    const [then, later] = [45, 59].map((day) => shown(going, day).published)
    expect(then?.asOf).toBe(Scene.at(24 * 30))
    expect(later).toEqual(then)
    expect(pageText(shown(going, 45))).toContain('figures were published on 31 March 2026')
  })

  test('are none before the first date', () => {
    const { asOf, lines } = shown(events, 29).published
    expect(asOf).toBeUndefined()
    expect(lines.every(({ value }) => value === undefined)).toBe(true)
  })

  test('hold back what is about fewer than k people', () => {
    const few = publishedOf([...formal(2), met(1, 1, 10)])
    expect(few.every(({ value }) => value === undefined)).toBe(true)
    expect(publishedOf(events).find(({ metric }) => metric === 'People enrolled')?.value).toBe(18)
  })

  test('give a rating only as a mean over at least k people', () => {
    const answers = (people: number) =>
      Array.from({ length: people }, (_, i) => ({
        type: 'FeedbackGiven' as const,
        ...Scene.said(Scene.self(mentor(i + 1)), 24 * 35),
        feedback: Scene.id('feedback', i + 1),
        question: Scene.code('heard'),
        occasion: 'half' as const,
        rating: i % 2 === 0 ? 4 : 2,
        themes: [],
      }))
    const ratings = (people: number) =>
      publishedOf([...events, ...answers(people)]).filter(({ unit }) => unit === 'rating')
    expect(ratings(4)).toEqual([])
    expect(ratings(6)).toMatchObject([{ value: 3, people: 6 }])
  })
})
