import * as E from 'fp-ts/lib/Either.js'
import { namedColumns } from './columns/columns.ts'
import { findColumns } from './columns/find-columns.ts'
import { unanswered } from './columns/unanswered.ts'
import { groupFaults } from './group-faults.ts'
import { looksSwapped } from './looks-swapped.ts'
import { mostAbove } from './line/lines.ts'
import { readLines, type ReadLines } from './line/read-lines.ts'
import type { RosterMapping } from './mapping.ts'
import { firstSpelling } from './person/attributes.ts'
import { checkIds } from './person/check-ids.ts'
import { gradeReader } from './person/grade.ts'
import { notesOfPerhapsTwice } from './person/perhaps-twice.ts'
import { nameOf, readPerson, type PersonContext } from './person/read-person.ts'
import { zoneReader } from './person/zone.ts'
import { rowCells, type RowCells } from './person/row-cells.ts'
import { tellMisplaced, tellSwallowed } from './person/misplaced.ts'
import { checkRole, statusOf, type Row } from './person/row.ts'
import { unreadable, type UnreadableRoster } from './problem.ts'
import type { Roster, RosterLine, RosterPerson } from './roster.ts'
import { inMapping, type SettingWords } from './setting.ts'
import { headersAgain } from './sheet/headers-again.ts'
import type { Sheet } from './sheet/sheet.ts'
import { counted } from './text/quoted.ts'
import { whatWasRead } from './what-was-read.ts'
import { listOf } from './words/list-of.ts'
import { needsMentorIs, rolesOf } from './words/role.ts'
import { topicsOf } from './words/topics.ts'

/** The line of somebody as far as it is known, told if it is longer than any is. */
const lineOf = (cells: RowCells, { chainOf, directOf }: ReadLines): RosterLine | undefined => {
  const id = cells.text('id')
  const chain = chainOf(id)
  if (chain === undefined) return undefined
  if (chain.length > mostAbove) {
    cells.wrong('id', {
      kind: 'line-long',
      problem: `more than ${String(mostAbove)} people stand above them`,
      mend: 'correct the managers above',
    })
    return undefined
  }
  const direct = directOf(id)
  return { chain, ...(direct.length > 1 && { direct }) }
}

const askMentorIs = (words: SettingWords): UnreadableRoster =>
  unreadable(
    'the source says mentor and mentee, and not which of the two is the junior one',
    `say which: ${words('mentorIs', 'junior')} (as here: the junior person shares what they know) or ${words('mentorIs', 'senior')}`,
  )

/**
 * Reads people and lines from a sheet. What cannot be read at all is a failure; what is wrong with rows is listed, all of
 * it, and those people are left out. Nobody of `people` with a known line can be paired with somebody whom the source puts
 * above them, however it says so: what is unclear leaves lines unknown. O(cells + lengths of lines).
 */
export const readRoster = (
  sheet: Sheet,
  mapping: RosterMapping = {},
  words: SettingWords = inMapping,
): E.Either<UnreadableRoster, Roster> => {
  const again = headersAgain(sheet)
  if (again !== undefined) return E.left(again)
  const found = findColumns(sheet, mapping, words)
  if (E.isLeft(found)) return found
  const columns = found.right
  const statusHeader = sheet.headers[columns.fields.status ?? -1] ?? ''
  const all = sheet.rows.map((row): Row => {
    const cells = rowCells(sheet.headers, columns, row)
    const roles = rolesOf(cells.text('role'), mapping.mentorIs)
    return { row, cells, roles, isLeaving: statusOf(cells, statusHeader) }
  })
  if (mapping.mentorIs === undefined && all.some(({ cells }) => needsMentorIs(cells.text('role'))))
    return E.left(askMentorIs(words))
  const numbers = new Set(all.map(({ cells }) => cells.text('id')).filter((id) => id !== ''))
  const misplaced = [
    ...tellMisplaced(all, sheet, namedColumns(sheet, columns, mapping)),
    ...tellSwallowed(all, columns, numbers),
  ]
  const unsure = new Set([
    ...misplaced.map(({ cells }) => cells.text('id')),
    ...checkIds(
      all.map(({ cells }) => cells),
      sheet.unit,
    ),
  ])
  const lines = readLines(
    all.map(({ cells, roles }) => ({ cells, onlyLine: roles?.length === 0 })),
    { sheet, columns, mapping, unsure, words },
  )
  if (E.isLeft(lines)) return lines
  const asked = unanswered(sheet, columns, mapping, {
    people: lines.right.people,
    rows: all.map(({ cells }) => ({ id: cells.text('id'), name: nameOf(cells) })),
    words,
  })
  if (asked !== undefined) return E.left(asked)

  const allowed = mapping.topics === undefined ? undefined : topicsOf(mapping.topics)
  const context: PersonContext = {
    columns,
    gradeOf: gradeReader(mapping.grades, words),
    words: { spelling: firstSpelling(), zone: zoneReader() },
    topics: allowed?.labels,
    topicsAdvice: words('topics', '…'),
  }
  const people: Array<RosterPerson> = []
  const known: Array<Roster['lines'][number]> = []
  for (const one of all) {
    const { cells, roles } = one
    const line = lineOf(cells, lines.right)
    if (line !== undefined) known.push({ id: cells.text('id'), ...line })
    checkRole(one)
    if (roles === undefined || roles.length === 0 || one.isLeaving) continue
    const person = readPerson(cells, roles, context)
    const isAlone = line?.chain.length === 0
    if (cells.faults.length === 0)
      people.push({ ...person, external: person.external && isAlone, ...line })
  }
  const taking = all.filter(({ roles, isLeaving: left }) => roles?.length !== 0 && !left)
  const named = all.flatMap(({ cells }) => [
    ...listOf(cells.text('offered')),
    ...listOf(cells.text('sought')),
  ])
  const topics = allowed ?? topicsOf(named)
  const leavers = all.filter((one) => one.isLeaving && !unsure.has(one.cells.text('id')))
  const left =
    leavers.length === 0
      ? []
      : [`${counted(leavers.length, 'person is', 'people are')} marked as having left.`]
  const read = whatWasRead(sheet, columns, taking.length, [
    ...lines.right.notes,
    ...notesOfPerhapsTwice(
      all.flatMap(({ cells }) => (unsure.has(cells.text('id')) ? [] : [cells])),
      lines.right,
      sheet.unit,
    ),
    ...topics.shared,
    ...left,
  ])
  return E.right({
    people,
    lines: known,
    numbers: [...numbers],
    onlyLine: all.flatMap(({ cells, roles }) => (roles?.length === 0 ? [cells.text('id')] : [])),
    leavers: leavers.map(({ cells }) => cells.text('id')),
    problems: groupFaults(
      all.flatMap(({ cells }) => cells.faults),
      (column) => {
        const index = sheet.headers.indexOf(column)
        return taking.filter(({ row }) => (row.cells[index] ?? '') !== '').length
      },
    ),
    topics: topics.labels,
    read,
    looksSwapped: looksSwapped(people),
  })
}
