import * as t from 'io-ts'
import { described, type Description } from './described.ts'

/** The codec of a value that has no parts: its name, its yes or no, and what it asks for. */
export const leaf = <A>(name: string, is: t.Is<A>, description: Description): t.Type<A> =>
  described(
    new t.Type<A>(name, is, (u, c) => (is(u) ? t.success(u) : t.failure(u, c)), t.identity),
    description,
  )
