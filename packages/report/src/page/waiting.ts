import { datesIn } from '../calendar/dates.ts'
import type { ReportData } from '../report-data.ts'
import type { Unmatched } from '../section/unmatched.ts'
import { html } from './html.ts'
import { dayCell } from './moment.ts'
import type { Section } from './section.ts'
import { rowsOf } from './table.ts'
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

const cause = ({ missing }: Unmatched): string =>
  missing.length === 0 ? 'ready; waits for a partner' : listed(missing.map((gate) => gates[gate]))

/** Who waits for a pairing, and which cause can be told. */
export const waitingSection = ({ unmatched, zone, closedAt }: ReportData): Section => {
  const dates = datesIn(zone)
  const frame = { id: 'waiting', heading: 'Who is unmatched', charts: [] }
  if (unmatched.length === 0) {
    const text =
      closedAt === undefined ? 'Nobody waits for a pairing.' : 'After the close nobody waits.'
    return { ...frame, lead: html`<p>${text}</p>`, tables: [] }
  }
  return {
    ...frame,
    lead: html`<p>
      ${counted(unmatched.length, 'enrolment')} without a pairing, the longest waiting first. Told
      is what is missing before a match; whether a line, a conflict, seniority or an earlier answer
      stood in the way is never told.
    </p>`,
    tables: [
      {
        id: 'unmatched',
        caption: 'Unmatched people',
        head: ['Enrolment', 'Role', 'Waits since', 'Cause'],
        rows: rowsOf(
          unmatched.map((one) => [
            {
              text: `E${String(one.number)}${one.name === undefined ? '' : ` ${one.name}`}`,
              value: one.number,
              isNamed: true as const,
            },
            one.role,
            dayCell(one.since, dates),
            cause(one),
          ]),
        ),
        sorts: true,
      },
    ],
  }
}
