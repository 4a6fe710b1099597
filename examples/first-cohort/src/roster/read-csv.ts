import { parse } from 'csv-parse/sync'
import * as E from 'fp-ts/lib/Either.js'
import { unreadable, type UnreadableRoster } from './problem.ts'

/** One row as it stands in the file. */
export interface CsvRow {
  /** Line on which the row begins, from 1. */
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** A file with a header row. */
export interface CsvTable {
  readonly header: ReadonlyArray<string>
  readonly rows: ReadonlyArray<CsvRow>
}

const separators = [',', ';', '\t'] as const

/** The separator that the header row has most of, outside quotes. */
const separatorOf = (text: string): string => {
  const header = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n')
    .find((line) => line.trim() !== '')
  const count = (separator: string): number => (header ?? '').split(separator).length
  return [...separators].sort((a, b) => count(b) - count(a))[0] ?? ','
}

/** Text of UTF-8 bytes with plain line feeds: only so does the parser count lines inside quotes right. */
const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    return undefined
  }
}

interface Parsed {
  readonly record: ReadonlyArray<string>
  readonly info: { readonly lines: number }
}

const isParsed = (row: unknown): row is Parsed =>
  typeof row === 'object' && row !== null && 'record' in row && 'info' in row

const breaksIn = (cells: ReadonlyArray<string>): number => cells.join('').split('\n').length - 1

const rowOf = ({ record, info }: Parsed): CsvRow => ({
  line: info.lines - breaksIn(record),
  cells: record.map((cell) => cell.trim()),
})

const parseRows = (text: string): E.Either<UnreadableRoster, ReadonlyArray<CsvRow>> => {
  const delimiter = separatorOf(text)
  try {
    const rows: ReadonlyArray<unknown> = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
    return E.right(rows.filter(isParsed).map(rowOf))
  } catch (defect) {
    const line = defect instanceof Error ? /at line (\d+)/.exec(defect.message)?.[1] : undefined
    return E.left(
      unreadable(
        `a quote is not closed, or stands inside an unquoted cell${line === undefined ? '' : ` (line ${line})`}`,
        'put the whole cell in double quotes, and write a quote inside it twice',
      ),
    )
  }
}

const isBlank = ({ cells }: CsvRow): boolean => cells.every((cell) => cell === '')

/** Reads a CSV file: UTF-8 with or without a byte order mark, separated by commas, semicolons or tabs. Blank rows are passed over. */
export const readCsv = (bytes: Uint8Array): E.Either<UnreadableRoster, CsvTable> => {
  const text = textOf(bytes)
  if (text === undefined || text.includes('\0')) {
    return E.left(
      unreadable(
        'the file is not text in UTF-8',
        'save it again as “CSV UTF-8” and not as a workbook',
      ),
    )
  }
  const parsed = parseRows(text)
  if (E.isLeft(parsed)) return parsed
  const [header, ...rows] = parsed.right.filter((row) => !isBlank(row))
  if (header === undefined || rows.length === 0) {
    return E.left(unreadable('the file has no rows', 'give it a header row and one row per person'))
  }
  return E.right({ header: header.cells, rows })
}
