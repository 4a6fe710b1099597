import { unreadable, type UnreadableRoster } from '../problem.ts'
import { plain } from '../text/plain.ts'
import type { Sheet } from './sheet.ts'

/** So many cells of a row are headers only if it is a row of headers. */
const enough = 3

/** A row of headers among the rows: what follows may stand in another order. O(cells). */
export const headersAgain = ({ unit, headers, rows }: Sheet): UnreadableRoster | undefined => {
  const names = new Set(headers.map(plain).filter((header) => header !== ''))
  const least = Math.max(enough, names.size / 2)
  const row = rows.find(
    ({ cells }) => cells.filter((cell) => names.has(plain(cell))).length >= least,
  )
  return row === undefined
    ? undefined
    : unreadable(
        `${unit} ${String(row.line)} holds headers again, and what follows may stand in another order`,
        'keep one table under one row of headers',
      )
}
