import * as E from 'fp-ts/lib/Either.js'
import { unreadable, type UnreadableRoster } from '../problem.ts'
import { counted, quoted } from '../text/quoted.ts'
import { csvRows } from './csv-rows.ts'
import { csvText } from './csv-text.ts'
import { headerRow, mostKnown } from './header-row.ts'
import { cleanSheet, type Sheet } from './sheet.ts'

const separators = [',', ';', '\t', '|'] as const

/** The first lines of a text, to see how it is separated. */
const firstLines = (text: string): ReadonlyArray<string> =>
  text.slice(0, 100_000).split('\n').slice(0, 30)

/** How many headers are known or were named, if a text is separated so. */
const knownBy = (text: string, separator: string, named: ReadonlyArray<string>): number =>
  mostKnown(
    firstLines(text).map((line) => ({ line: 0, cells: line.replaceAll('"', '').split(separator) })),
    named,
  )

/** The separator by which most headers are known; else the one that stands most often, outside quotes, in the line that has most of it. */
const separatorOf = (text: string, named: ReadonlyArray<string>): string => {
  const bare = firstLines(text.slice(0, 100_000).replace(/"(?:[^"]|"")*"/g, ''))
  const ranked = separators.map((separator) => ({
    separator,
    known: knownBy(text, separator, named),
    count: bare.reduce((most, line) => Math.max(most, line.split(separator).length), 0),
  }))
  const [best] = ranked.sort((a, b) => b.known - a.known || b.count - a.count)
  return best?.separator ?? ','
}

const separatorNames: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}

/** A first line such as `sep=;`, which spreadsheets write to say how the rest is separated; saved again it looks odder. */
const declared = /^"?sep=(.)"?[,;\t|]*\n/i

const nameOf = (separator: string): string => separatorNames[separator] ?? quoted(separator)

/**
 * Reads a CSV file, in UTF-8 or UTF-16: separated by commas, semicolons, tabs or bars, or as its `sep=` line says, with or
 * without a title above the headers. Headers that are called otherwise than expected are found more surely if named.
 */
export const csvSheet = (
  bytes: Uint8Array,
  named: ReadonlyArray<string> = [],
): E.Either<UnreadableRoster, Sheet> => {
  const text = csvText(bytes)
  if (E.isLeft(text)) return text
  const said = declared.exec(text.right)?.[1]
  // The line stays, blank, so that lines are counted as they stand in the file.
  const body = said === undefined ? text.right : text.right.replace(declared, '\n')
  const best = separatorOf(body, named)
  if (said !== undefined && knownBy(body, best, named) > knownBy(body, said, named))
    return E.left(
      unreadable(
        `its first line says that it is separated by ${nameOf(said)}, and its headers are separated by ${nameOf(best)}`,
        'correct the first line, or take it away',
      ),
    )
  const separator = said ?? best
  const read = csvRows(body, separator)
  if (E.isLeft(read)) return read
  const at = headerRow(read.right, named)
  const [header, ...rows] = read.right.slice(at)
  if (header === undefined || rows.length === 0) {
    return E.left(unreadable('the file has no rows', 'give it a header row and one row per person'))
  }
  const above = at === 0 ? [] : [`${counted(at, 'line')} above the headers passed over.`]
  const parted = `Read as CSV, separated by ${nameOf(separator)}.`
  return E.right(
    cleanSheet({ unit: 'line', headers: header.cells, rows, notes: [parted, ...above] }),
  )
}
