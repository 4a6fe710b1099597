import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { guardOf } from './guard.ts'
import { malformedPayload } from './malformed-payload.ts'
import type { Malformed } from './malformed.ts'
import { plainCopy, plainData } from './plain-copy.ts'
import { readerOf } from './reader.ts'

/** A plain copy of what is given, or that it is none. */
export const plainly = (type: string, given: unknown): E.Either<Malformed, unknown> =>
  E.mapLeft(() => malformedPayload(type, { path: [], fault: 'wrong', expected: plainData }))(
    plainCopy(given),
  )

/** Reads plain data as what a codec describes, or says what of it is to be mended. */
export const checking = <A>(
  type: string,
  codec: t.Type<A, unknown>,
): ((plain: unknown) => E.Either<Malformed, A>) => {
  const read = readerOf(codec)
  const is = guardOf(codec)
  return (plain) => {
    const { value, faults } = read(plain)
    if (faults.length > 0) return E.left(malformedPayload(type, ...faults))
    return is(value)
      ? E.right(value)
      : E.left(malformedPayload(type, { path: [], fault: 'wrong', expected: type }))
  }
}

/** Reads anything at all: a plain copy that is what the codec describes, or what of it is to be mended. O(n). */
export const plainReader = <A>(
  type: string,
  codec: t.Type<A, unknown>,
): ((given: unknown) => E.Either<Malformed, A>) => {
  const check = checking(type, codec)
  return (given) => E.flatMap(check)(plainly(type, given))
}
