import * as E from 'fp-ts/lib/Either.js'
import type { Columns } from '../columns/columns.ts'
import type { RosterMapping } from '../mapping.ts'
import { nameOf } from '../person/read-person.ts'
import type { RowCells } from '../person/row-cells.ts'
import type { UnreadableRoster } from '../problem.ts'
import type { SettingWords } from '../setting.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { counted, quoted } from '../text/quoted.ts'
import { answerOf } from '../words/answer.ts'
import { topFault } from './check-top.ts'
import {
  knownPeople,
  type KnownPeople,
  type KnownPerson,
  type Resemblance,
} from './known-people.ts'
import { linesOf, type LineNode } from './lines.ts'
import { refer, type Referring } from './refer.ts'
import { statedManagers, type Stated } from './stated-managers.ts'

/** A row, and whether it stands there for the line of management only. */
export interface LineRow {
  readonly cells: RowCells
  readonly onlyLine: boolean
}

/** The lines of a source, once what is unclear in them was told to the rows. */
export interface ReadLines {
  readonly people: KnownPeople
  readonly chainOf: (id: string) => ReadonlyArray<string> | undefined
  readonly directOf: (id: string) => ReadonlyArray<string>
  readonly notes: ReadonlyArray<string>
}

export interface LineContext {
  readonly sheet: Sheet
  readonly columns: Columns
  readonly mapping: RosterMapping
  /** Numbers of which it is not known whose they are. */
  readonly unsure: ReadonlySet<string>
  readonly words: SettingWords
}

/** Of one row: whom it names as managers, and whether all of it is clear. */
interface Named extends LineNode {
  readonly row: LineRow
}

/** Tells a row of managers whom another column names otherwise than the one that counts. */
const tellContradictions = (
  { besides }: Stated,
  ids: ReadonlyArray<string>,
  { cells }: LineRow,
  { people, unit }: Referring,
): boolean => {
  let contradicts = false
  for (const { column, text } of besides) {
    const exact = people.withId(text)
    const could = exact.map((person) => ({ person, by: 'number' as const }))
    const found = could.length > 0 ? could : people.almost(text)
    const isOneOf = ({ person }: Resemblance): boolean => ids.includes(person.id)
    // Several people may have one name, and the number tells which of them it is.
    const agrees = found[0]?.by === 'name' ? found.some(isOneOf) : found.every(isOneOf)
    const one = found.find((other) => !isOneOf(other))?.person
    if (one === undefined || agrees) continue
    contradicts = true
    cells.wrongAt(column.index, {
      kind: 'manager-contradicts',
      problem: `${quoted(text)} is ${unit} ${String(one.line)}, and the number given is ${ids.map(quoted).join(', ')}`,
      mend: 'correct the one that is wrong',
    })
  }
  return contradicts
}

const namedBy = (row: LineRow, { columns, unsure }: LineContext, context: Referring): Named => {
  const { cells } = row
  const id = cells.text('id')
  const inside = new Set<string>()
  const outside = new Set<string>()
  let isUnclear = unsure.has(id)
  for (const stated of statedManagers(cells, columns.managers, context.people)) {
    const ids: Array<string> = []
    for (const text of stated.texts) {
      const reference = refer(text, stated.column.by, context)
      if (reference._tag === 'Unclear') {
        const { kind, problem, mend } = reference
        cells.wrongAt(stated.column.index, { kind, problem, mend })
        isUnclear = true
        continue
      }
      ids.push(reference.id)
      if (reference._tag === 'Known') inside.add(reference.id)
      else outside.add(reference.id)
    }
    if (tellContradictions(stated, ids, row, context)) isUnclear = true
  }
  return { row, id, inside: [...inside], outside: [...outside], isUnclear }
}

/** Who names nobody above: only the top, who is external, and who stands there for the line only may. */
const tellMissing = (
  named: Named,
  columns: Columns,
  top: ReadonlySet<string>,
  words: SettingWords,
): Named => {
  const { row, id, inside, outside, isUnclear } = named
  const { cells, onlyLine } = row
  if (isUnclear || inside.length + outside.length > 0 || onlyLine || top.has(id)) return named
  if (answerOf(cells.text('external')) === true) return named
  cells.wrongAt(columns.managers[0]?.[0]?.index ?? -1, {
    kind: 'manager-empty',
    problem: 'is empty',
    mend: `give the manager’s employee number; mark who is external; name who has nobody above: ${words('top', id)}`,
    cell: '',
    many: 'are empty',
  })
  return { ...named, isUnclear: true }
}

