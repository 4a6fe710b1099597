import { dismiss, hold, letGo, seat } from '../auction/holders.ts'
import type { Table } from './table.ts'

/** Places one row where it is worth most, others moving on as needed. */
export type PlaceRow = (row: number) => void

/**
 * One shortest augmenting path over a table by Dijkstra without a heap (Jonker & Volgenant 1987, with places on both
 * sides). Ends at a column with a free place, or at a row who gives up a place at its price. O(rows passed × columns).
 */
export const shortestPathIn = (table: Table): PlaceRow => {
  const { rows, columns, scores, rowPlaces, bonus, holders, rowPrice } = table
  const { price, bidders, bidderCount, bidMentee: bidRow, bidEdge, taken, holdingCount } = holders
  const columnDistance = new Float64Array(columns)
  const columnFrom = new Int32Array(columns)
  const rowDistance = new Float64Array(rows).fill(Infinity)
  const rowFrom = new Int32Array(rows)
  const rowDone = new Uint8Array(rows)
  const unscanned = new Int32Array(columns)
  const scanned = new Int32Array(columns)
  const pending: Array<number> = []
  const passed: Array<number> = []

  const isFree = (column: number): boolean =>
    (bidders[column] ?? 0) + (bidderCount[column] ?? 0) < (bidders[column + 1] ?? 0)

  /** Takes out the pending row that is nearest, if it is as near as the nearest column. */
  const nearestPending = (within: number): number => {
    let [found, near] = [-1, within]
    for (let i = 0; i < pending.length; i += 1) {
      const distance = rowDistance[pending[i] ?? 0] ?? Infinity
      if (distance <= near) [found, near] = [i, distance]
    }
    if (found < 0) return -1
    const row = pending[found] ?? -1
    const last = pending.pop() ?? -1
    if (found < pending.length) pending[found] = last
    return row
  }

  /** Takes and gives back cells in turn, from the end of a path to the row that it began with. */
  const flip = (endColumn: number, endRow: number, source: number): void => {
    let column = endColumn
    let row = endRow
    if (row >= 0) {
      column = rowFrom[row] ?? 0
      letGo(holders, row, row * columns + column)
      dismiss(holders, column, row * columns + column)
    }
    for (;;) {
      row = columnFrom[column] ?? 0
      const from = rowFrom[row] ?? 0
      if (row !== source) {
        letGo(holders, row, row * columns + from)
        dismiss(holders, from, row * columns + from)
      }
      hold(holders, row, row * columns + column)
      seat(holders, column, row * columns + column, row)
      if (row === source) return
      column = from
    }
  }

  const findPath = (source: number): void => {
    let left = columns
    let done = 0
    for (let column = 0; column < columns; column += 1) {
      columnDistance[column] = Infinity
      unscanned[column] = column
    }
    let [cost, endColumn, endRow] = [Infinity, -1, -1]
    rowDistance[source] = 0
    pending.push(source)
    passed.push(source)
    let nearest = Infinity
    let nearestAt = -1

    for (;;) {
      const row = nearestPending(nearest)
      if (row >= 0) {
        const distance = rowDistance[row] ?? 0
        if (distance >= cost) break
        rowDone[row] = 1
        const own = rowPrice[row] ?? 0
        if (distance + own < cost) {
          cost = distance + own
          endRow = row
        }
        const start = row * columns
        const base = distance + own - bonus
        nearest = Infinity
        for (let at = 0; at < left; at += 1) {
          const column = unscanned[at] ?? 0
          let known = columnDistance[column] ?? Infinity
          const by = base + (price[column] ?? 0) - (scores[start + column] ?? 0)
          if (by < known && taken[start + column] === 0) {
            columnDistance[column] = by
            columnFrom[column] = row
            known = by
            // Nothing unscanned is nearer than this row, so a free place at its distance ends the search.
            if (by <= distance && isFree(column)) {
              cost = by
              endColumn = column
              break
            }
          }
          if (known < nearest) {
            nearest = known
            nearestAt = at
          }
        }
        if (endColumn >= 0) break
        continue
      }
      if (nearest >= cost) break
      const column = unscanned[nearestAt] ?? 0
      if (isFree(column)) {
        cost = nearest
        endColumn = column
        break
      }
      let isNextRow = false
      left -= 1
      unscanned[nearestAt] = unscanned[left] ?? 0
      scanned[done] = column
      done += 1
      const last = (bidders[column] ?? 0) + (bidderCount[column] ?? 0)
      for (let at = bidders[column] ?? 0; at < last; at += 1) {
        const holder = bidRow[at] ?? 0
        if (rowDone[holder] === 1) continue
        const under =
          (scores[bidEdge[at] ?? 0] ?? 0) + bonus - (price[column] ?? 0) - (rowPrice[holder] ?? 0)
        const by = nearest + under
        const known = rowDistance[holder] ?? Infinity
        if (by >= known) continue
        if (known === Infinity) {
          pending.push(holder)
          passed.push(holder)
        }
        rowDistance[holder] = by
        rowFrom[holder] = column
        if (by <= nearest) isNextRow = true
      }
      if (isNextRow) continue
      nearest = Infinity
      for (let at = 0; at < left; at += 1) {
        const known = columnDistance[unscanned[at] ?? 0] ?? Infinity
        if (known < nearest) {
          nearest = known
          nearestAt = at
        }
      }
    }

    for (const row of passed) {
      const by = cost - (rowDistance[row] ?? 0)
      if (by > 0) rowPrice[row] = (rowPrice[row] ?? 0) - by
      rowDistance[row] = Infinity
      rowDone[row] = 0
    }
    for (let i = 0; i < done; i += 1) {
      const column = scanned[i] ?? 0
      price[column] = (price[column] ?? 0) + cost - (columnDistance[column] ?? 0)
    }
    passed.length = 0
    pending.length = 0
    if (endColumn >= 0 || endRow !== source) flip(endColumn, endColumn >= 0 ? -1 : endRow, source)
  }

  return (row) => {
    while ((holdingCount[row] ?? 0) < (rowPlaces[row] ?? 0) && (rowPrice[row] ?? 0) > 0)
      findPath(row)
  }
}
