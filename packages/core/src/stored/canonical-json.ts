import { isObject } from '../values/is-object.ts'

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const names = Object.keys(value).sort()
  return Object.fromEntries(names.map((name) => [name, sorted(value[name])]))
}

/**
 * The one text of a JSON value: no blanks, and fields in the order of their names (whole numbers first, as JavaScript
 * keeps them). A field that is `undefined` is absent. O(n log n) in its fields.
 */
export const canonicalJson = (value: object): string => JSON.stringify(sorted(value))
