import type { Stored } from '@reverse-mentoring/core'
import fc from 'fast-check'

/** Any text that a string can hold, half surrogates and NUL included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  // The same as `fc.string({ unit: 'binary' })`, which takes long to be made ready.
  fc
    .array(fc.nat(0x10_ffff), { maxLength: 12 })
    .map((points) => String.fromCodePoint(...points.map((n) => (n + 0x61) % 0x11_0000))),
  fc
    .array(
      fc.constantFrom(
        0,
        1,
        0x22,
        0x5c,
        0x61,
        0x2028,
        0xd83d,
        0xde00,
        0xdfff,
        0xe000,
        0xf000,
        0xffff,
      ),
      {
        maxLength: 6,
      },
    )
    .map((units) => String.fromCharCode(...units)),
)

/**
 * Any name of a field that JSON writes as it is. Others are left out: `JSON.parse` of V8 now and then takes one escaped
 * name for another, such as `"\udfff"` for `"\\"`, and no field of a record needs one.
 */
export const anyName: fc.Arbitrary<string> = anyText.filter(
  (text) => JSON.stringify(text) === `"${text}"`,
)

const { object } = fc.letrec<{ readonly json: Stored.Json; readonly object: Stored.JsonObject }>(
  (tie) => ({
    json: fc.oneof(
      { depthSize: 'small' },
      anyText,
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.array(tie('json'), { maxLength: 4 }),
      tie('object'),
    ),
    object: fc.dictionary(anyName, tie('json'), { maxKeys: 5, noNullPrototype: true }),
  }),
)

/** Any object that a record can hold. */
export const jsonObject: fc.Arbitrary<Stored.JsonObject> = object
