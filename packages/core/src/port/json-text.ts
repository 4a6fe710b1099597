import type { JsonObject } from '../stored/record.ts'
import { isObject } from '../values/is-object.ts'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as J from 'fp-ts/lib/Json.js'
import { misused, type Misused } from './failure.ts'

/**
 * A value as the JSON text that a store keeps: nobody else's object. It escapes NUL and half surrogates, which databases
 * do not keep. What is no JSON is `Misused`. O(value).
 */
export const jsonText = (value: unknown): E.Either<Misused, string> =>
  pipe(
    J.stringify(value),
    E.mapLeft(() => misused('what is no JSON cannot be stored')),
  )

/** The value of such a text; `undefined` of what was damaged. */
export const readableJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isJsonObject = (u: unknown): u is JsonObject => isObject(u)

/** The object of such a text; an empty one of what was damaged. */
export const readableObject = (text: string): JsonObject => {
  const value = readableJson(text)
  return isJsonObject(value) ? value : {}
}
