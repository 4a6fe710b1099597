import type { Event } from '@reverse-mentoring/core'
import { Scene, arbitraryHistory } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportData, reportPage, sponsorText, type ReportInput } from '@reverse-mentoring/report'
import { bestText, targetText } from '../src/page/published.ts'
import { dataAt, endOf, formal, inputAt, mentor, met, pageText, shown } from './worked.ts'

const numRuns = process.env['FULL'] === '1' ? 200 : 40

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

describe('figures for the sponsor', () => {
  test('are made of the publication alone, whatever else is known', () => {
    fc.assert(
      fc.property(arbitraryHistory(), (history) => {
        const input = inputAt([...history, Scene.closed(24 * 400)], Scene.at(24 * 500))
        if (input === undefined) return
        const nothing = { board: [], roster: [], momentum: [], calendar: [] }
        const bare = reportData({ ...input, answers: { ...input.answers, ...nothing } })
        const whole = reportData(input)
        expect(whole.published).toEqual(bare.published)
        expect(sponsorText(whole)).toBe(sponsorText(bare))
      }),
      { numRuns },
    )
  })

  /** A publication with these people behind figures, each read at a date. */
  const publication = (people: Readonly<Record<string, readonly [number, day: number]>>) => ({
    kind: 'published' as const,
    audience: ['coordinator', 'sponsor'] as const,
    asOf: Scene.at(24 * 60),
    k: 5,
    figures: Object.entries(people).map(([figure, [n, day]]) => ({
      ...{ figure, total: n, people: n },
      since: Scene.at(24 * day),
    })),
    daysToFormal: { since: Scene.at(24 * 60) },
  })

  const linesOf = (people: Parameters<typeof publication>[0], more: Partial<ReportInput> = {}) => {
    const input = inputAt(events, Scene.at(24 * 60), more)
    if (input === undefined) throw new Error('the cohort was never opened')
    const figures = publication(people)
    return reportData({ ...input, answers: { ...input.answers, figures } }).published
  }

  test('stand of the next wider base that may be told, and of those enrolled at last', () => {
    const told = (people: Parameters<typeof publication>[0]) =>
      linesOf(people)
        .lines.filter(({ metric }) => metric.startsWith('Completed'))
        .map(({ metric, value, people: behind }) => [metric, value, behind])
    const all = {
      enrolled: [80, 60],
      matched: [60, 60],
      formal: [50, 60],
      complete: [20, 60],
    } as const
    expect(told(all)).toEqual([['Completed, of those in a formal pairing', 0.4, 50]])
    const { formal: _formal, ...noFormal } = all
    expect(told(noFormal)).toEqual([['Completed, of those proposed a pairing', 20 / 60, 60]])
    expect(told({ enrolled: [80, 60], complete: [20, 60] })).toEqual([
      ['Completed, of those enrolled', 0.25, 80],
    ])
    expect(told({ enrolled: [80, 30], complete: [20, 60] })).toEqual([
      ['Completed, of those enrolled', 0.25, 80],
    ])
    expect(told({ complete: [20, 60] })).toEqual([
      ['Completed, of those in a formal pairing', undefined, undefined],
    ])
  })

  test('say how the match rate stands beside its target, and whether a better matching existed', () => {
    const figures = { enrolled: [80, 60], matched: [60, 60] } as const
    const [low, high] = [0.7, 0.8].map((targetMatchRate) => linesOf(figures, { targetMatchRate }))
    expect(low && targetText(low)).toBe('The match rate of 75 % reaches the target of 70 %.')
    expect(high && targetText(high)).toBe('The match rate of 75 % is below the target of 80 %.')
    expect(targetText(linesOf({}, { targetMatchRate: 0.8 }))).toContain('cannot be told')
    const run = (score: number, of?: number) => ({
      objective: { pairs: 3, score },
      ...(of !== undefined && { bound: { pairs: 3, score: of } }),
    })
    const said = (...matchings: NonNullable<ReportInput['matchings']>) =>
      bestText(linesOf(figures, { matchings }))
    expect(said(run(9, 9), run(4, 4))).toBe('No better matching existed under these rules.')
    expect(said(run(9, 9), run(4, 5))).toBe('A better matching may have existed under these rules.')
    expect(said(run(9, 9), run(4))).toBe('')
    expect(said()).toBe('')
  })
})
