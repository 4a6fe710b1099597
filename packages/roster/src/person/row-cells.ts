import type { Columns } from '../columns/columns.ts'
import type { FieldName } from '../columns/fields.ts'
import type { ProblemKind } from '../problem.ts'
import type { SheetRow } from '../sheet/sheet.ts'

/** One thing that is wrong with one row. */
export interface Fault {
  readonly kind: ProblemKind
  readonly line: number
  readonly column: string
  readonly problem: string
  readonly mend: string
  /** The cell, where it is wrong by itself, and what is wrong with many such cells, as in “452 cells are text”. */
  readonly cell?: string
  readonly many?: string
  /** How to mend many such cells at once, where it is done otherwise than of one. */
  readonly mendMany?: string
  /** Where the other people stand whose lines are unknown because of it; absent where there are none. */
  readonly below?: ReadonlyArray<number>
}

/** The cells of one row, and what is wrong with them. */
export interface RowCells {
  readonly line: number
  /** The text of a field; empty where the source has no such column. */
  readonly text: (field: FieldName) => string
  readonly textAt: (index: number) => string
  readonly wrong: (field: FieldName, fault: CellFault) => void
  readonly wrongAt: (index: number, fault: CellFault) => void
  /** The lines of the people in these places are unknown because of the row. */
  readonly hangs: (others: ReadonlyArray<number>) => void
  readonly faults: ReadonlyArray<Fault>
}

const ofLine: ReadonlySet<ProblemKind> = new Set([
  ...(['id-shortened', 'id-twice', 'line-round', 'manager-almost', 'manager-contradicts'] as const),
  ...(['manager-empty', 'manager-unknown', 'person-twice', 'row-length'] as const),
])

export type CellFault = Omit<Fault, 'line' | 'column'>

/** Reads the cells of one row under the headers of its sheet. */
export const rowCells = (
  headers: ReadonlyArray<string>,
  { fields }: Pick<Columns, 'fields'>,
  { line, cells }: SheetRow,
): RowCells => {
  const faults: Array<Fault> = []
  const wrongAt = (index: number | undefined, name: string, fault: CellFault): void => {
    faults.push({ ...fault, line, column: headers[index ?? -1] ?? name })
  }
  return {
    line,
    text: (field) => cells[fields[field] ?? -1] ?? '',
    textAt: (index) => cells[index] ?? '',
    wrong: (field, fault) => wrongAt(fields[field], field, fault),
    wrongAt: (index, fault) => wrongAt(index, '', fault),
    hangs: (below) => {
      const at = faults.findIndex(({ kind }) => ofLine.has(kind))
      const fault = faults[at]
      if (fault !== undefined) faults[at] = { ...fault, below }
    },
    faults,
  }
}
