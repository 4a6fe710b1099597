import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Attributes } from '../attributes/check.ts'
import type { Kind } from '../attributes/column.ts'
import type { RowReader } from './cell.ts'
import { indexOfHeader } from './columns.ts'
import { unreadable, type UnreadableRoster } from './problem.ts'

/** A column of one's own, where it was found. */
export interface OwnColumn {
  readonly code: string
  readonly kind: Kind
  readonly index: number
}

/** The columns of one's own: those of the job, and those of the person. */
export interface OwnColumns {
  readonly attributes: ReadonlyArray<OwnColumn>
  readonly identity: ReadonlyArray<OwnColumn>
}

/** Finds the columns that were asked for. */
export const findOwnColumns = (
  header: ReadonlyArray<string>,
  { columns, identity }: Pick<Attributes, 'columns' | 'identity'>,
): E.Either<UnreadableRoster, OwnColumns> => {
  const found: Record<keyof OwnColumns, Array<OwnColumn>> = { attributes: [], identity: [] }
  const asked = [
    ...columns.map((column) => ['attributes', column] as const),
    ...identity.map((column) => ['identity', { ...column, kind: 'text' as const }] as const),
  ]
  for (const [where, { code, kind, header: name }] of asked) {
    const index = indexOfHeader(header, name)
    if (index < 0) {
      const option = where === 'identity' ? '--identity' : '--attribute'
      return E.left(
        unreadable(
          `no column is called “${name}”`,
          `name the one for ${code} with ${option} ${code}="…"; the file has ${header.map((text) => `“${text}”`).join(', ')}`,
        ),
      )
    }
    found[where].push({ code, kind, index })
  }
  return E.right(found)
}

const valueOf = (
  { kind, index }: OwnColumn,
  reader: RowReader,
): Port.AttributeValue | undefined => {
  const text = reader.textAt(index)
  if (text === '') return undefined
  if (kind === 'list') return reader.listAt(index).map((word) => word.toLowerCase())
  if (kind === 'text') return text
  if (/^-?\d{1,9}$/.test(text)) return Number(text)
  reader.wrongAt(index, `“${text}” is no whole number`, 'correct it, or leave it empty')
  return undefined
}

const read = (
  columns: ReadonlyArray<OwnColumn>,
  reader: RowReader,
  change: (value: Port.AttributeValue) => Port.AttributeValue,
): Port.Attributes =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const value = valueOf(column, reader)
      return value === undefined ? [] : [[column.code, change(value)]]
    }),
  )

/** What a row says in the columns of one's own; empty cells are unknown. Words of identity compare in lower case. */
export const readOwnColumns = (
  { attributes, identity }: OwnColumns,
  reader: RowReader,
): Readonly<Record<keyof OwnColumns, Port.Attributes>> => ({
  attributes: read(attributes, reader, (value) => value),
  identity: read(identity, reader, (value) =>
    typeof value === 'string' ? value.toLowerCase() : value,
  ),
})
