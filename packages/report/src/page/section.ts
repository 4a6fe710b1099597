import type { EChartsOption } from 'echarts'
import { html, nothing, type Html } from './html.ts'

/** A chart, and what it says to who cannot see it. */
export interface Chart {
  readonly option: EChartsOption
  /** In pixels; a round chart is lower where the page is narrow. */
  readonly height: number
  readonly shape?: 'round'
  /** Narrower than this it scrolls, in pixels. */
  readonly leastWidth?: number
  readonly says: string
  readonly legend?: Html
}

/** A chart in figures. */
export interface Table {
  readonly caption: string
  readonly head: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

/** One part of the page. */
export interface Section {
  readonly id: string
  readonly heading: string
  /** What is to be seen, in a sentence or two. */
  readonly lead: Html
  readonly charts: ReadonlyArray<Chart>
  readonly note?: Html
  /** The charts' text alternative, shown on demand; or, without charts, what the section is about. */
  readonly table?: Table
}

/** The name under which a chart finds its option. */
export const chartName = ({ id }: Section, i: number): string => `${id}-${String(i)}`

const chartMarkup = (name: string, chart: Chart): Html => {
  const { height, shape, leastWidth = 0, says, legend = nothing } = chart
  return html`
    <figure>
      ${legend}
      <div class="scrolls">
        <div
          class="chart ${shape ?? ''}"
          data-chart="${name}"
          role="img"
          aria-label="${says}"
          style="height:${height}px;min-width:${leastWidth}px"
        ></div>
      </div>
    </figure>
  `
}

const tableMarkup = ({ caption, head, rows }: Table): Html => html`
  <div class="scrolls" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption class="unseen">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = '', ...rest]) => html`
            <tr>
              <th scope="row">${first}</th>
              ${rest.map((cell) => html`<td>${cell}</td>`)}
            </tr>
          `,
        )}
      </tbody>
    </table>
  </div>
`

const alternative = ({ charts, table }: Section): Html => {
  if (table === undefined) return nothing
  return charts.length === 0
    ? tableMarkup(table)
    : html`<details>
        <summary>The same in figures<span class="unseen">: ${table.caption}</span></summary>
        ${tableMarkup(table)}
      </details>`
}

/** A section as it stands on the page. */
export const sectionMarkup = (section: Section): Html => html`
  <section aria-labelledby="${section.id}">
    <h2 id="${section.id}">${section.heading}</h2>
    <div class="lead">${section.lead}</div>
    <div class="charts">
      ${section.charts.map((chart, i) => chartMarkup(chartName(section, i), chart))}
    </div>
    ${section.note ?? nothing} ${alternative(section)}
  </section>
`
