import type { Table } from './table.ts'

/**
 * Takes and gives back columns in turn, from the end of a path to the row that it began with. It ends at a column, or at
 * a row that gives up what it holds; `from` says which row reached a column. O(path).
 */
export const augment = (
  { columnOf, rowOf }: Table,
  from: Int32Array,
  source: number,
  endColumn: number,
  endRow: number,
): void => {
  let column = endColumn
  if (column < 0) {
    if (endRow === source) return
    column = columnOf[endRow] ?? 0
    columnOf[endRow] = -1
  }
  for (;;) {
    const row = from[column] ?? 0
    const before = columnOf[row] ?? -1
    rowOf[column] = row
    columnOf[row] = column
    if (row === source) return
    column = before
  }
}
