import { parse } from 'csv-parse/sync'
import * as E from 'fp-ts/lib/Either.js'
import { unreadable, type UnreadableRoster } from '../problem.ts'
import { openQuote } from './quotes.ts'
import type { SheetRow } from './sheet.ts'

interface Parsed {
  readonly record: ReadonlyArray<string>
  readonly info: { readonly lines: number }
}

const isParsed = (row: unknown): row is Parsed =>
  typeof row === 'object' && row !== null && 'record' in row && 'info' in row

const breaksIn = (cells: ReadonlyArray<string>): number => cells.join('').split('\n').length - 1

const mend = 'put the whole cell in double quotes, and write a quote inside it twice'

const lineOf = (defect: unknown): number | undefined => {
  const said = defect instanceof Error ? /at line (\d+)/.exec(defect.message)?.[1] : undefined
  return said === undefined ? undefined : Number(said)
}

/** A cell that holds whole rows: its quote was opened by mistake, and closed by the next one. */
const swallowing = (
  rows: ReadonlyArray<SheetRow>,
  separator: string,
  width: number,
): number | undefined => {
  for (const { line, cells } of rows) {
    let before = line
    for (const cell of cells) {
      const [, ...rest] = cell.split('\n')
      if (rest.some((text) => text.split(separator).length >= Math.max(3, width - 1))) return before
      before += rest.length
    }
  }
  return undefined
}

/** The rows of a text, as they stand in it; blank ones are passed over. */
export const csvRows = (
  text: string,
  separator: string,
): E.Either<UnreadableRoster, ReadonlyArray<SheetRow>> => {
  let parsed: ReadonlyArray<unknown>
  try {
    parsed = parse(text, {
      delimiter: separator,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
  } catch (defect) {
    const line = openQuote(text, separator, lineOf(defect))
    return E.left(
      unreadable(
        line === undefined
          ? `a quote stands inside an unquoted cell (line ${String(lineOf(defect) ?? 1)})`
          : `the quote that opens on line ${String(line)} is not closed, or is closed inside its cell`,
        mend,
      ),
    )
  }
  const rows = parsed.filter(isParsed).map(({ record, info }) => ({
    line: info.lines - breaksIn(record),
    cells: record,
  }))
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const swallowed = swallowing(rows, separator, widest)
  return swallowed === undefined
    ? E.right(rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')))
    : E.left(
        unreadable(
          `the quote that opens on line ${String(swallowed)} is closed lines later, with whole rows inside`,
          mend,
        ),
      )
}
