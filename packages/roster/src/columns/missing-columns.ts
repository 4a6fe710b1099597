import { unreadable, type UnreadableRoster } from '../problem.ts'
import type { SettingWords } from '../setting.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { headerWords } from '../text/plain.ts'
import { quoted, some } from '../text/quoted.ts'
import { usedColumns, type Columns } from './columns.ts'
import { fieldHeaders, fieldWords, type ColumnName } from './fields.ts'

/** Words of headers beside those that are known; “job” stands in many others. */
const more: Readonly<Partial<Record<ColumnName, ReadonlyArray<string>>>> = {
  manager: ['manager', 'supervisor', 'reports', 'boss', 'lead', 'head', 'superior'],
  role: ['mentoring', 'mentor'],
}

const wordsOf = (name: ColumnName): ReadonlySet<string> => {
  const known = name === 'manager' ? [] : fieldHeaders[name].flatMap((header) => header.split(' '))
  return new Set([...known.filter((word) => word !== 'job'), ...(more[name] ?? [])])
}

/** Headers that share a word with those that a column is known by, the most words first. */
const likely = (headers: ReadonlyArray<string>, name: ColumnName): ReadonlyArray<string> => {
  const known = wordsOf(name)
  return headers
    .map((header) => {
      const words = headerWords(header)
      const shared = words.filter(
        (word) => known.has(word) || [...known].some((one) => one.length > 3 && word.includes(one)),
      )
      return { header, shared: shared.length }
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({ header }) => header)
    .slice(0, 3)
}

/** All the columns that are missing, each with the headers that could be it. */
export const missingColumns = (
  sheet: Sheet,
  found: Columns,
  lacks: ReadonlyArray<ColumnName>,
  words: SettingWords,
): UnreadableRoster => {
  const used = usedColumns(found)
  const free = sheet.headers.filter((header, at) => header !== '' && !used.has(at))
  const told = lacks.map((name) => {
    const [first, ...rest] = likely(free, name)
    const others = rest.length === 0 ? '' : `, or ${rest.map(quoted).join(' or ')}`
    return first === undefined
      ? words('columns', '…', name)
      : `${words('columns', first, name)}${others}`
  })
  return unreadable(
    `no column is known as ${lacks.map((name) => fieldWords[name]).join(', ')}`,
    `name each: ${told.join('; ')}. Not used so far: ${some(free.map(quoted), 40)}`,
  )
}
