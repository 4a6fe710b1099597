import type { Columns } from './columns/columns.ts'
import { usedColumns } from './columns/columns.ts'
import { fieldNames } from './columns/fields.ts'
import { unnamed } from './columns/find-header.ts'
import type { Sheet } from './sheet/sheet.ts'

/** A column of a source, and how many of its cells say something. */
export interface ColumnRead {
  readonly header: string
  readonly filled: number
}

/** What was read from where, and what was ignored: always told, since a column that is overlooked is seen by nobody. */
export interface WhatWasRead {
  readonly unit: 'line' | 'record'
  readonly rows: number
  /** Rows that take part, sound or not. */
  readonly taking: number
  /** Columns by what they were read as: a field, `manager`, or the code of an attribute. */
  readonly columns: ReadonlyArray<ColumnRead & { readonly as: string }>
  readonly ignored: ReadonlyArray<ColumnRead>
  /** What a reader ought to know, in a sentence each. */
  readonly notes: ReadonlyArray<string>
}

/** Tells what was read. O(cells). */
export const whatWasRead = (
  sheet: Sheet,
  columns: Columns,
  taking: number,
  notes: ReadonlyArray<string>,
): WhatWasRead => {
  const filled = sheet.headers.map(() => 0)
  for (const { cells } of sheet.rows)
    for (let at = 0; at < filled.length; at += 1)
      if ((cells[at] ?? '') !== '') filled[at] = (filled[at] ?? 0) + 1
  const column = (index: number): ColumnRead => {
    const header = sheet.headers[index] || `${unnamed(index)}, without a header`
    return { header, filled: filled[index] ?? 0 }
  }
  const used = usedColumns(columns)
  const isLeftOver = (at: number): boolean =>
    !used.has(at) && (sheet.headers[at] !== '' || (filled[at] ?? 0) > 0)
  const named = fieldNames.flatMap(
    (as): ReadonlyArray<{ readonly as: string; readonly index: number }> => {
      const index = columns.fields[as]
      return index === undefined ? [] : [{ as, index }]
    },
  )
  const all = [
    ...named,
    ...columns.managers.flat().map(({ index }) => ({ as: 'manager', index })),
    ...[...columns.attributes, ...columns.identity].map(({ code, index }) => ({ as: code, index })),
  ]
  return {
    unit: sheet.unit,
    rows: sheet.rows.length,
    taking,
    columns: all.map(({ as, index }) => ({ as, ...column(index) })),
    ignored: sheet.headers.flatMap((_, at) => (isLeftOver(at) ? [column(at)] : [])),
    notes: [...sheet.notes, ...notes],
  }
}
