import * as E from 'fp-ts/lib/Either.js'
import type { Columns } from '../columns/columns.ts'
import type { RosterMapping } from '../mapping.ts'
import { nameOf } from '../person/read-person.ts'
import type { RowCells } from '../person/row-cells.ts'
import type { UnreadableRoster } from '../problem.ts'
import type { SettingWords } from '../setting.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { quoted } from '../text/quoted.ts'
import { topFault } from './check-top.ts'
import { knownPeople, type KnownPeople, type KnownPerson } from './known-people.ts'
import { lineNotes } from './line-notes.ts'
import { linesOf } from './lines.ts'
import { partManagers } from './part-managers.ts'
import { namedBy, tellMissing, type LineRow, type Named } from './named-managers.ts'
import type { Referring } from './refer.ts'

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
    mend: round.length === 1 ? 'correct the manager' : 'correct the manager of one of them',
  })
}

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
  const { sheet, mapping, words } = reading
  const people = knownPeople(known(rows))
  const managers = partManagers(
    reading.columns.managers,
    rows.map(({ cells }) => cells),
    people,
  )
  const columns: Columns = { ...reading.columns, managers }
  const top = new Set(mapping.top ?? [])
  const context: Referring = { unit: sheet.unit, headers: sheet.headers, people, top, words }
  const named = rows
    .map((row) => namedBy(row, { columns, unsure: reading.unsure }, context))
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
    notes: lineNotes(sheet, columns, named),
  })
}
