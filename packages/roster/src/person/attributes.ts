import type { Port, Values } from '@reverse-mentoring/core'
import type { OwnColumn } from '../columns/columns.ts'
import { folded } from '../text/plain.ts'
import { quoted } from '../text/quoted.ts'
import { languageOf } from '../words/language.ts'
import { listOf } from '../words/list-of.ts'
import type { RowCells } from './row-cells.ts'
import { wholeOf } from './whole.ts'

/** Gives each word as it was written first: `EMEA` and `emea` are one region. */
export type Spelling = (column: number | string, text: string) => string

/** A spelling that remembers. */
export const firstSpelling = (): Spelling => {
  const known = new Map<string, string>()
  return (column, text) => {
    const key = `${String(column)}\n${folded(text)}`
    const first = known.get(key) ?? text
    known.set(key, first)
    return first
  }
}

/** What reads the words of attributes, and remembers those of all rows. */
export interface AttributeWords {
  readonly spelling: Spelling
  readonly zone: (text: string) => Values.Zone | undefined
}

const zoneOf = (cells: RowCells, read: AttributeWords['zone']): Values.Zone | undefined => {
  const written = cells.text('zone')
  const zone = written === '' ? undefined : read(written)
  if (written === '' || zone !== undefined) return zone
  cells.wrong('zone', {
    kind: 'zone',
    problem: `${quoted(written)} is not a time zone`,
    mend: 'write one like Europe/London, or leave it empty',
    cell: written,
    many: 'are no time zones',
  })
  return undefined
}

/** What every roster can tell of the job. */
const jobOf = (cells: RowCells, { spelling, zone: read }: AttributeWords): Port.Attributes => {
  const zone = zoneOf(cells, read)
  const languages = [...new Set(listOf(cells.text('languages')).map(languageOf))]
  const texts = (['region', 'department', 'location'] as const).flatMap((field) => {
    const text = cells.text(field)
    return text === '' ? [] : [[field, spelling(field, text)] as const]
  })
  return {
    ...Object.fromEntries(texts),
    ...(languages.length > 0 && { languages }),
    ...(zone !== undefined && { zone }),
  }
}

const valueOf = (
  { kind = 'text', index }: OwnColumn,
  cells: RowCells,
  spelling: Spelling,
): Port.AttributeValue | undefined => {
  const text = cells.textAt(index)
  if (text === '') return undefined
  if (kind === 'list') return [...new Set(listOf(text).map(folded))]
  if (kind === 'text') return spelling(index, text)
  const whole = wholeOf(text, -999_999_999, 999_999_999, 'correct it, or leave it empty')
  if ('number' in whole) return whole.number
  cells.wrongAt(index, { kind: 'number', ...whole, cell: text, many: 'are no whole numbers' })
  return undefined
}

const ownOf = (
  columns: ReadonlyArray<OwnColumn>,
  cells: RowCells,
  spelling: Spelling,
): Port.Attributes =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const value = valueOf(column, cells, spelling)
      return value === undefined ? [] : [[column.code, value]]
    }),
  )

/** What a row says of the job; what is empty is unknown, and absent. */
export const attributesOf = (
  columns: ReadonlyArray<OwnColumn>,
  cells: RowCells,
  words: AttributeWords,
): Port.Attributes => ({ ...jobOf(cells, words), ...ownOf(columns, cells, words.spelling) })

/** What a row says of the person, in lower case. */
export const identityOf = (columns: ReadonlyArray<OwnColumn>, cells: RowCells): Port.Attributes =>
  ownOf(columns, cells, (_, text) => folded(text))
