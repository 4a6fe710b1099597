import type { KnownPeople } from '../line/known-people.ts'
import type { RosterMapping } from '../mapping.ts'
import { unreadable, type UnreadableRoster } from '../problem.ts'
import type { SettingWords } from '../setting.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { quoted } from '../text/quoted.ts'
import type { Columns } from './columns.ts'
import { fieldNames, fieldWords, type FieldName } from './fields.ts'
import { calledAt, findHeader } from './find-header.ts'
import { managerHeader } from './manager-header.ts'
import {
  isFullOfPeople,
  namesSomebody,
  peopleInColumn,
  type Own,
  type PeopleInColumn,
} from './people-in-column.ts'

/** What is done with a column: nothing, or it is read as something else than managers. */
interface Use {
  readonly as: 'unread' | 'ignored' | 'ignored managers' | 'read' | 'number' | 'name'
  readonly words: string
}

const numbers: ReadonlySet<FieldName> = new Set(['grade', 'hours', 'capacity'])

/** Columns that say who the row itself is; a first name beside a whole one says nothing. */
const namesOf = ({ fields }: Columns): ReadonlySet<number | undefined> =>
  new Set(fields.name === undefined ? [fields.firstName, fields.lastName] : [fields.name])

const usesOf = (
  { headers }: Sheet,
  columns: Columns,
  { ignore = [], notAbove = [] }: RosterMapping,
): ReadonlyArray<Use | undefined> => {
  const uses: Array<Use | undefined> = headers.map(() => ({ as: 'unread', words: 'is not read' }))
  for (const header of ignore) {
    const as = managerHeader(header) === undefined ? 'ignored' : 'ignored managers'
    uses[findHeader(headers, header)] = { as, words: 'is to be ignored' }
  }
  const names = namesOf(columns)
  for (const name of fieldNames) {
    const at = columns.fields[name]
    if (at === undefined) continue
    const as = numbers.has(name) ? 'number' : names.has(at) ? 'name' : 'read'
    uses[at] = { as, words: `is read as ${fieldWords[name]}` }
  }
  for (const { index, code, kind } of [...columns.attributes, ...columns.identity])
    uses[index] = { as: kind === 'number' ? 'number' : 'read', words: `is read as ${quoted(code)}` }
  for (const header of notAbove) uses[findHeader(headers, header)] = undefined
  for (const at of [
    columns.fields.id,
    columns.fields.email,
    ...columns.managers.flat().map(({ index }) => index),
  ])
    if (at !== undefined) uses[at] = undefined
  return uses
}

/** Whether a column has to be answered for. Numbers and own names resemble somebody by chance, unless by long numbers. */
const isOpen = ({ as }: Use, found: PeopleInColumn): boolean => {
  if (as === 'unread' || as === 'ignored managers') return namesSomebody(found)
  if (as === 'number' || as === 'name') return found.surely > 0 && 2 * found.surely >= found.filled
  return isFullOfPeople(found)
}

/** Nobody is asked about more columns at once. */
const mostAsked = 5

/**
 * Asks about columns that would be passed over, or taken for something else, although their cells name people of the
 * source, and so perhaps who stands above them. Nobody would see it. O(cells).
 */
export const unanswered = (
  sheet: Sheet,
  columns: Columns,
  mapping: RosterMapping,
  {
    people,
    rows,
    words,
  }: {
    readonly people: KnownPeople
    readonly rows: ReadonlyArray<Own>
    readonly words: SettingWords
  },
): UnreadableRoster | undefined => {
  const asked = usesOf(sheet, columns, mapping).flatMap((use, index) => {
    if (use === undefined) return []
    const cells = sheet.rows.map((row) => {
      const text = row.cells[index] ?? ''
      // A name is somebody's own; only a number in its place is not.
      return use.as === 'name' && !/\d/.test(text) ? '' : text
    })
    const found = peopleInColumn(cells, rows, people)
    if (!isOpen(use, found)) return []
    const header = calledAt(sheet.headers, index)
    const named = found.surely + found.short + found.word
    const isFull = use.as === 'ignored managers' || isFullOfPeople(found)
    return [
      {
        problem: `the column ${quoted(header)} ${use.words}, and ${String(named)} of its ${String(found.filled)} cells ${named === 1 ? 'names' : 'name'} people of the source: perhaps who stands above whom`,
        mend: `if ${quoted(header)} names who stands above, ${words('columns', header, 'manager')}; if it does not${isFull ? ' (buddies, deputies, teams called after people …; who stands below, once their own rows say so)' : ''}, ${isFull ? words('notAbove', header) : words('ignore', header)}`,
      },
    ]
  })
  const shown = asked.slice(0, mostAsked)
  return shown.length === 0
    ? undefined
    : unreadable(
        shown.map(({ problem }) => problem).join('; '),
        shown.map(({ mend }) => mend).join('; '),
      )
}
