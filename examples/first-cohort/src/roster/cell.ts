import { Values } from '@reverse-mentoring/core'
import type { ColumnName, Columns } from './columns.ts'
import type { RowProblem } from './problem.ts'
import type { CsvRow } from './read-csv.ts'
import { topicCode } from './topics.ts'

/** Reads the cells of one row, and keeps what is wrong with them. */
export interface RowReader {
  /** The trimmed text of a column; empty where the file has no such column. */
  readonly text: (column: ColumnName) => string
  readonly whole: (
    column: ColumnName,
    least: number,
    most: number,
    advice: string,
  ) => number | undefined
  readonly yes: (column: ColumnName) => boolean
  readonly list: (column: ColumnName) => ReadonlyArray<string>
  readonly topics: (
    column: ColumnName,
    known: ReadonlySet<Values.Code> | undefined,
  ) => ReadonlyArray<Values.Code>
  readonly zone: (column: ColumnName) => Values.Zone | undefined
  /** The trimmed text of a cell, by its place. */
  readonly textAt: (index: number) => string
  readonly listAt: (index: number) => ReadonlyArray<string>
  readonly wrongAt: (index: number, problem: string, mend: string) => void
  readonly wrong: (column: ColumnName, problem: string, mend: string) => void
  readonly problems: () => ReadonlyArray<RowProblem>
}

const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`

const isZone = (text: string): text is Values.Zone => {
  try {
    return Values.Zone.is(text) && new Intl.DateTimeFormat('en', { timeZone: text }).format() !== ''
  } catch {
    return false
  }
}

const words: Readonly<Record<string, boolean>> = {
  '': false,
  yes: true,
  y: true,
  true: true,
  x: true,
  1: true,
  no: false,
  n: false,
  false: false,
  0: false,
}

const splitList = (text: string): ReadonlyArray<string> => [
  ...new Set(
    text
      .split(/[;,|\n]/)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
]

/** A reader of one row under the headers of its file. */
export const rowReader = (
  header: ReadonlyArray<string>,
  columns: Columns,
  { line, cells }: CsvRow,
): RowReader => {
  const found: Array<RowProblem> = []
  const headerOf = (column: ColumnName): string => header[columns[column] ?? -1] ?? column
  const wrong = (column: ColumnName, problem: string, mend: string): void => {
    found.push({ line, column: headerOf(column), problem, mend })
  }
  const text = (column: ColumnName): string => cells[columns[column] ?? -1] ?? ''

  const whole: RowReader['whole'] = (column, least, most, advice) => {
    const written = text(column)
    const number = Number(written)
    if (/^-?\d+$/.test(written) && number >= least && number <= most) return number
    wrong(
      column,
      written === ''
        ? 'is empty'
        : `${quoted(written)} is not a whole number from ${String(least)} to ${String(most)}`,
      advice,
    )
    return undefined
  }

  const topics: RowReader['topics'] = (column, known) =>
    splitList(text(column)).flatMap((label) => {
      const code = topicCode(label)
      if (code === undefined) {
        wrong(column, `${quoted(label)} is no topic`, 'name it in at most 40 letters and digits')
        return []
      }
      if (known === undefined || known.has(code)) return [code]
      wrong(
        column,
        `${quoted(label)} is not one of the topics`,
        'correct it, or add it to --topics',
      )
      return []
    })

  return {
    text,
    whole,
    yes: (column) => {
      const answer = words[text(column).toLowerCase()]
      if (answer === undefined)
        wrong(column, `${quoted(text(column))} is neither yes nor no`, 'write yes or no')
      return answer === true
    },
    list: (column) => splitList(text(column)),
    topics: (column, known) => [...new Set(topics(column, known))],
    zone: (column) => {
      const written = text(column)
      if (written === '' || isZone(written)) return written === '' ? undefined : written
      wrong(
        column,
        `${quoted(written)} is not a time zone`,
        'write one like Europe/London, or leave it empty',
      )
      return undefined
    },
    textAt: (index) => cells[index] ?? '',
    listAt: (index) => splitList(cells[index] ?? ''),
    wrongAt: (index, problem, mend) => {
      found.push({ line, column: header[index] ?? '', problem, mend })
    },
    wrong,
    problems: () => found,
  }
}
