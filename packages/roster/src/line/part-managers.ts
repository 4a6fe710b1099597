import type { ManagerColumn } from '../columns/columns.ts'
import type { RowCells } from '../person/row-cells.ts'
import type { KnownPeople } from './known-people.ts'
import { textsOf } from './stated-managers.ts'

/** Whom a cell names, by their numbers, and whether it does so exactly. */
interface Somebody {
  readonly ids: ReadonlyArray<string>
  readonly isExact: boolean
}

const somebody = (
  text: string,
  { by }: ManagerColumn,
  people: KnownPeople,
): Somebody | undefined => {
  if (text === '') return undefined
  const texts = textsOf(text, people)
  const exact = texts.flatMap((part) => [
    ...people.withId(part),
    ...(by === 'e-mail' || part.includes('@') ? people.withEmail(part) : []),
  ])
  const found = exact.length > 0 ? exact : texts.flatMap(people.almost).map(({ person }) => person)
  return found.length === 0
    ? undefined
    : { ids: found.map(({ id }) => id), isExact: exact.length > 0 }
}

/** Whether two columns name the same manager: by the same word, or as far as their cells tell. */
const agree = (
  one: ManagerColumn,
  other: ManagerColumn,
  rows: ReadonlyArray<RowCells>,
  people: KnownPeople,
): boolean => {
  if (one.word !== '' && one.word === other.word) return true
  let [same, different] = [0, 0]
  for (const cells of rows) {
    const a = somebody(cells.textAt(one.index), one, people)
    const b = a === undefined ? a : somebody(cells.textAt(other.index), other, people)
    if (a === undefined || b === undefined) continue
    if (b.ids.some((id) => a.ids.includes(id))) same += 1
    // Whoever names a column of numbers beside another one means another manager.
    else if ((one.word === '' || other.word === '') && a.isExact && b.isExact) return false
    else different += 1
  }
  return different <= same
}

/**
 * Columns that say of one manager what another column says of another one are taken apart: then both are above. Where a
 * few cells only differ, they are left together, and these cells contradict each other. O(rows) for each column.
 */
export const partManagers = (
  groups: ReadonlyArray<ReadonlyArray<ManagerColumn>>,
  rows: ReadonlyArray<RowCells>,
  people: KnownPeople,
): ReadonlyArray<ReadonlyArray<ManagerColumn>> =>
  groups.flatMap((columns) => {
    const parted: Array<[ManagerColumn, ...ReadonlyArray<ManagerColumn>]> = []
    for (const column of columns) {
      const at = parted.findIndex(([first]) => agree(first, column, rows, people))
      const like = parted[at]
      if (like === undefined) parted.push([column])
      else parted[at] = [...like, column]
    }
    return parted
  })
