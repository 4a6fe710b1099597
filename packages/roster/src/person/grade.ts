import { folded } from '../text/plain.ts'
import { quoted, some } from '../text/quoted.ts'
import type { SettingWords } from '../setting.ts'
import type { RowCells } from './row-cells.ts'
import { isDate, wholeOf } from './whole.ts'

/** Reads the grades of a source: whole numbers, or words in an order that was given. */
export const gradeReader = (
  grades: ReadonlyArray<string> | undefined,
  words: SettingWords,
): ((cells: RowCells) => number | undefined) => {
  const order = new Map((grades ?? []).map((grade, at) => [folded(grade), at + 1]))
  return (cells) => {
    const text = cells.text('grade')
    const place = order.get(folded(text))
    if (place !== undefined) return place
    if (order.size > 0) {
      cells.wrong('grade', {
        kind: 'grade',
        problem: text === '' ? 'is empty' : `${quoted(text)} is none of the grades`,
        mend: `write one of ${some([...(grades ?? [])], 12)}, or add it where it belongs in their order`,
        cell: text,
        many: 'are none of the grades',
      })
      return undefined
    }
    const whole = wholeOf(
      text,
      -1_000_000,
      1_000_000,
      'write it as a number, higher is more senior',
    )
    if ('number' in whole) return whole.number
    const isText = /\p{L}/u.test(text) && !isDate(text)
    cells.wrong('grade', {
      kind: 'grade',
      ...(text === '' ? { ...whole, problem: 'is empty' } : whole),
      ...(isText && {
        mend: `write numbers, higher is more senior, or give the order of the words, the most junior first: ${words('grades', 'A,B,C')}`,
      }),
      cell: text,
      many: text === '' ? 'are empty' : isText ? 'are text' : 'are no whole numbers',
    })
    return undefined
  }
}
