import type { Table } from './table.ts'

/** How many columns of a row are kept. */
const kept = 16

/**
 * The columns that a row would take up first, so that a search need not read whole rows. Prices of columns only rise
 * and those of rows only fall; so every other column of a row stays at least `slack` away.
 */
export interface NearColumns {
  /** Kept columns of a row are at `row × width` and the places after it, nearest first when they were kept. */
  readonly columns: Int32Array
  readonly width: number
  /** A lower bound for how much the prices of the row and of any column not kept exceed their worth; */
  readonly slack: (row: number) => number
  /** Reads the whole row and keeps the nearest columns. O(columns). */
  readonly keep: (row: number) => void
}

/**
 * Prices the rows after bidding, each as high as the best column that it does not hold leaves, 0 or more, and keeps the
 * nearest columns of all. O(cells).
 */
export const nearColumnsOf = ({
  rows,
  columns,
  scores,
  bonus,
  holders,
  rowPrice,
}: Table): NearColumns => {
  const { price } = holders
  const width = Math.min(kept, columns)
  const near = new Int32Array(rows * width)
  const beyond = new Float64Array(rows)
  const over = new Float64Array(width)

  const keep = (row: number): void => {
    const cells = row * columns
    const start = row * width
    let found = 0
    let limit = Infinity
    for (let column = 0; column < columns; column += 1) {
      const by = (price[column] ?? 0) - (scores[cells + column] ?? 0)
      if (by >= limit) continue
      let at = found < width ? found : width - 1
      if (found < width) found += 1
      while (at > 0 && (over[at - 1] ?? 0) > by) {
        over[at] = over[at - 1] ?? 0
        near[start + at] = near[start + at - 1] ?? 0
        at -= 1
      }
      over[at] = by
      near[start + at] = column
      if (found === width) limit = over[width - 1] ?? 0
    }
    beyond[row] = (width === columns ? Infinity : limit) - bonus
  }
  const { taken } = holders
  for (let row = 0; row < rows; row += 1) {
    keep(row)
    let at = row * width
    while (at < (row + 1) * width && taken[row * columns + (near[at] ?? 0)] === 1) at += 1
    const column = near[at] ?? 0
    const isKept = at < (row + 1) * width
    const worth = (scores[row * columns + column] ?? 0) - (price[column] ?? 0)
    rowPrice[row] = Math.max(0, isKept ? worth + bonus : -(beyond[row] ?? 0))
  }
  return {
    columns: near,
    width,
    slack: (row) => (beyond[row] ?? 0) + (rowPrice[row] ?? 0),
    keep,
  }
}
