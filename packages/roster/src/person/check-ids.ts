import { quoted } from '../text/quoted.ts'
import { bareNumber, isShortened } from '../line/known-people.ts'
import type { RowCells } from './row-cells.ts'

const groupedBy = (
  rows: ReadonlyArray<RowCells>,
  key: (cells: RowCells) => string,
): ReadonlyMap<string, ReadonlyArray<RowCells>> => {
  const groups = new Map<string, Array<RowCells>>()
  for (const cells of rows) {
    const word = key(cells)
    const there = groups.get(word)
    if (there === undefined) groups.set(word, [cells])
    else there.push(cells)
  }
  groups.delete('')
  return groups
}

const linesOf = (rows: ReadonlyArray<RowCells>): string => {
  const lines = rows.slice(0, 5).map(({ line }) => String(line))
  const more = rows.length - lines.length
  return `${lines.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`
}

/**
 * Tells rows that have no number of their own, and answers the numbers of which it is not known whose they are: those
 * that stand twice, and those of a person who has another one too, as the address says.
 */
export const checkIds = (rows: ReadonlyArray<RowCells>, unit: string): ReadonlySet<string> => {
  const unsure = new Set<string>()
  for (const cells of rows) {
    const id = cells.text('id')
    if (id === '')
      cells.wrong('id', {
        kind: 'id-empty',
        problem: 'is empty',
        mend: 'give everybody a number of their own',
        cell: '',
        many: 'are empty',
      })
    else if (isShortened(id)) {
      unsure.add(id)
      cells.wrong('id', {
        kind: 'id-shortened',
        problem: `${quoted(id)} is a number that a spreadsheet has shortened`,
        mend: 'format the column as text, and export anew',
        cell: id,
        many: 'are numbers that a spreadsheet has shortened',
      })
    }
  }
  for (const [id, same] of groupedBy(rows, (cells) => cells.text('id'))) {
    if (same.length < 2) continue
    unsure.add(id)
    for (const cells of same)
      cells.wrong('id', {
        kind: 'id-twice',
        problem: `${quoted(id)} stands on ${unit}s ${linesOf(same)}: none of them counts`,
        mend: 'keep one of them; who takes part as both has both roles in one row',
      })
  }
  for (const [, same] of groupedBy(rows, (cells) => bareNumber(cells.text('id')))) {
    const ids = [...new Set(same.map((cells) => cells.text('id')))]
    if (ids.length < 2) continue
    for (const cells of same) {
      unsure.add(cells.text('id'))
      cells.wrong('id', {
        kind: 'person-twice',
        problem: `${ids.slice(0, 5).map(quoted).join(' and ')} differ only in zeros, case or signs (${unit}s ${linesOf(same)}): none of them counts`,
        mend: 'keep one number for each person, written in one way',
      })
    }
  }
  for (const [email, same] of groupedBy(rows, (cells) =>
    cells
      .text('email')
      .toLowerCase()
      .replace(/^mailto:/, ''),
  )) {
    const ids = new Set(same.map((cells) => cells.text('id')))
    if (ids.size < 2) continue
    for (const cells of same) {
      unsure.add(cells.text('id'))
      cells.wrong('email', {
        kind: 'person-twice',
        problem: `${quoted(email)} stands on ${unit}s ${linesOf(same)} under different numbers: none of them counts`,
        mend: 'keep one number for each person, or correct the addresses',
      })
    }
  }
  return unsure
}
