import type { Reading } from './reading.ts'
import type { Table } from './table.ts'

/** Bids per row after which the rest is left to shortest paths. */
const patience = 4

/** How often those that lost their place to an equal bid try again. */
const mostPasses = 3

/** A column that nobody holds and that leaves a row so much, if there is one. O(columns). */
const freeColumn = (
  { columns, scores, columnPrice, rowOf }: Table,
  row: number,
  net: number,
  otherwise: number,
): number => {
  const start = row * columns
  for (let column = 0; column < columns; column += 1) {
    if (rowOf[column] !== -1) continue
    if ((scores[start + column] ?? 0) - (columnPrice[column] ?? 0) === net) return column
  }
  return otherwise
}

/**
 * Row reduction (Jonker & Volgenant 1987) as an auction without a step: a row bids all that leaves it as well off as its
 * next choice, and who lost to an equal bid tries again in the next pass. Who is left waits for a shortest path. Prices
 * are exact throughout. O(patience × cells).
 */
export const bidding = (table: Table, choose: Reading['choose']): void => {
  const { rows, bonus, rowPrice, columnPrice, columnOf, rowOf } = table
  let waiting = Array.from({ length: rows }, (_, at) => rows - 1 - at)
  let tied: Array<number> = []
  let passes = 1
  for (let turns = patience * rows; turns > 0; turns -= 1) {
    if (waiting.length === 0 && passes < mostPasses) {
      passes += 1
      waiting = tied.reverse()
      tied = []
    }
    const row = waiting.pop()
    if (row === undefined) break
    const { best, second, bestNet, secondNet } = choose(row)
    if (best < 0) continue
    const isTied = bestNet === secondNet && (rowOf[best] ?? -1) >= 0
    const column = isTied ? freeColumn(table, row, bestNet, second < 0 ? best : second) : best
    const ousted = rowOf[column] ?? -1
    if (!isTied) columnPrice[best] = (columnPrice[best] ?? 0) + bestNet - secondNet
    rowOf[column] = row
    columnOf[row] = column
    rowPrice[row] = secondNet + bonus
    if (ousted < 0) continue
    columnOf[ousted] = -1
    if (isTied) tied.push(ousted)
    else waiting.push(ousted)
  }
  for (let row = 0; row < rows; row += 1)
    if (columnOf[row] === -1) rowPrice[row] = choose(row).bestNet + bonus
}
