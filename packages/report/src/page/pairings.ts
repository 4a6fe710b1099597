import type { View } from '@reverse-mentoring/core'
import { datesIn, shortDay } from '../calendar/dates.ts'
import type { ReportData } from '../report-data.ts'
import type { PairingLine, PairingsOverTime } from '../section/pairings.ts'
import { html, nothing, type Html } from './html.ts'
import { levelLegend, shownLevels } from './levels.ts'
import { dayCell, timeCell } from './moment.ts'
import { pairingCell } from './names.ts'
import type { Section } from './section.ts'
import { monthsOver, strip } from './strip.ts'
import type { Row } from './table.ts'
import { listed } from './words.ts'

const standing = ({ lines, closed }: PairingsOverTime): Html => {
  const counts = shownLevels
    .map(({ level }) => ({ level, n: lines.filter(({ stands }) => stands === level).length }))
    .filter(({ n }) => n > 0)
    .map(({ level, n }) => `${String(n)} ${level}`)
  if (counts.length === 0) return nothing
  return html`<p>${closed ? 'Before the close' : 'Now'}: ${listed(counts)}.</p>`
}

/** `steady from 2 Mar, stalled from 13 Apr` */
const story = ({ levels }: PairingLine, { weeks }: PairingsOverTime): string =>
  weeks
    .flatMap((from, i) => {
      const level = levels[i]
      return level === undefined || level === levels[i - 1] ? [] : `${level} from ${shortDay(from)}`
    })
    .join(', ')

/** Levels sort from the one that goes best to the end. */
const levelCell = (level: View.Level | undefined) => ({
  text: level ?? '–',
  value: level === undefined ? '' : level,
})

const row = (line: PairingLine, data: ReportData): Row => {
  const dates = datesIn(data.zone)
  const told = story(line, data.pairings)
  return {
    id: `p${String(line.number)}`,
    cells: [
      pairingCell(line.number, line.names),
      levelCell(line.stands),
      line.held.reduce((sum, n) => sum + n, 0),
      dayCell(line.last, dates),
      timeCell(line.next, dates),
      { text: told, value: told, markup: html`${strip(line)}<small>${told}</small>` },
    ],
  }
}

/** Every pairing over time, each in its row; so none is cut, on paper neither. */
export const pairingsSection = (data: ReportData): Section => {
  const { pairings, rules } = data
  const { lines, daysOfWeek } = pairings
  const frame = { id: 'pairings', heading: 'How each pairing kept going', charts: [] }
  if (lines.length === 0) {
    return { ...frame, lead: html`<p>No pairing was formal yet.</p>`, tables: [] }
  }
  const step = daysOfWeek === 7 ? 'week' : `${String(daysOfWeek / 7)} weeks`
  return {
    ...frame,
    lead: html`${standing(pairings)}
      <p>
        Here is every pairing that is or was formal, ${lines.length} in all. One cell of a strip is
        one ${step} from the cohort’s first day on, coloured as it stood at its end. A number that
        is missing is a proposal that is not formal.
      </p>
      ${levelLegend(rules)}`,
    tables: [
      {
        id: 'all-pairings',
        caption: 'Every pairing over time',
        head: [
          'Pairing',
          data.closedAt === undefined ? 'Now' : 'Before the close',
          'Sessions',
          'Last session',
          'Next session',
          'How it went',
        ],
        under: new Map([[5, monthsOver(pairings)]]),
        rows: lines.map((line) => row(line, data)),
        sorts: true,
      },
    ],
  }
}
