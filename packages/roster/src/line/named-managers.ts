import type { Columns } from '../columns/columns.ts'
import type { RowCells } from '../person/row-cells.ts'
import type { SettingWords } from '../setting.ts'
import { quoted } from '../text/quoted.ts'
import { answerOf } from '../words/answer.ts'
import { spelt } from '../text/spelt.ts'
import { bareName, type KnownPeople, type KnownPerson } from './known-people.ts'
import type { LineNode } from './lines.ts'
import { refer, type Referring } from './refer.ts'
import { statedManagers, textsOf, type Stated } from './stated-managers.ts'

/** A row, and whether it stands there for the line of management only. */
export interface LineRow {
  readonly cells: RowCells
  readonly onlyLine: boolean
}

/** Of one row: whom it names as managers, and whether all of it is clear. */
export interface Named extends LineNode {
  readonly row: LineRow
}

/**
 * Whether somebody has only a word in common with the one who is meant: `Okafor, Kim` resembles every Okafor. Who is named
 * in full is meant as well, unless both have one name.
 */
const onlyResembles = (text: string, other: string, meant: string): boolean => {
  const [words, names, own] = [text, other, meant].map((one) => spelt(one).split(' '))
  const isInFull = names?.every((word) => words?.includes(word)) === true
  return isInFull
    ? bareName(other) === bareName(meant)
    : names?.some((word) => own?.includes(word)) === true
}

/** Who else is named by a text than those whose numbers are given, if anybody. */
const alsoNamed = (
  text: string,
  ids: ReadonlyArray<string>,
  people: KnownPeople,
): KnownPerson | undefined => {
  const isMeant = ({ id }: KnownPerson): boolean => ids.includes(id)
  const exactly = people.withId(text)
  if (exactly.length > 0) return exactly.find((person) => !isMeant(person))
  const almost = people.almost(text)
  const found = almost.length > 0 ? almost : people.alike(text)
  const meant = found.filter(({ person }) => isMeant(person))
  return found.find(
    ({ person, by }) =>
      !isMeant(person) &&
      // Several people may have one name, and the number tells which of them it is.
      !(by === 'name' && meant.some((one) => onlyResembles(text, person.name, one.person.name))),
  )?.person
}

/** Tells a row of managers whom another column names otherwise than the one that counts. */
const tellContradictions = (
  { column: counting, besides }: Stated,
  ids: ReadonlyArray<string>,
  { cells }: LineRow,
  { people, unit, headers }: Referring,
): boolean => {
  // A number that is unclear itself was told already.
  if (ids.length === 0) return false
  let contradicts = false
  for (const { column, text } of besides)
    for (const part of textsOf(text, people)) {
      const one = alsoNamed(part, ids, people)
      if (one === undefined) continue
      contradicts = true
      cells.wrongAt(column.index, {
        kind: 'manager-contradicts',
        problem: `${quoted(part)} is ${unit} ${String(one.line)}, and the number given is ${ids.map(quoted).join(', ')}`,
        mend: `correct the one that is wrong; if both stand above, write ${quoted([...ids, one.id].join('; '))} in ${quoted(headers[counting.index] ?? '')}`,
      })
    }
  return contradicts
}

/** Whom a row names as managers, and tells it what is unclear. */
export const namedBy = (
  row: LineRow,
  { columns, unsure }: { readonly columns: Columns; readonly unsure: ReadonlySet<string> },
  context: Referring,
): Named => {
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
        const { _tag, ...fault } = reference
        cells.wrongAt(stated.column.index, { ...fault, cell: text })
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
export const tellMissing = (
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
