import { datesIn, type Dates } from '../calendar/dates.ts'
import type { ReportData } from '../report-data.ts'
import type { Reason, ToDo } from '../section/to-do.ts'
import { html } from './html.ts'
import { dayCell } from './moment.ts'
import { pairingCell, pairingLink, whomCell } from './names.ts'
import type { Section } from './section.ts'
import { rowsOf, type Table } from './table.ts'
import { counted } from './words.ts'

const words: Readonly<Record<Reason, (one: ToDo, data: ReportData, dates: Dates) => string>> = {
  conflict: () => 'now in one line of management: to be ended, or the line to be put right',
  dormant: (_, { rules }) =>
    `dormant: no session for more than ${String(2 * rules.cadenceDays)} days`,
  stalled: ({ inARow }) =>
    `stalled: ${String(inARow.total)} cancelled in a row (mentee ${String(inARow.byMentee)}, mentor ${String(inARow.byMentor)})`,
  unrecorded: ({ unrecorded }, _, { briefDay }) =>
    `did the session of ${unrecorded === undefined ? 'then' : briefDay(unrecorded)} take place? Nothing is recorded`,
  'nothing-planned': () => 'nothing planned',
}

const pairings = (data: ReportData, dates: Dates): Table => ({
  id: 'to-do',
  caption: 'Whom to speak to, and why',
  head: ['Pairing', 'Speak to', 'Because', 'Last session'],
  rows: rowsOf(
    data.toDo.map((one) => [
      pairingLink(one.number, one.names),
      whomCell(one.whom, one.names),
      one.because.map((reason) => words[reason](one, data, dates)).join('; '),
      dayCell(one.last, dates),
    ]),
  ),
  sorts: true,
})

const proposals = ({ proposals: waiting }: ReportData, dates: Dates): Table => ({
  id: 'proposals',
  caption: 'Proposals that wait for answers',
  head: ['Proposal', 'Deadline', 'State'],
  rows: rowsOf(
    waiting.map(({ number, deadline, isLate }) => [
      pairingCell(number, { mentor: undefined, mentee: undefined }),
      dayCell(deadline, dates),
      isLate ? 'past its deadline' : 'awaiting answers',
    ]),
  ),
  sorts: true,
})

const waiting = (n: number): string =>
  n === 0
    ? 'No proposal waits for answers.'
    : `${counted(n, 'proposal')} ${n === 1 ? 'waits' : 'wait'} for answers; who was asked, and who answered what, is never shown.`

/** What there is to do as of the date of the report. Of proposals it names nobody: that would tell who was asked. */
export const toDoSection = (data: ReportData): Section => {
  const dates = datesIn(data.zone)
  const frame = { id: 'today', heading: 'What to do', charts: [] }
  if (data.closedAt !== undefined) {
    return {
      ...frame,
      lead: html`<p>Nothing: the cohort is closed since ${dates.day(data.closedAt)}.</p>`,
      tables: [],
    }
  }
  const tables = [
    ...(data.toDo.length > 0 ? [pairings(data, dates)] : []),
    ...(data.proposals.length > 0 ? [proposals(data, dates)] : []),
  ]
  const proposed = waiting(data.proposals.length)
  return {
    ...frame,
    lead: html`<p>
      ${data.toDo.length === 0 ? 'No pairing wants' : `${counted(data.toDo.length, 'pairing')} ${data.toDo.length === 1 ? 'wants' : 'want'}`}
      looking after as of ${dates.day(data.asOf)}. ${proposed}
    </p>`,
    tables,
  }
}
