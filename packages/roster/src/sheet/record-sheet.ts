import * as E from 'fp-ts/lib/Either.js'
import { unreadable, type UnreadableRoster } from '../problem.ts'
import { cleanSheet, type Sheet } from './sheet.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return undefined
}

/** How deep records may hold records. */
const deepest = 6

/** The fields of a record as texts by their path: `name.given`; a list of texts is one text with a line for each. */
const fieldsOf = (
  value: Readonly<Record<string, unknown>>,
  into: Map<string, string>,
  prefix = '',
  depth = 0,
): void => {
  for (const [name, field] of Object.entries(value)) {
    const path = prefix + name
    const text = Array.isArray(field)
      ? field
          .map(textOf)
          .filter((one) => one !== undefined)
          .join('\n')
      : textOf(field)
    if (text !== undefined) into.set(path, text)
    else if (isRecord(field) && depth < deepest) fieldsOf(field, into, `${path}.`, depth + 1)
  }
}

/**
 * Reads records such as a personnel system's JSON: the names of fields are the headers, a record within a record gives
 * headers such as `manager.id`, and a list of texts counts as several. What is no text, number, yes or no, or list of
 * these is passed over.
 */
export const recordSheet = (records: unknown): E.Either<UnreadableRoster, Sheet> => {
  if (!Array.isArray(records))
    return E.left(
      unreadable('there is no list of records', 'give an array with one object per person'),
    )
  const odd = records.findIndex((one) => !isRecord(one))
  if (odd >= 0)
    return E.left(
      unreadable(`record ${String(odd + 1)} is no object`, 'give one object per person'),
    )
  const all = records.filter(isRecord).map((record) => {
    const fields = new Map<string, string>()
    fieldsOf(record, fields)
    return fields
  })
  const headers = [...new Set(all.flatMap((fields) => [...fields.keys()]))]
  if (headers.length === 0)
    return E.left(unreadable('there are no records', 'give an array with one object per person'))
  const rows = all.map((fields, at) => ({
    line: at + 1,
    cells: headers.map((header) => fields.get(header) ?? ''),
  }))
  return E.right(cleanSheet({ unit: 'record', headers, rows, notes: ['Read as records.'] }))
}
