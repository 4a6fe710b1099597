import type { Columns } from '../columns/columns.ts'
import { widthOf, type Sheet } from '../sheet/sheet.ts'
import { quoted } from '../text/quoted.ts'
import { rolesOf } from '../words/role.ts'
import type { Row } from './row.ts'

/** As many cells as most rows have. */
const usualLength = ({ rows }: Sheet): number => {
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0]
}

/**
 * Tells rows with fewer cells than there are headers, or than rows usually have, and rows with a cell beyond the headers:
 * from somewhere on their cells stand under wrong headers. That only empty cells at the end are missing cannot be seen.
 * `named` are the places of columns that were named, with a header or without.
 * Answers these rows. O(rows).
 */
export const tellMisplaced = (
  all: ReadonlyArray<Row>,
  sheet: Sheet,
  named: Iterable<number>,
): ReadonlyArray<Row> => {
  const width = Math.max(widthOf(sheet), ...[...named].map((index) => index + 1))
  const least = Math.max(width, usualLength(sheet))
  return all.filter(({ row: { cells: texts }, cells }) => {
    const isShort = texts.length < least
    if (!isShort && texts.slice(width).every((text) => text === '')) return false
    const others =
      isShort && least > width
        ? `most rows have ${String(least)}`
        : `there are ${String(width)} headers`
    cells.wrong('id', {
      kind: 'row-length',
      problem: `the row has ${String(texts.length)} cells and ${others}`,
      mend: isShort
        ? 'look for a missing separator or quote; if nothing but empty cells is missing at its end, add their separators'
        : 'look for a separator or quote too many, or give every column a header',
    })
    return true
  })
}

const partsOf = (text: string): ReadonlyArray<string> =>
  text.split(/[,;|\t]/u).map((part) => part.trim())

/** Columns whose cells hold several texts by right. */
const listsIn = ({ fields, managers, attributes }: Columns): ReadonlySet<number | undefined> =>
  new Set([
    ...[fields.offered, fields.sought, fields.languages, fields.role],
    ...managers.flat().map(({ index }) => index),
    ...attributes.flatMap(({ kind, index }) => (kind === 'list' ? [index] : [])),
  ])

/**
 * Tells rows of which a cell holds the next ones, too, since a quote closes too late: among its parts is a role or
 * somebody's number, and so many cells are missing at the end of the row. Answers these rows. O(cells).
 */
export const tellSwallowed = (
  all: ReadonlyArray<Row>,
  columns: Columns,
  numbers: ReadonlySet<string>,
): ReadonlyArray<Row> => {
  const lists = listsIn(columns)
  return all.filter(({ row: { cells: texts }, cells }) => {
    const last = texts.findLastIndex((text) => text !== '')
    const text = texts[last] ?? ''
    const parts = partsOf(text)
    const isMissing = last + parts.length <= texts.length && parts.length > 1
    const names = (part: string): boolean => numbers.has(part) || (rolesOf(part)?.length ?? 0) > 0
    if (lists.has(last) || !isMissing || !parts.some(names)) return false
    cells.wrongAt(last, {
      kind: 'row-length',
      problem: `${quoted(text)} holds what belongs into several cells`,
      mend: 'look for a quote that closes too late',
    })
    return true
  })
}
