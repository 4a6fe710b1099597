import type { Table } from './table.ts'

/** How many columns of a row are kept. */
const kept = 24

/**
 * The columns that a row would take up first, so that a search need not read whole rows. Prices of columns only rise
 * and those of rows only fall; so every other column of a row stays at least `slack` away.
 */
export interface NearColumns {
  /** Kept columns of a row are at `row × width` and the places after it; −1 ends them early. */
  readonly columns: Int32Array
  readonly width: number
  /** A lower bound for how much the prices of the row and of any column not kept exceed their worth; −∞ before `keep`. */
  readonly slack: (row: number) => number
  /** Reads the whole row and keeps the nearest columns. O(columns). */
  readonly keep: (row: number) => void
}

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
  const near = new Int32Array(rows * width).fill(-1)
  const beyond = new Float64Array(rows).fill(-Infinity)
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
  return {
    columns: near,
    width,
    slack: (row) => (beyond[row] ?? 0) + (rowPrice[row] ?? 0),
    keep,
  }
}
