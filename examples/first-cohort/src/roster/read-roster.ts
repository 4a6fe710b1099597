import type { Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { noAttributes, type Attributes } from '../attributes/check.ts'
import { rowReader, type RowReader } from './cell.ts'
import { findColumns } from './columns.ts'
import { readLines, type Lines } from './lines.ts'
import { unreadable, type RowProblem, type UnreadableRoster } from './problem.ts'
import { findOwnColumns } from './own-columns.ts'
import { readCsv, type CsvRow } from './read-csv.ts'
import { readPerson } from './read-person.ts'
import { needsMentorIs, roleOf, type MentorIs } from './role.ts'
import type { Roster, RosterPerson } from './roster.ts'
import { topicLabels } from './topics.ts'

/** How to read a file. */
export interface RosterOptions {
  /** Headers of columns that are called otherwise than expected, by what they hold. */
  readonly columns?: Readonly<Record<string, string>>
  /** Which of the two the file calls mentor; must be said where it uses the words. */
  readonly mentorIs?: MentorIs
  /** Employee numbers above which nobody stands. */
  readonly top?: ReadonlyArray<string>
  /** The topics that there are; otherwise those that the file names. */
  readonly topics?: ReadonlyArray<string>
  /** Columns of one's own. */
  readonly attributes?: Pick<Attributes, 'columns' | 'identity'>
}

interface Line {
  readonly row: CsvRow
  readonly reader: RowReader
}

const linesOf = (all: ReadonlyArray<Line>, top: ReadonlyArray<string>): Lines =>
  readLines(
    all.map(({ reader }) => ({
      id: reader.text('id'),
      manager: reader.text('manager'),
      external: ['yes', 'y', 'true', 'x', '1'].includes(reader.text('external').toLowerCase()),
      onlyLine: roleOf(reader.text('role'), 'junior') === 'none',
    })),
    new Set(top),
  )

/** Says what is wrong with the row itself: its length, and whose it is. */
const checkRow = ({ row, reader }: Line, width: number, before: Map<string, number>): void => {
  const id = reader.text('id')
  const earlier = before.get(id)
  if (row.cells.length > width || (row.cells.length < width && row.cells.length > 0)) {
    reader.wrong(
      'id',
      `the row has ${String(row.cells.length)} cells and the header ${String(width)}`,
      'look for a missing separator or quote',
    )
  }
  if (id === '') reader.wrong('id', 'is empty', 'give everybody a number of their own')
  else if (earlier !== undefined) {
    reader.wrong(
      'id',
      `“${id}” stands on line ${String(earlier)} already`,
      'keep one of the two rows',
    )
  } else before.set(id, row.line)
}

const average = (people: ReadonlyArray<RosterPerson>, role: Values.Role): number | undefined => {
  const grades = people.filter((person) => person.role === role).map(({ seniority }) => seniority)
  return grades.length === 0
    ? undefined
    : grades.reduce((sum, grade) => sum + grade, 0) / grades.length
}

const looksSwapped = (people: ReadonlyArray<RosterPerson>): boolean => {
  const [sharing, learning] = [average(people, 'mentor'), average(people, 'mentee')]
  return sharing !== undefined && learning !== undefined && sharing > learning
}

/**
 * Reads a roster as a personnel system exports it. A file that cannot be read at all is a failure; what is wrong with
 * single rows is listed, all of it, and those people are left out. O(rows + length of all chains of managers).
 */
export const readRoster = (
  bytes: Uint8Array,
  options: RosterOptions = {},
): E.Either<UnreadableRoster, Roster> => {
  const table = readCsv(bytes)
  if (E.isLeft(table)) return table
  const { header, rows } = table.right
  const columns = findColumns(header, options.columns ?? {})
  if (E.isLeft(columns)) return columns
  const own = findOwnColumns(header, options.attributes ?? noAttributes)
  if (E.isLeft(own)) return own
  const all = rows.map((row): Line => ({ row, reader: rowReader(header, columns.right, row) }))
  if (
    options.mentorIs === undefined &&
    all.some(({ reader }) => needsMentorIs(reader.text('role')))
  ) {
    return E.left(
      unreadable(
        'the file says mentor and mentee, and not which of the two is the junior one',
        'add --mentor-is junior (as here: the junior person shares what they know) or --mentor-is senior',
      ),
    )
  }
  const lines = linesOf(all, options.top ?? [])
  const allowed = options.topics === undefined ? undefined : topicLabels(options.topics)
  const topics = allowed === undefined ? undefined : new Set(allowed.keys())
  const before = new Map<string, number>()
  const people: Array<RosterPerson> = []
  const problems: Array<RowProblem> = []
  let taking = 0
  for (const one of all) {
    const { row, reader } = one
    checkRow(one, header.length, before)
    const word = reader.text('role')
    const role = roleOf(word, options.mentorIs)
    if (role === undefined) {
      reader.wrong(
        'role',
        `“${word}” is no role`,
        'write junior, senior, mentor or mentee; leave it empty for who does not take part',
      )
    } else if (role !== 'none') {
      const person = readPerson(reader, {
        ...{ line: row.line, role, lines, topics },
        own: own.right,
      })
      if (reader.problems().length === 0) people.push(person)
    }
    if (role !== 'none') taking += 1
    for (const problem of reader.problems()) problems.push(problem)
  }
  const named = all.flatMap(({ reader }) => [...reader.list('offered'), ...reader.list('sought')])
  return E.right({
    people,
    rows: taking,
    problems,
    topics: allowed ?? topicLabels(named),
    looksSwapped: looksSwapped(people),
  })
}
