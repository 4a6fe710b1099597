import { isDeepStrictEqual } from 'node:util'
import { brief } from './brief.ts'

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields | undefined => {
  if (value instanceof Map) return Object.fromEntries<unknown>(value)
  const isPlain = typeof value === 'object' && value !== null && !(value instanceof Date)
  return isPlain ? Object.fromEntries(Object.entries(value)) : undefined
}

const stepInto = (name: string, isList: boolean): string => {
  if (isList) return `[${name}]`
  return /^[a-z_]\w*$/i.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`
}

/** Where two values differ first, and how: what is the same around it is left out. */
export const difference = (actual: unknown, expected: unknown, at = ''): string => {
  const [found, wanted] = [fieldsOf(actual), fieldsOf(expected)]
  if (
    found !== undefined &&
    wanted !== undefined &&
    Array.isArray(actual) === Array.isArray(expected)
  )
    for (const name of new Set([...Object.keys(wanted), ...Object.keys(found)]))
      if (!isDeepStrictEqual(found[name], wanted[name]))
        return difference(found[name], wanted[name], at + stepInto(name, Array.isArray(expected)))
  return at === ''
    ? `expected ${brief(expected)}, but got ${brief(actual)}`
    : `expected ${at} to be ${brief(expected)}, but it is ${brief(actual)}`
}
