import { Command, Event, Stored, Values } from '@reverse-mentoring/core'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
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

const keys = ['a', 'b', 'c', 'd'] as const
const short = t.refinement(t.string, (text) => text.length < 3)
const hasFew = (record: object): boolean => Object.keys(record).length < 3

const fieldsFrom = (codec: fc.Arbitrary<t.Mixed>): fc.Arbitrary<Record<string, t.Mixed>> =>
  fc.dictionary(fc.constantFrom(...keys), codec, { maxKeys: 3, noNullPrototype: true })

const simple = fc.constantFrom<t.Mixed>(
  t.string,
  t.boolean,
  t.literal('x'),
  short,
  Values.Code,
  Values.Count,
)

/** Codecs put together of records, refinements, brands, unions, lists and intersections, so many deep. */
const codecsOf = (depth: number): fc.Arbitrary<t.Mixed> => {
  if (depth === 0) return simple
  const inner = codecsOf(depth - 1)
  const list = inner.map((item): t.Mixed => t.readonlyArray(item))
  const union = fc.tuple(inner, inner).map((both): t.Mixed => t.union(both))
  return fc.oneof(simple, list, union, { arbitrary: recordsOf(depth), weight: 4 })
}

const recordsOf = (depth: number): fc.Arbitrary<t.Mixed> => {
  const props = fieldsFrom(codecsOf(depth - 1))
  const plain = fc.oneof(
    props.map((all): t.Mixed => t.type(all)),
    props.map((all): t.Mixed => t.partial(all)),
  )
  if (depth === 1) return plain
  const inner = recordsOf(depth - 1)
  return fc.oneof(
    plain,
    inner.map((codec): t.Mixed => t.exact(codec as t.HasProps)),
    inner.map((codec): t.Mixed => t.readonly(codec)),
    inner.map((codec): t.Mixed => t.refinement(codec as t.Type<object>, hasFew)),
    fc.tuple(inner, inner).map((both): t.Mixed => t.intersection(both)),
    fc.tuple(inner, inner).map((both): t.Mixed => t.union(both)),
  )
}

/** io-ts itself can make an exact codec only of what has fields to name. */
const hasProps = (codec: t.Any): boolean => {
  if (codec instanceof t.ExactType) return isExactable(codec.type as t.Any)
  if (codec instanceof t.InterfaceType || codec instanceof t.PartialType)
    return Object.values(codec.props as t.Props).every(hasProps)
  if (codec instanceof t.RefinementType || codec instanceof t.ReadonlyType)
    return hasProps(codec.type as t.Any)
  if (codec instanceof t.ReadonlyArrayType) return hasProps(codec.type as t.Any)
  if (codec instanceof t.IntersectionType || codec instanceof t.UnionType)
    return (codec.types as ReadonlyArray<t.Any>).every(hasProps)
  return true
}

const isExactable = (codec: t.Any): boolean => {
  if (codec instanceof t.InterfaceType || codec instanceof t.PartialType) return hasProps(codec)
  if (codec instanceof t.RefinementType || codec instanceof t.ReadonlyType)
    return isExactable(codec.type as t.Any)
  return (
    codec instanceof t.IntersectionType && (codec.types as ReadonlyArray<t.Any>).every(isExactable)
  )
}

const values: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('x', 'ai', 'long', true, 0, 1.5),
    fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie('value'), { maxLength: 2 }),
  ),
})).value

describe('The compiled guard of any codec', () => {
  test('takes exactly what io-ts decodes and leaves unchanged', () => {
    let taken = 0
    let asked = 0
    fc.assert(
      fc.property(
        codecsOf(4).filter(hasProps),
        fc.array(values, { minLength: 20, maxLength: 20 }),
        (codec, tried) => {
          const guard = Stored.guardOf(codec)
          for (const value of tried) {
            const expected = isExactly(codec, value)
            asked += 1
            taken += expected ? 1 : 0
            expect(guard(value), `${codec.name} of ${JSON.stringify(value)}`).toBe(expected)
          }
        },
      ),
      { numRuns: 2000 },
    )
    expect(taken).toBeGreaterThan(asked / 40)
  })

  test.each<[string, t.Any, object, object]>([
    [
      'a refinement inside an exact intersection',
      t.exact(
        t.intersection([
          t.type({ a: t.string }),
          t.refinement(t.type({ b: t.string }), (r) => r.b < 'n'),
        ]),
      ),
      { a: 'x', b: 'a' },
      { a: 'x', b: 'z' },
    ],
    [
      'an exact codec inside an intersection',
      t.intersection([t.exact(t.type({ a: t.string })), t.exact(t.partial({ b: t.string }))]),
      { a: 'x', b: 'y' },
      { a: 'x', c: 'y' },
    ],
    [
      'a brand of a record inside an exact codec',
      t.exact(
        t.brand(
          t.type({ a: t.string }),
          (r): r is t.Branded<{ a: string }, { readonly Odd: symbol }> => r.a !== 'even',
          'Odd',
        ),
      ),
      { a: 'x' },
      { a: 'even' },
    ],
    [
      'a refinement of what an exact codec leaves',
      t.intersection([
        t.refinement(t.exact(t.type({ a: t.string })), hasFew),
        t.type({ b: t.string, c: t.string }),
      ]),
      { a: 'x', b: 'y', c: 'z' },
      { a: 'x', b: 'y' },
    ],
    [
      'a union inside an intersection',
      t.intersection([
        t.exact(t.type({ a: t.string })),
        t.union([t.exact(t.type({ b: t.string })), t.exact(t.type({ c: t.string }))]),
      ]),
      { a: 'x', c: 'y' },
      { a: 'x', d: 'y' },
    ],
  ])('knows %s', (_name, codec, right, wrong) => {
    expect(Stored.guardOf(codec)(right)).toBe(true)
    expect(Stored.guardOf(codec)(wrong)).toBe(false)
  })

  test('takes no field that is undefined', () => {
    const guard = Stored.guardOf(t.exact(t.partial({ a: t.string })))
    expect([guard({}), guard({ a: undefined })]).toEqual([true, false])
  })
})
