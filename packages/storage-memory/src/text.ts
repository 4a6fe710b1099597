import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'

/** A value kept as its JSON text: nobody else's object, and fresh whenever it is read. */
export interface Text<A> {
  readonly json: string
  readonly of?: A
}

export const write = <A>(value: A): E.Either<Port.Misused, Text<A>> =>
  pipe(
    Port.jsonText(value),
    E.map((json) => ({ json })),
  )

export const read = <A>(text: Text<A>): A => JSON.parse(text.json) as A
