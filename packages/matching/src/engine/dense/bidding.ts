import { takeBid } from '../auction/bids.ts'
import { hold } from '../auction/holders.ts'
import type { NearColumns } from './near-columns.ts'
import type { Table } from './table.ts'

/** Bids per row after which the rest is left to shortest paths. */
const patience = 4

/** How often those that lost their place to an equal bid try again. */
const mostPasses = 6

/** A column with a free place that is worth as much to a row as its best choices, if there is one. O(columns). */
const freeColumn = (
  { columns, scores, bonus, holders }: Table,
  row: number,
  net: number,
  otherwise: number,
): number => {
  const { price, taken, bidders, bidderCount } = holders
  const start = row * columns
  for (let column = 0; column < columns; column += 1) {
    if ((scores[start + column] ?? 0) + bonus !== net || price[column] !== 0) continue
    const seats = (bidders[column] ?? 0) + (bidderCount[column] ?? 0)
    if (seats < (bidders[column + 1] ?? 0) && taken[start + column] === 0) return column
  }
  return otherwise
}

/**
 * Row reduction (Jonker & Volgenant 1987) as an auction without a step, for rows with one place: a row bids all that
 * leaves it as well off as its next choice, and who lost to an equal bid tries again in the next pass. Who is left
 * waits for `shortestPathIn`. Prices are exact throughout. O(patience × cells).
 */
export const bidding = (table: Table, near: NearColumns): void => {
  const { rows, columns, scores, rowPlaces, bonus, holders } = table
  const { price, bidders, bidderCount, bid } = holders
  const waiting: Array<number> = []
  for (let row = rows - 1; row >= 0; row -= 1) if (rowPlaces[row] === 1) waiting.push(row)
  let tied: Array<number> = []
  let passes = 0

  for (let turns = patience * rows; turns > 0; turns -= 1) {
    let row = waiting.pop()
    if (row === undefined) {
      passes += 1
      row = passes < mostPasses ? tied.shift() : undefined
      if (row === undefined) return
      for (const one of tied.reverse()) waiting.push(one)
      tied = []
    }
    const start = row * columns
    let best = -1
    let bestNet = 0
    let secondNet = 0
    const read = (): void => {
      best = -1
      bestNet = 0
      secondNet = 0
      for (let at = row * near.width; at < (row + 1) * near.width; at += 1) {
        const column = near.columns[at] ?? 0
        const net = (scores[start + column] ?? 0) + bonus - (price[column] ?? 0)
        if (net <= secondNet) continue
        if (net > bestNet) {
          secondNet = bestNet
          bestNet = net
          best = column
        } else {
          secondNet = net
        }
      }
    }
    read()
    if (secondNet < near.others(row)) {
      near.keep(row)
      read()
    }
    if (best < 0) continue
    const lowest = bidders[best] ?? 0
    const isFull = lowest + (bidderCount[best] ?? 0) === bidders[best + 1]
    const amount = (price[best] ?? 0) + bestNet - secondNet
    const isTied = isFull && amount === bid[lowest]
    const column = isTied ? freeColumn(table, row, secondNet, best) : best
    const ousted = takeBid(holders, column, column === best ? amount : 0, start + column, row)
    hold(holders, row, start + column)
    if (ousted >= 0) (isTied ? tied : waiting).push(ousted)
  }
}
