import { Command, Event, Stored } from '@reverse-mentoring/core'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { nearly, valuesOf } from '../arbitrary.ts'

/** What a codec itself says, and no field beside those that it names. */
const isExactly = (codec: t.Any, value: unknown): boolean => {
  const decoded = codec.decode(value)
  return E.isRight(decoded) && isDeepStrictEqual(decoded.right, value)
}

const codecs: ReadonlyArray<[string, t.Any]> = [
  ...Object.entries(Event.events),
  ...Object.entries(Command.commands),
]

describe.each(codecs)('The compiled guard of %s', (_name, codec) => {
  const guard = Stored.guardOf(codec)
  const valid = valuesOf(codec)

  test('takes what the codec describes', () => {
    fc.assert(
      fc.property(valid, (value) => {
        expect(codec.is(value)).toBe(true)
        expect(guard(value)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('agrees with the codec on what is nearly so, and takes no field that the codec does not name', () => {
    fc.assert(
      fc.property(nearly(valid), (value) => {
        expect(guard(value)).toBe(isExactly(codec, value))
      }),
      { numRuns: 60 },
    )
  })
})
