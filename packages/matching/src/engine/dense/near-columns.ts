import type { Table } from './table.ts'

/** How many columns of a row are kept: of short rows fewer, for they are soon read again. */
const keptOf = (columns: number): number => Math.min(columns, columns <= 128 ? 4 : 14)

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
  /** The most that a column not kept leaves a row, at the prices when it was kept or any later ones. */
  readonly others: (row: number) => number
  /** Reads the whole row and keeps the nearest columns. O(columns). */
  readonly keep: (row: number) => void
}

/** Reads every row once, and keeps the nearest columns of each. O(cells). */
export const nearColumnsOf = ({
  rows,
  columns,
  scores,
  bonus,
  holders,
  rowPrice,
}: Table): NearColumns => {
  const { price } = holders
  const width = keptOf(columns)
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
  for (let row = 0; row < rows; row += 1) keep(row)
  return {
    columns: near,
    width,
    slack: (row) => (beyond[row] ?? 0) + (rowPrice[row] ?? 0),
    others: (row) => -(beyond[row] ?? 0),
    keep,
  }
}

/** Each row's price after bidding: as high as the best column that it does not hold leaves, 0 or more. O(rows) mostly. */
export const priceRows = (table: Table, near: NearColumns): void => {
  const { rows, columns, scores, bonus, holders, rowPrice } = table
  const { price, taken } = holders
  const bestKept = (row: number): number => {
    let best = 0
    for (let at = row * near.width; at < (row + 1) * near.width; at += 1) {
      const column = near.columns[at] ?? 0
      const net = (scores[row * columns + column] ?? 0) + bonus - (price[column] ?? 0)
      if (net > best && taken[row * columns + column] === 0) best = net
    }
    return best
  }
  for (let row = 0; row < rows; row += 1) {
    let best = bestKept(row)
    if (best < near.others(row)) {
      near.keep(row)
      best = Math.max(bestKept(row), near.others(row))
    }
    rowPrice[row] = best
  }
}
