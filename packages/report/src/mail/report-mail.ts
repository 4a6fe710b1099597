import { audience, datesText, whoIsWho } from '../page/heading.ts'
import { tilesOf } from '../page/headline.ts'
import { html, nothing, trusted, type Html } from '../page/html.ts'
import { sectionsOf } from '../page/sections.ts'
import type { Section } from '../page/section.ts'
import { markupOf, textOf, type Cell, type Table } from '../page/table.ts'
import type { ReportData } from '../report-data.ts'
import { counted } from '../page/words.ts'

/** Rows of one table that a mail shows; mail readers cut what is over some 100 kB, without a word. */
const MOST_ROWS = 60

/** What a mail tells: what there is to do. All else is for the page. */
const told = ['today', 'waiting', 'upcoming']

const cellStyle =
  'padding:4px 12px 4px 0;border-bottom:1px solid #d8d8d4;text-align:left;vertical-align:top'

/** Long names may be broken anywhere; a date or a word not. */
const breaks = (text: string): string => (text.length > 16 ? ';overflow-wrap:anywhere' : '')

const cellMarkup = (name: 'th' | 'td', cell: Cell, scope = ''): Html =>
  html`<${trusted(name)}${trusted(scope)} style="${cellStyle}${breaks(textOf(cell))}">${markupOf(cell)}</${trusted(name)}>`

const cut = ({ rows }: Table): Html =>
  rows.length <= MOST_ROWS
    ? nothing
    : html`<p>… and ${counted(rows.length - MOST_ROWS, 'more row')}, all in the report’s page.</p>`

const tableMarkup = (table: Table): Html => html`
  <h3 style="font-size:15px;margin:16px 0 4px">${table.caption}</h3>
  <table style="border-collapse:collapse;font-size:14px">
    <tr>
      ${table.head.map((text) => cellMarkup('th', text, ' scope="col"'))}
    </tr>
    ${table.rows.slice(0, MOST_ROWS).map(
      ({ cells }) =>
        html`<tr>
          ${cells.map((each) => cellMarkup('td', each))}
        </tr>`,
    )}
  </table>
  ${cut(table)}
`

const sectionMarkup = ({ heading, lead, tables }: Section): Html => html`
  <h2 style="font-size:18px;margin:24px 0 4px">${heading}</h2>
  ${lead} ${tables.map(tableMarkup)}
`

/**
 * A report as the body of a mail: what there is to do and the headline figures, without a script, a style sheet, a
 * picture or a link. Of a long table it shows 60 rows and says how many more there are.
 */
export const reportMail = (data: ReportData): string => {
  const { title, notice } = data
  const sections = sectionsOf(data).filter(({ id }) => told.includes(id))
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title} · cohort report</title>
      </head>
      <body style="font-family:sans-serif;font-size:15px;line-height:1.5">
        <main>
          <h1 style="font-size:24px;margin:0 0 4px">${title}</h1>
          ${notice === undefined ? nothing : html`<p><strong>${notice}</strong></p>`}
          <p>${datesText(data)}</p>
          ${sections.map(sectionMarkup)}
          <h2 style="font-size:18px;margin:24px 0 4px">So far</h2>
          <ul>
            ${tilesOf(data.headline).map(({ figure, of, more }) => html`<li>${figure} ${of} (${more})</li>`)}
          </ul>
          <p>${audience} ${whoIsWho}</p>
        </main>
      </body>
    </html> `.markup
}
