import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../values/is-object.ts'

/** How deep something given may nest. */
const mostLevels = 12

/** How many values, in all, something given may hold. */
const mostValues = 2_000_000

/** What is no plain data, in words for who gave it. */
export const plainData = `plain data, at most ${String(mostLevels)} levels deep and ${String(mostValues)} values in all`

/**
 * A copy of what is given, made of its own fields and items alone, each looked at once: nobody changes it later, and no
 * getter, proxy or prototype says something else the second time. A field that is `undefined` is absent. O(n), and no
 * further than the bounds; a length that is only claimed costs nothing.
 */
export const plainCopy = (given: unknown): E.Either<typeof plainData, unknown> => {
  let left = mostValues
  const copy = (u: unknown, level: number): unknown => {
    if (typeof u !== 'object' || u === null) return u
    if (level === mostLevels) left = -1
    if (Array.isArray(u)) {
      const { length } = u
      // Of a proxy it may be anything.
      left = length >= 0 ? left - length : -1
      return left < 0 ? undefined : Array.from({ length }, (_, i) => copy(u[i], level + 1))
    }
    if (!isObject(u)) return undefined
    const keys = Object.keys(u)
    left -= keys.length
    const entries: Array<readonly [string, unknown]> = []
    for (const key of left < 0 ? [] : keys) {
      const value = u[key]
      if (value !== undefined) entries.push([key, copy(value, level + 1)])
    }
    return Object.fromEntries(entries)
  }
  try {
    const plain = copy(given, 0)
    return left < 0 ? E.left(plainData) : E.right(plain)
  } catch {
    return E.left(plainData)
  }
}
