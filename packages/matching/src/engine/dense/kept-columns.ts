import type { Table } from './table.ts'

/** As many columns of a row are kept at most. */
const room = 32

/** So many columns are kept at least; where scores are spread evenly, two or three times as many. */
const stripes = 6

/**
 * The columns of each row that leave it most. Prices of columns only rise, so a column that is not kept never leaves a
 * row more than `others` says.
 */
export interface KeptColumns {
  /** Kept columns of a row are from `row × room` to before `end`. */
  readonly kept: Int32Array
  readonly room: number
  readonly end: Int32Array
  /** The most that a column not kept leaves a row, without the bonus, at the prices when it was kept or any later ones. */
  readonly others: Float64Array
  /** Reads the whole row and keeps its columns anew. O(columns). */
  readonly keep: (row: number) => void
}

/** Reads every row, and keeps the nearest columns of each. For rows longer than `room`. O(cells). */
export const keptColumns = ({ rows, columns, scores, columnPrice }: Table): KeptColumns => {
  const kept = new Int32Array(rows * room)
  const end = new Int32Array(rows)
  const others = new Float64Array(rows)

  /** The least of the best of each stripe: so much at least leave as many columns as there are stripes. */
  const leastOfStripes = (row: number): number => {
    const stop = (row + 1) * columns
    let least = Infinity
    for (let first = 0; first < stripes; first += 1) {
      let most = -Infinity
      let column = first
      for (let cell = row * columns + first; cell < stop; cell += stripes) {
        const net = (scores[cell] ?? 0) - (columnPrice[column] ?? 0)
        if (net > most) most = net
        column += stripes
      }
      if (most < least) least = most
    }
    return least
  }

  const keep = (row: number): void => {
    const cells = row * columns
    const start = row * room
    let least = leastOfStripes(row)
    for (;;) {
      let most = least
      let at = start
      for (let column = 0; column < columns; column += 1) {
        const net = (scores[cells + column] ?? 0) - (columnPrice[column] ?? 0)
        if (net < least) continue
        if (net > most) most = net
        if (at < start + room) kept[at] = column
        at += 1
      }
      const isRoom = at <= start + room
      if (isRoom || most === least) {
        end[row] = isRoom ? at : start + room
        // Prices and scores are whole: who was left out for less leaves 1 less, which tells ties apart.
        others[row] = isRoom ? least - 1 : least
        return
      }
      least = Math.ceil((least + most) / 2)
    }
  }
  for (let row = 0; row < rows; row += 1) keep(row)
  return { kept, room, end, others, keep }
}
