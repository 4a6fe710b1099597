import { augment } from './augment.ts'
import type { Choice, Reading } from './reading.ts'
import type { Table } from './table.ts'

/** What a search writes down, used again by the next one. */
interface Notes {
  readonly distance: Float64Array
  /** Which row reached each column. */
  readonly from: Int32Array
  /** Every column once, those that the path has passed first. */
  readonly order: Int32Array
}

// These are no closures over a table: a closure made anew for every table is optimised anew, and these are short runs.

const choose = (table: Table, choice: Choice, row: number): Choice => {
  const { columns, scores, bonus, columnPrice } = table
  const start = row * columns
  let best = -1
  let second = -1
  let bestNet = -bonus
  let secondNet = -bonus
  for (let column = 0; column < columns; column += 1) {
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
  return choice
}

/** Rows before the end of the path become cheaper, columns dearer, by what they are nearer than the end. */
const reprice = (
  { rowPrice, columnPrice, rowOf }: Table,
  { distance, order }: Notes,
  passed: number,
  cost: number,
): void => {
  for (let at = 0; at < passed; at += 1) {
    const column = order[at] ?? 0
    const holder = rowOf[column] ?? 0
    const by = cost - (distance[column] ?? 0)
    columnPrice[column] = (columnPrice[column] ?? 0) + by
    rowPrice[holder] = (rowPrice[holder] ?? 0) - by
  }
}

const place = (table: Table, notes: Notes, source: number): void => {
  const { columns, scores, bonus, rowPrice, columnPrice, rowOf } = table
  const { distance, from, order } = notes
  let cost = rowPrice[source] ?? 0
  let endColumn = -1
  let endRow = source
  let row = source
  let rowAt = 0
  let passed = 0
  distance.fill(cost)
  for (;;) {
    const start = row * columns
    const base = rowAt + (rowPrice[row] ?? 0) - bonus
    let least = cost
    let nearest = -1
    for (let at = passed; at < columns; at += 1) {
      const column = order[at] ?? 0
      const by = base + (columnPrice[column] ?? 0) - (scores[start + column] ?? 0)
      let known = distance[column] ?? 0
      // What is farther than the end is never passed; asked first, as the answer is nearly always the same.
      if (by < cost && by < known) {
        known = by
        distance[column] = by
        from[column] = row
        if (rowOf[column] === -1) {
          cost = by
          endColumn = column
        }
      }
      if (known < least) {
        least = known
        nearest = at
      }
    }
    if (least >= cost) break
    const column = order[nearest] ?? 0
    order[nearest] = order[passed] ?? 0
    order[passed] = column
    passed += 1
    row = rowOf[column] ?? 0
    rowAt = least
    if (rowAt + (rowPrice[row] ?? 0) < cost) {
      cost = rowAt + (rowPrice[row] ?? 0)
      endColumn = -1
      endRow = row
    }
  }
  rowPrice[source] = (rowPrice[source] ?? 0) - cost
  reprice(table, notes, passed, cost)
  augment(table, from, source, endColumn, endRow)
}

/**
 * Reads rows whole, which is quickest while they are short. A path is found by Dijkstra without a heap, in one pass over
 * the columns not yet passed for each row (Jonker & Volgenant 1987). O(rows passed × columns).
 */
export const wholeRows = (table: Table): Reading => {
  const { columns } = table
  const choice: Choice = { best: -1, second: -1, bestNet: 0, secondNet: 0 }
  const order = new Int32Array(columns)
  for (let column = 0; column < columns; column += 1) order[column] = column
  const notes: Notes = { distance: new Float64Array(columns), from: new Int32Array(columns), order }
  return {
    choose: (row) => choose(table, choice, row),
    place: (row) => {
      place(table, notes, row)
    },
  }
}
