import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as J from 'fp-ts/lib/Json.js'

/** A value as JSON. It escapes NUL and half surrogates, which PostgreSQL could not keep. */
export const write = (value: unknown): E.Either<Port.Misused, string> =>
  pipe(
    J.stringify(value),
    E.mapLeft(() => Port.misused('what is no JSON cannot be stored')),
  )

export const read = (json: string): unknown => JSON.parse(json)

/** The same; `undefined` of what was damaged. */
export const readable = (json: string): unknown => {
  try {
    return read(json)
  } catch {
    return undefined
  }
}

/** Any text as a key that PostgreSQL keeps, and sorts as JavaScript does where it sorts by bytes. */
export const { sortable: key, unsortable: unkey } = Port
