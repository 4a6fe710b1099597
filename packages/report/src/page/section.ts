import type { Html } from './html.ts'
import { html, nothing } from './html.ts'
import type { Chart } from './chart/chart.ts'
import { chartMarkup } from './chart/chart.ts'
import { tableMarkup, type Table } from './table.ts'

/** One part of the page. */
export interface Section {
  readonly id: string
  readonly heading: string
  /** What is to be seen, in a sentence or two. */
  readonly lead: Html
  readonly charts: ReadonlyArray<Chart>
  readonly note?: Html
  /** What the charts show, and what no chart does. */
  readonly tables: ReadonlyArray<Table>
}

/** A section as it stands on the page. */
export const sectionMarkup = ({ id, heading, lead, charts, note, tables }: Section): Html => html`
  <section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    <div class="lead">${lead}</div>
    <div class="charts">${charts.map(chartMarkup)}</div>
    ${tables.map(tableMarkup)} ${note ?? nothing}
  </section>
`
