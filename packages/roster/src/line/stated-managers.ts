import type { ManagerColumn } from '../columns/columns.ts'
import { listOf } from '../words/list-of.ts'
import type { RowCells } from '../person/row-cells.ts'
import { bareNumber, type KnownPeople } from './known-people.ts'

/** What a row says of one manager: the column that counts, and the texts of others that say it in another way. */
export interface Stated {
  readonly column: ManagerColumn
  readonly texts: ReadonlyArray<string>
  readonly besides: ReadonlyArray<{ readonly column: ManagerColumn; readonly text: string }>
}

/** A cell may name several: but not where it is one number, address or name with a comma inside. */
export const textsOf = (text: string, people: KnownPeople): ReadonlyArray<string> => {
  const several = listOf(text)
  const isOne =
    several.length < 2 ||
    bareNumber(text) === bareNumber(people.almost(text)[0]?.person.id ?? '') ||
    (several.some((part) => people.withId(part).length === 0) &&
      (people.withId(text).length > 0 || people.almost(text).length > 0))
  return isOne ? [text] : several
}

/** Cells that say that there is nobody. */
const nobody: ReadonlySet<string> = new Set(['', '-', '–', 'n/a', 'none', 'nobody'])

/** What a row says of its managers; of each the first column that says something counts. */
export const statedManagers = (
  cells: RowCells,
  managers: ReadonlyArray<ReadonlyArray<ManagerColumn>>,
  people: KnownPeople,
): ReadonlyArray<Stated> =>
  managers.flatMap((columns) => {
    const filled = columns.flatMap((column) => {
      const text = cells.textAt(column.index)
      return nobody.has(text.toLowerCase()) && people.withId(text).length === 0
        ? []
        : [{ column, text }]
    })
    const [first, ...besides] = filled
    return first === undefined
      ? []
      : [{ column: first.column, texts: textsOf(first.text, people), besides }]
  })
