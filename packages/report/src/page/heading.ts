import { datesIn } from '../calendar/dates.ts'
import type { ReportData } from '../report-data.ts'
import { html, nothing, type Html } from './html.ts'
import { zoneName } from './moment.ts'

/** From when to when, as of when, in which zone. */
export const datesText = ({ start, plannedEnd, asOf, closedAt, zone }: ReportData): string => {
  const { day } = datesIn(zone)
  const end = closedAt === undefined ? 'still open' : `closed on ${day(closedAt)}`
  return `${day(start)} to ${day(plannedEnd)}, ${end}. As of ${day(asOf)}; dates and weeks are those of ${zoneName(zone)}.`
}

/** Who is who, for readers who know the words the other way round. */
export const whoIsWho =
  'The mentor is the junior person, who shares what they know; the mentee is the senior one, who learns.'

/** For whom it is. */
export const audience =
  'For those who run the cohort. It shows how pairings go, and never who said no or what two people talk about.'

/** Whose report it is, and how to read it. */
export const headingMarkup = (data: ReportData): Html => html`
  <header>
    <p class="kind">Reverse mentoring · cohort report</p>
    <h1>${data.title}</h1>
    <p class="dates">${datesText(data)}</p>
    <p class="audience">${audience} ${whoIsWho}</p>
    ${data.notice === undefined ? nothing : html`<p class="notice"><strong>${data.notice}</strong></p>`}
  </header>
`
