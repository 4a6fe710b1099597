import {
  csvSheet,
  readRoster,
  type Roster,
  type RosterMapping,
  type RosterProblem,
  type Sheet,
  type SettingWords,
} from '@reverse-mentoring/roster'
import * as E from 'fp-ts/lib/Either.js'

/** A file and how it is read, as somebody has come to have them by doing what they were told. */
interface Attempt {
  readonly sheet: Sheet
  readonly mapping: RosterMapping
}

const words: SettingWords = (setting, value, column) => `⟦${setting}|${value}|${column ?? ''}⟧`

const beside = (before: unknown, value: string): ReadonlyArray<string> => [
  ...(Array.isArray(before) ? before.map(String) : typeof before === 'string' ? [before] : []),
  value,
]

/** Sets what an advice says to set, the nth of it where it leaves a choice. */
const set = (mapping: RosterMapping, mend: string, choice: number): RosterMapping => {
  const all = [...mend.matchAll(/⟦(\w+)\|([^|⟧]*)\|(\w*)⟧/g)]
  const [, setting = '', value = '', column = ''] = all[Math.min(choice, all.length - 1)] ?? []
  if (setting === '') throw new Error(`nothing to set: ${mend}`)
  if (setting === 'mentorIs') return { ...mapping, mentorIs: 'junior' }
  if (setting === 'grades') return { ...mapping, grades: value.split(',') }
  if (setting !== 'columns')
    return { ...mapping, [setting]: beside(mapping[setting as 'top'], value) }
  const before = mapping.columns?.[column]
  const after = column === 'manager' ? beside(before, value) : value
  return { ...mapping, columns: { ...mapping.columns, [column]: after } }
}

const written = (sheet: Sheet, line: number, header: string, text: string): Sheet => ({
  ...sheet,
  rows: sheet.rows.map((row) =>
    row.line === line
      ? { line, cells: row.cells.map((cell, at) => (sheet.headers[at] === header ? text : cell)) }
      : row,
  ),
})

const withRow = (sheet: Sheet, number: string): Sheet => {
  const of: Readonly<Record<string, string>> = { ID: number, Name: `Nobody ${number}` }
  const cells = sheet.headers.map((header) => of[header] ?? '')
  return { ...sheet, rows: [...sheet.rows, { line: sheet.rows.length + 2, cells }] }
}

/** Does what one problem says. */
const mended = (
  { sheet, mapping }: Attempt,
  { lines, column, problem, mend }: RosterProblem,
  choice: number,
): Attempt => {
  const both = /if both stand above, write “([^”]+)” in “([^”]+)”/.exec(mend)
  const one = /write “([^”]+)” if they are meant/.exec(mend)
  const unknown = /the number “([^”]+)”/.exec(problem)
  const [line = 0] = lines
  if (both !== null) return { mapping, sheet: written(sheet, line, both[2] ?? '', both[1] ?? '') }
  if (one !== null) return { mapping, sheet: written(sheet, line, column, one[1] ?? '') }
  if (unknown !== null && choice === 0) return { mapping, sheet: withRow(sheet, unknown[1] ?? '') }
  return { sheet, mapping: set(mapping, mend, choice) }
}

/** Follows every advice to the letter until there is none; throws where that leads nowhere. */
export const followed = (
  lines: ReadonlyArray<string>,
  choice: number,
  mapping: RosterMapping = {},
): Roster => {
  const read = csvSheet(new TextEncoder().encode(lines.join('\n')))
  if (E.isLeft(read)) throw new Error(read.left.problem)
  let attempt: Attempt = { sheet: read.right, mapping }
  const told: Array<string> = []
  for (let round = 0; round < 10; round += 1) {
    const roster = readRoster(attempt.sheet, attempt.mapping, words)
    if (E.isRight(roster) && roster.right.problems.length === 0) return roster.right
    const [first] = E.isRight(roster) ? roster.right.problems : []
    if (first !== undefined) attempt = mended(attempt, first, choice)
    else if (E.isLeft(roster))
      attempt = { ...attempt, mapping: set(attempt.mapping, roster.left.mend, choice) }
    told.push(first?.problem ?? (E.isLeft(roster) ? roster.left.problem : ''))
  }
  throw new Error(`following the advice leads nowhere:\n${told.join('\n')}`)
}
