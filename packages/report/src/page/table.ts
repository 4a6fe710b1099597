import { html, nothing, type Html } from './html.ts'

/** A cell that is shown otherwise than it is sorted and exported. */
export interface Shown {
  readonly text: string
  readonly value: string | number
  /** Whether a file has the text, and not the value. */
  readonly isNamed?: true
  /** What page and mail show instead of the text, where it is more than text. */
  readonly markup?: Html
  /** Where on the page it leads to. */
  readonly to?: string
}

export type Cell = string | number | Shown

/** One row, which others may link to by its id. */
export interface Row {
  readonly id?: string
  readonly cells: ReadonlyArray<Cell>
}

/** Figures or people in rows. */
export interface Table {
  /** Its name among all tables of a report: a word. */
  readonly id: string
  readonly caption: string
  readonly head: ReadonlyArray<string>
  /** Drawn under a heading. */
  readonly under?: ReadonlyMap<number, Html>
  readonly rows: ReadonlyArray<Row>
  /** Whether its reader may want another order. */
  readonly sorts?: true
}

export const textOf = (cell: Cell): string => (typeof cell === 'object' ? cell.text : String(cell))

/** As it stands in a file. */
export const exportedAs = (cell: Cell): string | number =>
  typeof cell === 'object' && cell.isNamed !== true ? cell.value : textOf(cell)

/** Rows without more than their cells. */
export const rowsOf = (rows: ReadonlyArray<ReadonlyArray<Cell>>): ReadonlyArray<Row> =>
  rows.map((cells) => ({ cells }))

/** As page and mail show it. */
export const markupOf = (cell: Cell): Html =>
  typeof cell === 'object' && cell.markup !== undefined ? cell.markup : html`${textOf(cell)}`

const content = (cell: Cell): Html => {
  const shown = markupOf(cell)
  const to = typeof cell === 'object' ? cell.to : undefined
  return to === undefined ? shown : html`<a href="#${to}">${shown}</a>`
}

/** Letters from which on a text may be broken anywhere, and needs a column of some width. */
const LONG = 22

const attributes = (cell: Cell): Html => {
  const text = textOf(cell)
  const isLong = text.length > LONG ? html` class="long"` : nothing
  return typeof cell === 'object' && cell.text !== cell.value
    ? html`${isLong} data-value="${String(cell.value)}"`
    : isLong
}

const rowMarkup = ({ id, cells: [first = '', ...rest] }: Row): Html =>
  html`<tr${id === undefined ? nothing : html` id="${id}"`}><th scope="row"${attributes(first)}>${content(first)}</th>${rest.map((cell) => html`<td${attributes(cell)}>${content(cell)}</td>`)}</tr>
`

/** Whether a table is too wide for a phone, where each of its rows then stands as lines with the headings before them. */
export const isWide = ({ head, rows }: Table): boolean =>
  head.length > 3 || rows.some(({ cells }) => cells.some((cell) => textOf(cell).length > LONG))

/** A table as it stands on the page; what is wider than its place is scrolled, by keyboard too. */
export const tableMarkup = (table: Table): Html => {
  const { id, caption, head, under, rows, sorts } = table
  return html`
    <div class="scrolls" tabindex="0" role="region" aria-label="${caption}">
      <table
        id="${id}"
        ${isWide(table) ? html` class="wide"` : nothing}${sorts === true && rows.length > 1 ? html` data-sorts` : nothing}
      >
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            ${head.map((cell, i) => html`<th scope="col"><span>${cell}</span>${under?.get(i) ?? nothing}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(rowMarkup)}
        </tbody>
      </table>
    </div>
  `
}
