import { knownHeader } from '../columns/known-header.ts'
import { plain } from '../text/plain.ts'
import type { SheetRow } from './sheet.ts'

/** A report has at most so many lines above its headers. */
const mostAbove = 20

const knownIn = ({ cells }: SheetRow, named: ReadonlySet<string>): number =>
  cells.filter((cell) => knownHeader(cell) || named.has(plain(cell))).length

const filledIn = ({ cells }: SheetRow): number => cells.filter((cell) => cell.trim() !== '').length

/** How many headers are known or were named in the row at the top that has most of them. */
export const mostKnown = (rows: ReadonlyArray<SheetRow>, named: ReadonlyArray<string>): number => {
  const names = new Set(named.map(plain))
  return Math.max(0, ...rows.slice(0, mostAbove + 1).map((row) => knownIn(row, names)))
}

/**
 * Which row holds the headers: the first of those at the top that has the most headers that are known or were named; where
 * hardly any is known, the first that has the most cells.
 */
export const headerRow = (
  rows: ReadonlyArray<SheetRow>,
  named: ReadonlyArray<string> = [],
): number => {
  const names = new Set(named.map(plain))
  const top = rows.slice(0, mostAbove + 1)
  const firstWithMost = (count: (row: SheetRow) => number): number => {
    const counts = top.map(count)
    return counts.indexOf(Math.max(...counts))
  }
  const byNames = firstWithMost((row) => knownIn(row, names))
  const header = top[byNames]
  return header !== undefined && knownIn(header, names) >= 2 ? byNames : firstWithMost(filledIn)
}
