import type { Columns } from '../columns/columns.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { counted, quoted } from '../text/quoted.ts'
import { answerOf } from '../words/answer.ts'
import type { Named } from './named-managers.ts'

const noteOfExternals = (all: ReadonlyArray<Named>, unit: string): ReadonlyArray<string> => {
  const stated = all.filter(
    ({ row, inside, outside }) =>
      answerOf(row.cells.text('external')) === true && inside.length + outside.length > 0,
  )
  const [first] = stated
  return first === undefined
    ? []
    : [
        `${counted(stated.length, 'row is', 'rows are')} marked as external and name a manager, first in ${unit} ${String(first.row.cells.line)}: the manager counts.`,
      ]
}

const noteOfGroups = ({ headers }: Sheet, { managers }: Columns): ReadonlyArray<string> => [
  ...managers.flatMap(([first, ...besides]) =>
    first === undefined || besides.length === 0
      ? []
      : [
          `Managers are taken from ${quoted(headers[first.index] ?? '')} where it says one, and otherwise from ${besides.map(({ index }) => quoted(headers[index] ?? '')).join(', ')}.`,
        ],
  ),
  ...(managers.length < 2
    ? []
    : [
        `Several columns name managers, and all count as above: ${managers.map(([first]) => quoted(headers[first?.index ?? -1] ?? '')).join(', ')}.`,
      ]),
]

/** What a reader ought to know of how managers were taken from a source. */
export const lineNotes = (
  sheet: Sheet,
  columns: Columns,
  all: ReadonlyArray<Named>,
): ReadonlyArray<string> => [...noteOfGroups(sheet, columns), ...noteOfExternals(all, sheet.unit)]
