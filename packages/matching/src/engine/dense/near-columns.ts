import { nodeHeap } from '../heap.ts'
import { augment } from './augment.ts'
import { type KeptColumns, keptColumns } from './kept-columns.ts'
import type { Choice, Reading } from './reading.ts'
import type { Table } from './table.ts'

/** Chooses among the columns kept, while one of them is a row's second choice. */
const choosing = (
  { columns, scores, bonus, columnPrice }: Table,
  { room, kept, end, others, keep }: KeptColumns,
): Reading['choose'] => {
  const choice: Choice = { best: -1, second: -1, bestNet: 0, secondNet: 0 }
  const read = (row: number): void => {
    const start = row * columns
    let best = -1
    let second = -1
    let bestNet = -bonus
    let secondNet = -bonus
    for (let at = row * room; at < (end[row] ?? 0); at += 1) {
      const column = kept[at] ?? 0
      const net = (scores[start + column] ?? 0) - (columnPrice[column] ?? 0)
      if (net <= secondNet) continue
      if (net > bestNet) {
        second = best
        secondNet = bestNet
        best = column
        bestNet = net
      } else {
        second = column
        secondNet = net
      }
    }
    choice.best = best
    choice.second = second
    choice.bestNet = bestNet
    choice.secondNet = secondNet
  }
  return (row) => {
    read(row)
    if (choice.secondNet >= (others[row] ?? 0)) return choice
    keep(row)
    read(row)
    return choice
  }
}

/**
 * Reads of each row the columns that it would take up first, and the row whole only where a path grows longer than these.
 * A path is found by Dijkstra with a heap. O(rows passed × columns) at worst.
 */
export const nearColumns = (table: Table): Reading => {
  const { rows, columns, scores, bonus, rowPrice, columnPrice, columnOf, rowOf } = table
  const near = keptColumns(table)
  const { room, kept, end, others, keep } = near
  /** Of columns, and after them of rows: from where on the columns that are not kept count. */
  const distance = new Float64Array(columns + rows).fill(Infinity)
  const from = new Int32Array(columns)
  const reached = nodeHeap(distance)
  const touched: Array<number> = []
  let cost = 0
  let endColumn = -1
  let endRow = -1

  const reach = (column: number, by: number, row: number): void => {
    const known = distance[column] ?? 0
    if (by >= known || by >= cost) return
    if (known === Infinity) touched.push(column)
    distance[column] = by
    from[column] = row
    if (rowOf[column] === -1) {
      cost = by
      endColumn = column
    } else {
      reached.raise(column)
    }
  }

  const readWhole = (row: number, rowAt: number): void => {
    const start = row * columns
    const base = rowAt + (rowPrice[row] ?? 0) - bonus
    for (let column = 0; column < columns; column += 1) {
      const by = base + (columnPrice[column] ?? 0) - (scores[start + column] ?? 0)
      if (by < cost) reach(column, by, row)
    }
    keep(row)
  }

  const readRow = (row: number, rowAt: number): void => {
    const own = rowPrice[row] ?? 0
    if (rowAt + own < cost) {
      cost = rowAt + own
      endColumn = -1
      endRow = row
    }
    const base = rowAt + own - bonus
    const rest = base - (others[row] ?? 0)
    if (rest <= rowAt) return readWhole(row, rowAt)
    const start = row * columns
    for (let at = row * room; at < (end[row] ?? 0); at += 1) {
      const column = kept[at] ?? 0
      reach(column, base + (columnPrice[column] ?? 0) - (scores[start + column] ?? 0), row)
    }
    if (rest >= cost) return
    touched.push(columns + row)
    distance[columns + row] = rest
    reached.raise(columns + row)
  }

  const search = (source: number): void => {
    readRow(source, 0)
    for (let node = reached.pop(); node >= 0; node = reached.pop()) {
      const at = distance[node] ?? 0
      if (at >= cost) return
      const row = node - columns
      if (row < 0) readRow(rowOf[node] ?? 0, at)
      else readWhole(row, row === source ? 0 : (distance[columnOf[row] ?? 0] ?? 0))
    }
  }

  /** Rows before the end of the path become cheaper, columns dearer, by what they are nearer than the end. */
  const reprice = (source: number): void => {
    rowPrice[source] = (rowPrice[source] ?? 0) - cost
    for (const node of touched) {
      const by = cost - (distance[node] ?? 0)
      distance[node] = Infinity
      if (node >= columns || by <= 0) continue
      const holder = rowOf[node] ?? 0
      columnPrice[node] = (columnPrice[node] ?? 0) + by
      rowPrice[holder] = (rowPrice[holder] ?? 0) - by
    }
    touched.length = 0
  }

  const place = (source: number): void => {
    cost = rowPrice[source] ?? 0
    endColumn = -1
    endRow = source
    search(source)
    reached.clear()
    reprice(source)
    augment(table, from, source, endColumn, endRow)
  }

  return { choose: choosing(table, near), place }
}
