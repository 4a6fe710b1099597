import { datesIn } from '../calendar/dates.ts'
import type { ReportData } from '../report-data.ts'
import { html } from './html.ts'
import { timeCell, zoneName } from './moment.ts'
import { pairingLink } from './names.ts'
import type { Section } from './section.ts'
import { rowsOf } from './table.ts'
import { counted } from './words.ts'

/** Every session that is planned. */
export const upcomingSection = ({ upcoming, zone, closedAt }: ReportData): Section => {
  const dates = datesIn(zone)
  const frame = { id: 'upcoming', heading: 'Upcoming sessions', charts: [] }
  if (upcoming.length === 0) {
    const text =
      closedAt === undefined ? 'No session is planned.' : 'After the close there are none.'
    return { ...frame, lead: html`<p>${text}</p>`, tables: [] }
  }
  return {
    ...frame,
    lead: html`<p>
      ${counted(upcoming.length, 'session')} planned. Times are those of ${zoneName(zone)}.
    </p>`,
    tables: [
      {
        id: 'planned',
        caption: 'Planned sessions',
        head: ['Pairing', 'Starts', 'Minutes', 'Where'],
        rows: rowsOf(
          upcoming.map(({ number, names, start, minutes, mode }) => [
            pairingLink(number, names),
            timeCell(start, dates),
            minutes ?? '',
            mode === 'onSite' ? 'on site' : (mode ?? ''),
          ]),
        ),
        sorts: true,
      },
    ],
  }
}
