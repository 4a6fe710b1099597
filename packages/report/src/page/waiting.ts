import { datesIn, type Dates } from '../calendar/dates.ts'
import type { ReportData } from '../report-data.ts'
import type { Matching } from '../section/matchings.ts'
import type { Unmatched } from '../section/unmatched.ts'
import { html } from './html.ts'
import { dayCell } from './moment.ts'
import { enrolmentCell } from './names.ts'
import type { Section } from './section.ts'
import { rowsOf, type Table } from './table.ts'
import { counted, listed } from './words.ts'

const gates: Readonly<Record<Unmatched['missing'][number], string>> = {
  enrolment: 'enrolment',
  pause: 'a pause lasts',
  line: 'line of management is missing',
  seniority: 'seniority is missing',
  purpose: 'purpose is not acknowledged',
  briefing: 'briefing is missing',
  hours: 'hours are not committed',
}

const causes: Readonly<Record<NonNullable<Unmatched['left']>['reason'], string>> = {
  'not-ready': 'not ready then',
  'not-admissible': 'nobody they could be paired with',
  'below-threshold': 'no pair that scores enough',
  'too-few-places': 'too few places for those who fit',
  'places-serve-others-better': 'the places serve others better',
  limit: 'a limit was reached',
  spread: 'a pair would cost more than it brings',
  struck: 'struck from the draft by hand',
}

const cause = ({ missing, left }: Unmatched, { briefDay }: Dates): string => {
  if (missing.length > 0) return listed(missing.map((gate) => gates[gate]))
  if (left === undefined) return 'ready; waits for the next matching'
  const why = left.limit === undefined ? causes[left.reason] : `the limit ${left.limit} was reached`
  return `ready; not matched on ${briefDay(left.at)}: ${why}`
}

const people = (unmatched: ReadonlyArray<Unmatched>, dates: Dates): Table => ({
  id: 'unmatched',
  caption: 'Unmatched people',
  head: ['Enrolment', 'Role', 'Waits since', 'Cause'],
  rows: rowsOf(
    unmatched.map((one) => [
      enrolmentCell(one.number, one.name),
      one.role,
      dayCell(one.since, dates),
      cause(one, dates),
    ]),
  ),
  sorts: true,
})

const verdict = ({ best, most, parts, of }: Matching): string => {
  const recorded = parts < of ? `; ${String(parts)} of its ${String(of)} parts recorded` : ''
  if (best === undefined || most === undefined) return `not claimed${recorded}`
  return best
    ? `no better one existed${recorded}`
    : `at most ${counted(most.pairs, 'pair')} worth ${String(most.score)} were possible${recorded}`
}

const runs = (matchings: ReadonlyArray<Matching>, dates: Dates): Table => ({
  id: 'matchings',
  caption: 'Matchings so far',
  head: ['Matching of', 'Pairs', 'Left unmatched', 'Worth', 'How good'],
  rows: rowsOf(
    matchings.map((one) => [
      dayCell(one.ranAt, dates),
      one.pairs,
      one.unmatched,
      one.worth ?? { text: '–', value: '' },
      verdict(one),
    ]),
  ),
})

/** Who waits for a pairing, which cause can be told, and what the matchings came to. */
export const waitingSection = (data: ReportData): Section => {
  const { unmatched, matchings, zone, closedAt } = data
  const dates = datesIn(zone)
  const frame = { id: 'waiting', heading: 'Who is unmatched', charts: [] }
  const made = matchings.length === 0 ? [] : [runs(matchings, dates)]
  if (unmatched.length === 0) {
    const text =
      closedAt === undefined ? 'Nobody waits for a pairing.' : 'After the close nobody waits.'
    return { ...frame, lead: html`<p>${text}</p>`, tables: made }
  }
  return {
    ...frame,
    lead: html`<p>
      ${counted(unmatched.length, 'enrolment')} without a pairing, the longest waiting first. Told
      is what is missing before a match, or else what the last matching said. Where nobody could be
      paired with somebody, it is never told whether by seniority, a line, a conflict or an earlier
      answer.
    </p>`,
    tables: [people(unmatched, dates), ...made],
  }
}
