import { digitsOf } from '../line/known-people.ts'
import type { ReadLines } from '../line/read-lines.ts'
import { quoted, some } from '../text/quoted.ts'
import { nameOf } from './read-person.ts'
import type { RowCells } from './row-cells.ts'

/** So many are told of by their lines. */
const mostTold = 5

interface Alike {
  readonly rows: ReadonlyArray<RowCells>
  readonly by: string
}

/** Rows that share a key, under different numbers. */
const groups = (
  rows: ReadonlyArray<RowCells>,
  by: string,
  key: (cells: RowCells) => string,
): ReadonlyArray<Alike> => {
  const found = new Map<string, Array<RowCells>>()
  for (const cells of rows) {
    const word = key(cells)
    const there = found.get(word)
    if (there === undefined) found.set(word, [cells])
    else there.push(cells)
  }
  found.delete('')
  const isSeveral = (same: ReadonlyArray<RowCells>): boolean =>
    new Set(same.map((cells) => cells.text('id'))).size > 1
  return [...found.values()].filter(isSeveral).map((same) => ({ rows: same, by }))
}

/**
 * Who may be one person under two numbers: of one name, and with the same manager, department and grade, or with the same
 * digits. Two people may rightly be so alike; hence a note, and nobody is left out. O(rows).
 */
export const notesOfPerhapsTwice = (
  rows: ReadonlyArray<RowCells>,
  { people, directOf }: ReadLines,
  unit: string,
): ReadonlyArray<string> => {
  if (people.namesakes.length === 0) return []
  const byLine = new Map(rows.map((cells) => [cells.line, cells]))
  const alike = people.namesakes.flatMap((same) => {
    const sharing = same.flatMap(({ line }) => byLine.get(line) ?? [])
    return [
      ...groups(sharing, 'digits in them', (cells) => digitsOf(cells.text('id'))),
      ...groups(sharing, 'manager, department and grade', (cells) => {
        const direct = [...directOf(cells.text('id'))].sort().join('\n')
        return [direct, cells.text('department'), cells.text('grade')].join('\n')
      }),
    ]
  })
  const byPlace = new Map(alike.map((one) => [one.rows[0]?.line, one]))
  const told = [...byPlace.values()].slice(0, mostTold).map(({ rows: same, by }) => {
    const [first] = same
    const places = some(
      same.map((cells) => `${unit} ${String(cells.line)} (${quoted(cells.text('id'))})`),
      3,
    )
    return `${quoted(first === undefined ? '' : nameOf(first))} stands under several numbers, with the same ${by}: ${places}. If this is one person, keep one number: otherwise they can be paired with themselves, or with whom they manage.`
  })
  const more = byPlace.size - told.length
  return more > 0
    ? [...told, `${String(more)} more names stand like this under several numbers.`]
    : told
}