/** Rounds are told once, where they begin; of a long one the first few. */
const tellRound = (round: ReadonlyArray<string>, cells: RowCells, index: number): void => {
  const shown = round.slice(0, 5)
  const more = round.length - shown.length
  const way = [...shown, ...(more > 0 ? [`${String(more)} more`] : []), round[0] ?? ''].join(' → ')
  cells.wrongAt(index, {
    kind: 'line-round',
    problem:
      round.length === 1
        ? `${quoted(round[0] ?? '')} is their own manager`
        : `the line of management goes round: ${way}`,
    mend: 'correct the manager of one of them',
  })
}

const noteOfExternals = (all: ReadonlyArray<Named>, unit: string): ReadonlyArray<string> => {
  const stated = all.filter(
    ({ row, inside, outside }) =>
      answerOf(row.cells.text('external')) === true && inside.length + outside.length > 0,
  )
  const [first] = stated
  return first === undefined
    ? []
    : [
        `${counted(stated.length, 'row is', 'rows are')} marked as external and name a manager, first in ${unit} ${String(first.row.cells.line)}: the manager counts.`,
      ]
}

const noteOfGroups = ({ headers }: Sheet, { managers }: Columns): ReadonlyArray<string> => [
  ...managers.flatMap(([first, ...besides]) =>
    first === undefined || besides.length === 0
      ? []
      : [
          `Managers are taken from ${quoted(headers[first.index] ?? '')} where it says one, and otherwise from ${besides.map(({ index }) => quoted(headers[index] ?? '')).join(', ')}.`,
        ],
  ),
  ...(managers.length < 2
    ? []
    : [
        `Several columns name managers, and all count as above: ${managers.map(([first]) => quoted(headers[first?.index ?? -1] ?? '')).join(', ')}.`,
      ]),
]

/** Whose fault it is that lines are unknown: where the others stand whose line hangs on it. */
const belowEach = (
  taking: ReadonlyArray<Named>,
  faultAbove: (id: string) => string | undefined,
): ReadonlyMap<string, ReadonlyArray<number>> => {
  const below = new Map<string, Array<number>>()
  for (const { id, row } of taking) {
    const fault = faultAbove(id)
    if (fault === undefined || fault === id) continue
    const some = below.get(fault)
    if (some === undefined) below.set(fault, [row.cells.line])
    else some.push(row.cells.line)
  }
  return below
}

const known = (rows: ReadonlyArray<LineRow>): ReadonlyArray<KnownPerson> =>
  rows.map(({ cells }) => ({
    line: cells.line,
    id: cells.text('id'),
    name: nameOf(cells),
    email: cells.text('email'),
  }))

/**
 * Reads who stands above whom, of every row alike, and tells the rows what is unclear; a line that hangs on it is
 * unknown. O(rows + lengths of lines).
 */
export const readLines = (
  rows: ReadonlyArray<LineRow>,
  reading: LineContext,
): E.Either<UnreadableRoster, ReadLines> => {
  const { sheet, columns, mapping, words } = reading
  const people = knownPeople(known(rows))
  const top = new Set(mapping.top ?? [])
  const context: Referring = { unit: sheet.unit, people, top, words }
  const named = rows
    .map((row) => namedBy(row, reading, context))
    .map((one) => tellMissing(one, columns, top, words))
  const byId = new Map(named.map((one) => [one.id, one]))
  const directOf = (id: string): ReadonlyArray<string> => {
    const { inside = [], outside = [] } = byId.get(id) ?? {}
    return [...inside, ...outside]
  }
  const fault = topFault([...top], people, directOf, { unit: sheet.unit, words })
  if (fault !== undefined) return E.left(fault)
  const lines = linesOf(named)
  const boss = columns.managers[0]?.[0]?.index ?? -1
  for (const round of lines.rounds) {
    const first = byId.get(round[0] ?? '')
    if (first !== undefined) tellRound(round, first.row.cells, boss)
  }
  for (const [id, others] of belowEach(
    named.filter(({ row }) => !row.onlyLine),
    lines.faultAbove,
  ))
    byId.get(id)?.row.cells.hangs(others)
  return E.right({
    people,
    chainOf: lines.chainOf,
    directOf,
    notes: [...noteOfGroups(sheet, columns), ...noteOfExternals(named, sheet.unit)],
  })
}
