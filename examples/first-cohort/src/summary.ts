import { datesIn, type ReportData } from '@reverse-mentoring/report'
import type { Counts } from './counts.ts'
import { wrapped } from './wording.ts'

/** What stands at the end of a run. */
export interface Summary {
  readonly data: ReportData
  readonly counts: Counts
}

type Line = readonly [what: string, count: number, more: string]

const levelsNow = ({ data }: Summary): string => {
  const counts = new Map<string, number>()
  for (const { levels } of data.pairings.lines) {
    const level = levels.at(-1)
    if (level !== undefined) counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  return ['steady', 'slipping', 'stalled', 'dormant', 'over']
    .flatMap((level) => {
      const count = counts.get(level)
      return count === undefined ? [] : [`${String(count)} ${level}`]
    })
    .join(', ')
}

const lines = ({ data, counts }: Summary): ReadonlyArray<Line> => {
  const { headline, closedAt } = data
  const isOver = closedAt !== undefined
  return [
    [
      'people enrolled',
      headline.people,
      `${String(headline.mentors)} mentors, ${String(headline.mentees)} mentees`,
    ],
    [
      'pairings proposed',
      headline.proposed,
      isOver ? '' : `${String(counts.awaiting)} await answers`,
    ],
    ['became formal', headline.formal, ''],
    ['sessions held', headline.held, `${String(headline.hours)} hours together`],
    ['cancelled', counts.cancelled, ''],
    [
      'reached the goal',
      headline.complete,
      `of at least ${String(headline.leastSessions)} sessions`,
    ],
    ['stalled', headline.stalled, `${String(headline.recovered)} of them met again`],
    ['ended early', counts.endedEarly, ''],
    ['people waiting', counts.waiting, isOver ? 'for the next cohort' : 'for a pairing'],
  ]
}

const row = ([what, count, more]: Line): string =>
  `  ${what.padEnd(18)}${String(count).padStart(5)}   ${more}`.trimEnd()

/** How the cohort stands, in a few lines of at most 80 letters. */
export const summaryText = (summary: Summary): string => {
  const { data } = summary
  const { day } = datesIn(data.zone)
  const state =
    data.closedAt === undefined ? `as of ${day(data.asOf)}` : `closed on ${day(data.closedAt)}`
  return [
    `${data.title}, from ${day(data.start)}, ${state}`,
    '',
    ...lines(summary).map(row),
    ...(data.closedAt === undefined && data.pairings.lines.length > 0
      ? ['', wrapped(`  Momentum now: ${levelsNow(summary)}`, 80, '    ')]
      : []),
  ].join('\n')
}
