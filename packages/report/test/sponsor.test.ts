import type { Event, Values, View } from '@reverse-mentoring/core'
import { Scene, arbitraryHistory } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportData, sponsorText, tables, type ReportInput } from '@reverse-mentoring/report'
import { bestText, targetText } from '../src/page/published.ts'
import { formal, inputAt, mentor, met, shown } from './worked.ts'

const numRuns = process.env['FULL'] === '1' ? 200 : 40

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
})
