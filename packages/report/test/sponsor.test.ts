import type { Values, View } from '@reverse-mentoring/core'
import { Scene, arbitraryHistory } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  reportData,
  sponsorText,
  type ReportData,
  type ReportInput,
} from '@reverse-mentoring/report'
import { bestText, targetText } from '../src/page/published.ts'
import { cohortOf } from './cohort-of.ts'
import { dataAt, endOf, formal, inputAt, met } from './worked.ts'

const numRuns = process.env['FULL'] === '1' ? 200 : 25

const events = [...formal(9), ...[1, 2, 3, 4, 5, 6].map((n) => met(n, n, 10))]

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

  const linesOf = (
    people: Parameters<typeof publication>[0],
    more: Partial<ReportInput> = {},
    runs: ReadonlyArray<View.RunRow> = [],
  ) => {
    const input = inputAt(events, Scene.at(24 * 60), more)
    if (input === undefined) throw new Error('the cohort was never opened')
    const figures = publication(people)
    return reportData({ ...input, answers: { ...input.answers, figures, runs } }).published
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
    const run = (score: number, of?: number): View.RunRow => ({
      ...{ run: Scene.id('run', score), ranAt: Scene.at(2), policy: Scene.code('topics-first') },
      ...{ policyVersion: '1' as Values.Version, of: 1, parts: 1, pairs: 3, unmatched: 0 },
      objective: { pairs: 3, score },
      ...(of !== undefined && { bound: { pairs: 3, score: of } }),
    })
    const said = (...runs: ReadonlyArray<ReturnType<typeof run>>) =>
      bestText(linesOf(figures, {}, runs))
    expect(said(run(9, 9), run(4, 4))).toBe('No better matching existed under these rules.')
    expect(said(run(9, 9), run(4, 5))).toBe('A better matching may have existed under these rules.')
    expect(said(run(9, 9), run(4))).toBe('')
    expect(said()).toBe('')
  })

  test('stand as “at least” what other figures say, where they are held back or were read long ago', () => {
    const all = { enrolled: [80, 60], met: [50, 30], complete: [60, 60] } as const
    const published = linesOf(all, { targetMatchRate: 0.7 })
    const told = published.lines
      .filter(({ value }) => value !== undefined)
      .map(({ metric, value, isLeast }) => [metric, value, isLeast])
    expect(told).toEqual([
      ['People enrolled', 80, undefined],
      ['Proposed a pairing (match rate), of those enrolled', 0.75, true],
      ['In a formal pairing, of those enrolled', 0.75, true],
      ['Met at least once, of those enrolled', 0.75, true],
      ['Completed, of those enrolled', 0.75, undefined],
    ])
    expect(targetText(published)).toBe(
      'The match rate of at least 75 % reaches the target of 70 %.',
    )
    expect(targetText(linesOf(all, { targetMatchRate: 0.8 }))).toBe(
      'The match rate is at least 75 %; whether it reaches the target of 80 % cannot be told.',
    )
  })
})

/** A head count that somebody works out from a row of a sponsor’s table. */
interface WorkedOut {
  readonly figure: string
  readonly people: number
  readonly isLeast: boolean
}

const workedOut = ({ published: { lines } }: ReportData): ReadonlyArray<WorkedOut> =>
  lines.flatMap(({ metric, unit, value, people, isLeast }) => {
    if (value === undefined || people === undefined) return []
    if (unit !== 'share' && unit !== 'people') return []
    const [figure = ''] = metric.split(',')
    // Sums are no head counts.
    if (/^Sessions/.test(figure)) return []
    const count = unit === 'people' ? value : Math.round(value * people)
    return [{ figure, people: count, isLeast: isLeast === true }]
  })

/** Each row counts people who are all among those of the rows before it in its line. */
const nested = [
  [
    'People enrolled',
    'Proposed a pairing (match rate)',
    'In a formal pairing',
    'Met at least once',
  ],
  ['In a formal pairing', 'Stalled at some time', 'Met again after stalling'],
  ['Met at least once', 'Completed'],
  ['Met at least once', 'Shared topics both ways'],
  ['In a formal pairing', 'New ties across units'],
]

const areNested = (a: WorkedOut, b: WorkedOut): boolean =>
  a.figure === b.figure || nested.some((line) => line.includes(a.figure) && line.includes(b.figure))

/** The smallest group that rows of one or several reports tell of by what one has beyond another. */
const smallestTold = (reports: ReadonlyArray<ReportData>): number => {
  const counts = reports.flatMap(workedOut).filter(({ isLeast }) => !isLeast)
  let smallest = Infinity
  for (const a of counts)
    for (const b of counts) {
      const apart = Math.abs(a.people - b.people)
      // Of two figures the same number tells that everybody of the one is in the other.
      if (areNested(a, b) && (apart > 0 || a.figure !== b.figure))
        smallest = Math.min(smallest, apart)
    }
  return smallest
}

/** Whether “at least” says a number that another row of the same report says exactly. */
const saysNothingNew = (report: ReportData): boolean => {
  const counts = workedOut(report)
  const exact = new Set(counts.filter(({ isLeast }) => !isLeast).map(({ people }) => people))
  return counts.every(({ isLeast, people }) => !isLeast || exact.has(people))
}

describe('somebody who subtracts', () => {
  const days = [31, 61, 91, 100]

  test.each([8, 60, 600])(
    'rows of one report and of two tells of no fewer than k of %i pairs',
    (pairs) => {
      const reports = days.map((day) => cohortOf(pairs, false, day))
      expect(smallestTold(reports)).toBeGreaterThanOrEqual(5)
      expect(reports.every(saysNothingNew)).toBe(true)
    },
  )

  test('finds nothing in any history either', () => {
    fc.assert(
      fc.property(arbitraryHistory(), (history) => {
        const whole = [...history, Scene.closed(24 * 400)]
        const ends = [0.4, 0.7].map((part) => history.slice(0, Math.floor(part * history.length)))
        const reports = [...ends, whole].flatMap((past) => dataAt(past, endOf(past)) ?? [])
        const k = reports.at(-1)?.rules.k ?? 1
        expect(smallestTold(reports)).toBeGreaterThanOrEqual(k)
        expect(reports.every(saysNothingNew)).toBe(true)
      }),
      { numRuns },
    )
  })

  test('is told of most figures of sixty pairs, and of six hundred', () => {
    for (const pairs of [60, 600]) {
      const { lines } = cohortOf(pairs).published
      const heldBack = lines.filter(({ value }) => value === undefined)
      expect(heldBack.map(({ metric }) => metric)).toEqual([
        'Sessions in time after the last, of all but the first',
        // Everybody’s does, and what everybody shares is told of nobody.
        'New ties across units, of those in a formal pairing',
      ])
    }
  })
})
