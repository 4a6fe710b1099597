import { dismiss, hold, letGo, seat } from '../auction/holders.ts'
import { nodeHeap } from '../heap.ts'
import type { NearColumns } from './near-columns.ts'
import { nearestOf } from './nearest-of.ts'
import type { Table } from './table.ts'

/** Places one row where it is worth most, others moving on as needed. */
export type PlaceRow = (row: number) => void

/**
 * One shortest augmenting path over a table by Dijkstra (Jonker & Volgenant 1987, with places on both sides). Ends at
 * a column with a free place, or at a row that gives up a place at its price. Rows are read by their nearest columns,
 * and whole only where the path grows longer than these. O(rows passed × columns) at worst.
 */
export const shortestPathIn = (table: Table, near: NearColumns): PlaceRow => {
  const { rows, columns, scores, rowPlaces, bonus, holders, rowPrice } = table
  const { price, bidders, bidderCount, bidMentee: bidRow, bidEdge, taken, holdingCount } = holders
  const columnDistance = new Float64Array(columns).fill(Infinity)
  const columnFrom = new Int32Array(columns)
  const rowDistance = new Float64Array(rows).fill(Infinity)
  const rowFrom = new Int32Array(rows)
  const rowHorizon = new Float64Array(rows)
  const reached = nodeHeap(columnDistance)
  /** Rows to be read, by distance, and rows read in part, by the distance from where on the rest counts. */
  const unread = nearestOf(rowDistance)
  const partly = nodeHeap(rowHorizon)
  const touched: Array<number> = []
  const passed: Array<number> = []
  let cost = Infinity
  let endColumn = -1
  let endRow = -1

  const isFree = (column: number): boolean =>
    (bidders[column] ?? 0) + (bidderCount[column] ?? 0) < (bidders[column + 1] ?? 0)

  const reachColumn = (column: number, by: number, row: number): void => {
    const known = columnDistance[column] ?? Infinity
    if (by >= known || by >= cost || taken[row * columns + column] === 1) return
    if (known === Infinity) touched.push(column)
    columnDistance[column] = by
    columnFrom[column] = row
    if (isFree(column)) {
      cost = by
      endColumn = column
    } else {
      reached.raise(column)
    }
  }

  const readWhole = (row: number): void => {
    const cells = row * columns
    const base = (rowDistance[row] ?? 0) + (rowPrice[row] ?? 0) - bonus
    for (let column = 0; column < columns; column += 1) {
      const by = base + (price[column] ?? 0) - (scores[cells + column] ?? 0)
      if (by < cost && by < (columnDistance[column] ?? 0)) reachColumn(column, by, row)
    }
    near.keep(row)
  }

  const readRow = (row: number): void => {
    const distance = rowDistance[row] ?? 0
    const own = rowPrice[row] ?? 0
    if (distance + own < cost) {
      cost = distance + own
      endColumn = -1
      endRow = row
    }
    const horizon = distance + near.slack(row)
    if (horizon < distance) return readWhole(row)
    const base = distance + own - bonus
    const start = row * near.width
    for (let at = start; at < start + near.width; at += 1) {
      const column = near.columns[at] ?? 0
      const by = base + (price[column] ?? 0) - (scores[row * columns + column] ?? 0)
      reachColumn(column, by, row)
    }
    rowHorizon[row] = horizon
    if (horizon < cost) partly.raise(row)
  }

  /** The rows that hold a column: each could move on from it. */
  const reachRows = (column: number): void => {
    const distance = columnDistance[column] ?? 0
    const last = (bidders[column] ?? 0) + (bidderCount[column] ?? 0)
    for (let at = bidders[column] ?? 0; at < last; at += 1) {
      const row = bidRow[at] ?? 0
      const worth = (scores[bidEdge[at] ?? 0] ?? 0) + bonus
      const by = distance + worth - (price[column] ?? 0) - (rowPrice[row] ?? 0)
      const known = rowDistance[row] ?? Infinity
      if (by >= known) continue
      if (known === Infinity) {
        passed.push(row)
        unread.add(row)
      }
      rowDistance[row] = by
      rowFrom[row] = column
    }
  }

  const search = (): void => {
    for (;;) {
      const column = reached.peek()
      const columnAt = column < 0 ? Infinity : (columnDistance[column] ?? 0)
      const rowAt = unread.distance()
      const rest = partly.peek()
      const restAt = rest < 0 ? Infinity : (rowHorizon[rest] ?? 0)
      if (Math.min(columnAt, rowAt, restAt) >= cost) return
      if (restAt < columnAt && restAt < rowAt) readWhole(partly.pop())
      else if (rowAt <= columnAt) readRow(unread.take())
      else reachRows(reached.pop())
    }
  }

  /** Rows before the end of the path become cheaper, columns dearer, by what they are nearer than the end. */
  const reprice = (): void => {
    for (const row of passed) {
      const by = cost - (rowDistance[row] ?? 0)
      if (by > 0) rowPrice[row] = (rowPrice[row] ?? 0) - by
      rowDistance[row] = Infinity
    }
    for (const column of touched) {
      const by = cost - (columnDistance[column] ?? 0)
      if (by > 0) price[column] = (price[column] ?? 0) + by
      columnDistance[column] = Infinity
    }
  }

  const release = (row: number, column: number): void => {
    letGo(holders, row, row * columns + column)
    dismiss(holders, column, row * columns + column)
  }

  /** Takes and gives back cells in turn, from the end of the path to the row that it began with. */
  const flip = (source: number): void => {
    let column = endColumn
    if (column < 0) {
      column = rowFrom[endRow] ?? 0
      release(endRow, column)
    }
    for (;;) {
      const row = columnFrom[column] ?? 0
      const from = rowFrom[row] ?? 0
      if (row !== source) release(row, from)
      hold(holders, row, row * columns + column)
      seat(holders, column, row * columns + column, row)
      if (row === source) return
      column = from
    }
  }

  const findPath = (source: number): void => {
    cost = Infinity
    endColumn = -1
    endRow = -1
    rowDistance[source] = 0
    passed.push(source)
    unread.add(source)
    search()
    reprice()
    reached.clear()
    unread.clear()
    partly.clear()
    touched.length = 0
    passed.length = 0
    if (endColumn >= 0 || endRow !== source) flip(source)
  }

  return (row) => {
    while ((holdingCount[row] ?? 0) < (rowPlaces[row] ?? 0) && (rowPrice[row] ?? 0) > 0)
      findPath(row)
  }
}
