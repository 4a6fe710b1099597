import type { Values } from '@reverse-mentoring/core'
import type { SheetRow } from '../sheet/sheet.ts'
import { quoted } from '../text/quoted.ts'
import { isLeaving } from '../words/status.ts'
import type { RowCells } from './row-cells.ts'

/** A row, and what it says of whether somebody takes part. */
export interface Row {
  readonly row: SheetRow
  readonly cells: RowCells
  /** None for who stands there for the line only; `undefined` where the cell means nothing. */
  readonly roles: ReadonlyArray<Values.Role> | undefined
  readonly isLeaving: boolean
}

/** Cells beyond the headers that say something, or fewer than there are headers: then some may stand under a wrong one. */
export const isMisplaced = ({ row }: Row, width: number): boolean =>
  row.cells.length < width || row.cells.slice(width).some((cell) => cell !== '')

export const tellMisplaced = ({ row, cells }: Row, width: number): void => {
  cells.wrong('id', {
    kind: 'row-length',
    problem: `the row has ${String(row.cells.length)} cells and there are ${String(width)} headers`,
    mend: 'look for a missing separator or quote',
  })
}

/** Tells a row whose role means nothing. */
export const checkRole = ({ cells, roles }: Row): void => {
  if (roles !== undefined) return
  const text = cells.text('role')
  cells.wrong('role', {
    kind: 'role',
    problem: `${quoted(text)} is no role`,
    mend: 'write junior, senior, mentor, mentee or both; leave it empty for who does not take part',
    cell: text,
    many: 'are no roles',
  })
}

/** Whether a row says that somebody has left; told where it says neither. */
export const statusOf = (cells: RowCells): boolean => {
  const text = cells.text('status')
  const leaving = isLeaving(text)
  if (leaving === undefined)
    cells.wrong('status', {
      kind: 'status',
      problem: `${quoted(text)} does not say whether somebody has left`,
      mend: 'write active or left, or leave it empty',
      cell: text,
      many: 'do not say whether somebody has left',
    })
  return leaving === true
}
