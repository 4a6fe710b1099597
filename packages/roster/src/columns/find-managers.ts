import { bareName, bareNumber } from '../line/known-people.ts'
import { answerOf } from '../words/answer.ts'
import type { Sheet } from '../sheet/sheet.ts'
import type { ManagerColumn } from './columns.ts'
import { managerHeader, type NamedBy } from './manager-header.ts'

const surest: ReadonlyArray<NamedBy> = ['number', 'e-mail', 'anything']

/** Whether a column answers yes or no, in words that are nobody's number or name: then it names nobody. O(rows). */
const onlyAnswers = ({ rows }: Sheet, index: number, whoIs: ReadonlyArray<number>): boolean => {
  const words = new Set<string>()
  for (const { cells } of rows) {
    const text = cells[index] ?? ''
    if (answerOf(text) === undefined) return false
    if (text !== '') words.add(bareNumber(text)).add(bareName(text))
  }
  const isSomebody = ({ cells }: Sheet['rows'][number]): boolean =>
    whoIs.some((at) => {
      const text = cells[at] ?? ''
      return words.has(bareNumber(text)) || words.has(bareName(text))
    })
  return words.size > 0 && !rows.some(isSomebody)
}

/**
 * The columns that name managers: those that were named first, and every other one whose header says so. Columns of one
 * group say who the same manager is, as far as headers tell; a second group is a second manager. `whoIs` are the columns
 * of numbers and names.
 */
export const findManagers = (
  sheet: Sheet,
  named: ReadonlyArray<number>,
  whoIs: ReadonlyArray<number>,
  isOut: (index: number) => boolean,
): ReadonlyArray<ReadonlyArray<ManagerColumn>> => {
  const groups = new Map<string, Array<ManagerColumn>>()
  const add = (group: string, column: ManagerColumn): void => {
    const before = groups.get(group) ?? []
    groups.set(group, [...before, column])
  }
  for (const index of named) {
    const says = managerHeader(sheet.headers[index] ?? '')
    const by = says?.by ?? 'anything'
    add(says?.group ?? '', { index, by, word: says?.word ?? '' })
  }
  for (const by of surest)
    for (const [index, header] of sheet.headers.entries()) {
      const says = managerHeader(header)
      if (says?.by !== by || isOut(index) || named.includes(index)) continue
      if (onlyAnswers(sheet, index, whoIs)) continue
      add(says.group, { index, by, word: says.word })
    }
  return [...groups.values()]
}
