import * as E from 'fp-ts/lib/Either.js'
import { unreadable, type UnreadableRoster } from '../problem.ts'
import { quoted } from '../text/quoted.ts'
import { cleanSheet, type Sheet } from './sheet.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return undefined
}

/** What a record holds that cannot be read. */
interface Unread {
  readonly holds: string
  readonly mend: string
}

/** How deep records may hold records. */
const deepest = 10

/**
 * The fields of a record as texts by their path: `name.given`. What stands under one path more than once, in lists or
 * otherwise, is one text with a line for each. Answers what cannot be read.
 */
const fieldsOf = (
  value: unknown,
  into: Map<string, string>,
  path = '',
  depth = 0,
): Unread | undefined => {
  if (depth > deepest)
    return { holds: 'records within records too deep to be read', mend: 'give flatter objects' }
  if (typeof value === 'object' && value !== null) {
    for (const [name, field] of Object.entries(value)) {
      const within = Array.isArray(value) ? path : path === '' ? name : `${path}.${name}`
      const unread = fieldsOf(field, into, within, depth + 1)
      if (unread !== undefined) return unread
    }
    return undefined
  }
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    return {
      holds: `a number too long to be read exactly (${quoted(String(value))})`,
      mend: 'write such numbers as texts, in quotes',
    }
  const text = textOf(value)
  const before = into.get(path)
  if (text !== undefined) into.set(path, before === undefined ? text : `${before}\n${text}`)
  return undefined
}

/**
 * Reads records such as a personnel system's JSON: the names of fields are the headers, a record within a record gives
 * headers such as `manager.id`, and a list counts as several. What is no text, number, yes or no is passed over.
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
  const all: Array<ReadonlyMap<string, string>> = []
  for (const record of records) {
    const fields = new Map<string, string>()
    const unread = fieldsOf(record, fields)
    if (unread !== undefined)
      return E.left(
        unreadable(`record ${String(all.length + 1)} holds ${unread.holds}`, unread.mend),
      )
    all.push(fields)
  }
  const headers = [...new Set(all.flatMap((fields) => [...fields.keys()]))]
  if (headers.length === 0)
    return E.left(unreadable('there are no records', 'give an array with one object per person'))
  const rows = all.map((fields, at) => ({
    line: at + 1,
    cells: headers.map((header) => fields.get(header) ?? ''),
  }))
  return E.right(cleanSheet({ unit: 'record', headers, rows, notes: ['Read as records.'] }))
}
