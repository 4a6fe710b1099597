import type { Values } from '@reverse-mentoring/core'
import type { SheetRow } from '../sheet/sheet.ts'
import { quoted } from '../text/quoted.ts'
import { isLeaving, yesMeansLeaving } from '../words/status.ts'
import type { RowCells } from './row-cells.ts'

/** A row, and what it says of whether somebody takes part. */
export interface Row {
  readonly row: SheetRow
  readonly cells: RowCells
  /** None for who stands there for the line only; `undefined` where the cell means nothing. */
  readonly roles: ReadonlyArray<Values.Role> | undefined
  readonly isLeaving: boolean
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
export const statusOf = (cells: RowCells, header: string): boolean => {
  const text = cells.text('status')
  const leaving = isLeaving(text, yesMeansLeaving(header) ? 'leaving' : 'active')
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
