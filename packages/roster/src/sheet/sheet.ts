import { clean, hidesSomething } from '../text/clean.ts'

/** One row of a source. */
export interface SheetRow {
  /** The line on which the row begins, or the number of the record: from 1. */
  readonly line: number
  /** Under the headers, in their order. */
  readonly cells: ReadonlyArray<string>
}

/** A table as it was read, from whatever: what is checked does not depend on the format. */
export interface Sheet {
  /** What a row is found by: a line of a file, or the number of a record. */
  readonly unit: 'line' | 'record'
  readonly headers: ReadonlyArray<string>
  readonly rows: ReadonlyArray<SheetRow>
  /** What a reader ought to know of how it was read. */
  readonly notes: ReadonlyArray<string>
}

/** A sheet whose texts may be shown anywhere, and a note of what nobody could see in them. */
export const cleanSheet = ({ unit, headers, rows, notes }: Sheet): Sheet => {
  const hiding = rows.filter(({ cells }) => cells.some(hidesSomething))
  const hidden =
    hiding.length === 0
      ? []
      : [
          `Invisible characters were left out of cells, first in ${unit} ${String(hiding[0]?.line)}; so were they in ${String(hiding.length - 1)} other rows.`,
        ]
  return {
    unit,
    headers: headers.map(clean),
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.map(clean) })),
    notes: [...notes, ...hidden],
  }
}

/** Headers at the end that say nothing do not count. */
export const widthOf = ({ headers }: Sheet): number => {
  let width = headers.length
  while (width > 0 && headers[width - 1] === '') width -= 1
  return width
}
