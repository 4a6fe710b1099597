import { monthName } from '../calendar/dates.ts'
import type { SessionMonth } from '../section/sessions.ts'
import { chartStyle, quietAxis, snugGrid, still, type Colour } from './chart/chart-style.ts'
import { html } from './html.ts'
import { legend } from './chart/legend.ts'
import { WIDTH, type Chart } from './chart/chart.ts'
import type { Section } from './section.ts'
import { rowsOf } from './table.ts'
import { counted } from './words.ts'

type Counted = Exclude<keyof SessionMonth, 'month'>

const kinds: ReadonlyArray<readonly [kind: Counted, name: string, colour: Colour]> = [
  ['held', 'Held', 'var(--held)'],
  ['byMentee', 'Cancelled by the mentee', 'var(--by-mentee)'],
  ['byMentor', 'Cancelled by the mentor', 'var(--by-mentor)'],
  ['byProgramme', 'Cancelled by the programme', 'var(--by-programme)'],
]

const total = (months: ReadonlyArray<SessionMonth>, kind: Counted): number =>
  months.reduce((sum, month) => sum + month[kind], 0)

const cancelledIn = (months: ReadonlyArray<SessionMonth>): number =>
  total(months, 'byMentee') + total(months, 'byMentor') + total(months, 'byProgramme')

/** `Mar`, and where a year begins or the chart does, `Mar` over `2026`. */
const axisName = ({ month }: SessionMonth, i: number): string => {
  const [name = '', year = ''] = monthName(month).split(' ')
  return i === 0 || month.endsWith('-01') ? `${name}\n${year}` : name
}

const bars = (months: ReadonlyArray<SessionMonth>): Chart => ({
  width: Math.max(WIDTH, 34 * months.length + 40),
  height: 240,
  legend: legend(kinds.map(([, name, colour]) => ({ name, colour }))),
  says: `Sessions by month: ${months
    .map(
      (month) =>
        `${monthName(month.month)} ${String(month.held)} held, ${String(cancelledIn([month]))} cancelled`,
    )
    .join('; ')}.`,
  option: {
    ...chartStyle,
    grid: { ...snugGrid, top: 10, bottom: 4 },
    xAxis: {
      type: 'category',
      ...quietAxis,
      axisLabel: { ...quietAxis.axisLabel, interval: 0, lineHeight: 15 },
      data: months.map(axisName),
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: quietAxis.axisLabel,
      splitLine: { lineStyle: { color: 'var(--rule)' } },
    },
    series: kinds.map(([kind, , colour]) => ({
      type: 'bar' as const,
      stack: 'sessions',
      barMaxWidth: 56,
      itemStyle: { color: colour, borderColor: 'var(--card)', borderWidth: 1 },
      ...still,
      data: months.map((month) => month[kind]),
    })),
  },
})

/** What became of sessions, month by month. */
export const sessionsSection = (months: ReadonlyArray<SessionMonth>, zone: string): Section => {
  const frame = { id: 'sessions', heading: 'Sessions month by month' }
  if (months.length === 0) {
    return {
      ...frame,
      lead: html`<p>No session has taken place or was called off.</p>`,
      charts: [],
      tables: [],
    }
  }
  return {
    ...frame,
    lead: html`<p>
      ${counted(total(months, 'held'), 'session')} held, ${cancelledIn(months)} cancelled. Months
      are those of ${zone.replaceAll('_', ' ')}.
    </p>`,
    charts: [bars(months)],
    tables: [
      {
        id: 'months',
        caption: 'Sessions by month',
        head: ['Month', ...kinds.map(([, name]) => name)],
        rows: rowsOf(
          months.map((month) => [
            { text: monthName(month.month), value: month.month },
            ...kinds.map(([kind]) => month[kind]),
          ]),
        ),
      },
    ],
  }
}
