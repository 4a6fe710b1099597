import type { View } from '@reverse-mentoring/core'
import type { Dates } from '../dates.ts'
import type { MomentumLine, MomentumOverTime } from '../section/momentum.ts'
import { html, nothing, type Html } from './html.ts'
import { levelLegend, shownLevels, type LevelRules } from './levels.ts'
import { lineName, momentumChart } from './momentum-chart.ts'
import type { Section } from './section.ts'
import { counted, listed } from './words.ts'

const inLevel = ({ lines }: MomentumOverTime, level: View.Level): ReadonlyArray<MomentumLine> =>
  lines.filter(({ stands }) => stands === level)

const MOST_NAMED = 12

/** `P3, P8 and 4 more`: a list that stays short. */
const some = (numbers: ReadonlyArray<number>): string => {
  const named = numbers.slice(0, MOST_NAMED).map((number) => `P${String(number)}`)
  const more = numbers.length - named.length
  return listed(more > 0 ? [...named, `${String(more)} more`] : named)
}

/** How many were where in the end, and, while something can be done, which of them want looking after. */
const standing = (momentum: MomentumOverTime): Html => {
  const counts = shownLevels
    .map(({ level }) => ({ level, n: inLevel(momentum, level).length }))
    .filter(({ n }) => n > 0)
    .map(({ level, n }) => `${String(n)} ${level}`)
  const when = momentum.closed ? 'Before the close' : 'Now'
  const said = counts.length === 0 ? nothing : html`<p>${when}: ${listed(counts)}.</p>`
  if (momentum.closed) return said
  const care = (['dormant', 'stalled', 'slipping'] as const)
    .map((level) => ({ level, numbers: inLevel(momentum, level).map(({ number }) => number) }))
    .filter(({ numbers }) => numbers.length > 0)
  if (care.length === 0) return said
  return html`${said}
    <p class="care">
      To look after:
      ${care.map(({ level, numbers }) => html`<span><b>${level}</b> ${some(numbers)}</span> `)}
    </p>`
}

/** `steady from 2 Mar, stalled from 13 Apr` */
const story = (
  { levels }: MomentumLine,
  weeks: MomentumOverTime['weeks'],
  { shortDay }: Dates,
): string =>
  weeks
    .flatMap((from, i) => {
      const level = levels[i]
      return level === undefined || level === levels[i - 1] ? [] : `${level} from ${shortDay(from)}`
    })
    .join(', ')

/** Every pairing over time. */
export const momentumSection = (
  momentum: MomentumOverTime,
  rules: LevelRules,
  dates: Dates,
): Section => {
  const { lines, weeks, daysOfWeek } = momentum
  const frame = { id: 'momentum', heading: 'How each pairing kept going' }
  if (lines.length === 0) {
    return { ...frame, lead: html`<p>No pairing was formal yet.</p>`, charts: [] }
  }
  const step = daysOfWeek === 7 ? 'week' : `${String(daysOfWeek / 7)} weeks`
  return {
    ...frame,
    lead: standing(momentum),
    charts: [{ ...momentumChart(momentum, dates), legend: levelLegend(rules) }],
    note: html`<p class="note">
      One row is one pairing, one column one ${step}, coloured as it stood at the end. A number that
      is missing is a proposal that is not formal.
    </p>`,
    table: {
      caption: `${counted(lines.length, 'pairing')} over time`,
      head: ['Pairing', 'Sessions', 'How it went'],
      rows: lines.map((line) => [
        lineName(line),
        String(line.held.reduce((sum, n) => sum + n, 0)),
        story(line, weeks, dates),
      ]),
    },
  }
}
