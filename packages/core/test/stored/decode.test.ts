import { Command, Event, Stored } from '@reverse-mentoring/core'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { valuesOf } from '../arbitrary.ts'
import { closed, enrolled, m, matched, e } from '../cohort/scene.ts'

const payload = (event: Event.CohortEvent): Stored.Payload => {
  const { type, ...data } = event
  return { type, schema: 1, data }
}

const leftOf = (given: Stored.Payload): Stored.Malformed | undefined => {
  const decoded = Stored.decodeEvent(given)
  return E.isLeft(decoded) ? decoded.left : undefined
}

describe('A record', () => {
  test('of a type that nobody knows is an unknown type', () => {
    expect(leftOf({ ...payload(closed(1)), type: 'CohortFrozen' })).toEqual({
      _tag: 'UnknownType',
      type: 'CohortFrozen',
    })
  })

  test.each([0, 2, 1.5, -1, Number.NaN])('of version %d is an unknown version', (schema) => {
    expect(leftOf({ ...payload(closed(1)), schema })).toEqual({
      _tag: 'UnknownVersion',
      type: 'CohortClosed',
      schema,
    })
  })

  test('that is not what its codec says is malformed, at a named place', () => {
    const { data } = payload(enrolled(m, 'mentor'))
    expect(leftOf({ type: 'Enrolled', schema: 1, data: { ...data, capacity: -1 } })).toEqual({
      _tag: 'MalformedPayload',
      type: 'Enrolled',
      problems: [{ path: 'capacity', fault: 'wrong', expected: 'a whole number from 0 to 1000' }],
    })
    const by = { role: 'janitor', id: m }
    expect(leftOf({ type: 'Enrolled', schema: 1, data: { ...data, by } })).toMatchObject({
      problems: [{ path: 'by.role' }],
    })
    expect(
      leftOf({ type: 'Enrolled', schema: 1, data: { ...data, chain: [m, 'Boss'] } }),
    ).toMatchObject({
      problems: [
        { path: 'chain.1', expected: expect.stringContaining('a lower-case UUID') as string },
      ],
    })
  })

  test('that holds a field that nobody named is malformed', () => {
    const { data } = payload(matched(1, m, e))
    expect(
      leftOf({
        type: 'Matched',
        schema: 1,
        data: { ...data, differs: { region: true, age: true } },
      }),
    ).toEqual({
      _tag: 'MalformedPayload',
      type: 'Matched',
      problems: [{ path: 'differs.age', fault: 'unknown', expected: 'no such field' }],
    })
  })

  test('that says its type a second time is malformed, whatever it says', () => {
    const { data } = payload(closed(1))
    for (const type of ['CohortClosed', 'Enrolled']) {
      expect(leftOf({ type: 'CohortClosed', schema: 1, data: { ...data, type } })).toEqual({
        _tag: 'MalformedPayload',
        type: 'CohortClosed',
        problems: [{ path: 'type', fault: 'unknown', expected: 'no such field' }],
      })
    }
  })
})

describe('Encoding', () => {
  const events = fc.oneof(...Object.values(Event.events).map((codec) => valuesOf(codec)))

  test('an event and decoding it again gives the event', () => {
    fc.assert(
      fc.property(events, (value) => {
        const event = value as Event.CohortEvent
        const encoded = Stored.encodeEvent(event)
        expect(E.isRight(encoded)).toBe(true)
        if (E.isLeft(encoded)) return
        expect(JSON.parse(JSON.stringify(encoded.right))).toEqual(encoded.right)
        expect(Stored.decodeEvent(encoded.right)).toEqual(E.right(event))
      }),
      { numRuns: 300 },
    )
  })

  test('writes nothing that could not be read', () => {
    const { score: _score, ...event } = matched(1, m, e)
    expect(Stored.encodeEvent({ ...event, score: 1.5 })).toEqual(
      E.left({
        _tag: 'MalformedPayload',
        type: 'Matched',
        problems: [
          {
            path: 'score',
            fault: 'wrong',
            expected: expect.stringContaining('whole number') as string,
          },
        ],
      }),
    )
  })
})

describe('An explanation', () => {
  const secret = 'Ada Lovelace <ada@example.org>'
  const secretly = (value: unknown): fc.Arbitrary<unknown> => {
    if (Array.isArray(value)) {
      const items = value as ReadonlyArray<unknown>
      return fc
        .nat(items.length)
        .chain((i) =>
          i === items.length
            ? fc.constant<unknown>([...items, secret])
            : secretly(items[i]).map((instead): unknown => items.with(i, instead)),
        )
    }
    if (typeof value !== 'object' || value === null) return fc.constant(secret)
    const entries = Object.entries(value)
    return fc.nat(entries.length).chain((i) => {
      const [key, inner] = entries[i] ?? []
      return key === undefined
        ? fc.constantFrom({ ...value, [secret]: 1 }, { ...value, extra: secret })
        : fc.oneof(
            fc.constant({ ...value, [key]: secret }),
            secretly(inner).map((instead) => ({ ...value, [key]: instead })),
          )
    })
  }
  const told = (malformed: E.Either<Stored.Malformed, unknown>): string =>
    E.isLeft(malformed) ? Stored.explainMalformed(malformed.left) : ''

  test('of a record holds no value of it', () => {
    const records = fc
      .oneof(...Object.values(Event.events).map((codec) => valuesOf(codec)))
      .map((event) => payload(event as Event.CohortEvent))
      .chain(secretly)
    fc.assert(
      fc.property(records, (record) => {
        expect(told(Stored.decodeEvent(record as Stored.Payload))).not.toMatch(
          /Ada|Lovelace|example/,
        )
      }),
      { numRuns: 500 },
    )
  })

  test('of a command holds no value of it', () => {
    const orders = fc.oneof(...Object.values(Command.commands).map((codec) => valuesOf(codec)))
    fc.assert(
      fc.property(orders.chain(secretly), (order) => {
        expect(told(Command.fromJson(order))).not.toMatch(/Ada|Lovelace|example/)
      }),
      { numRuns: 500 },
    )
  })

  test('is a sentence', () => {
    const [type, schema] = ['Enrolled', 7] as const
    for (const malformed of [
      { _tag: 'UnknownType', type },
      { _tag: 'UnknownVersion', type, schema },
      { _tag: 'UnknownType', type, near: 'Enrol' },
      {
        _tag: 'MalformedPayload',
        type,
        problems: [{ path: 'chain.1', fault: 'wrong', expected: 'an id' }],
      },
      {
        _tag: 'MalformedPayload',
        type,
        problems: [{ path: 'by', fault: 'missing', expected: 'an object' }],
      },
      {
        _tag: 'MalformedPayload',
        type,
        problems: [{ path: 'age', fault: 'unknown', expected: 'nothing' }],
      },
      {
        _tag: 'MalformedPayload',
        type,
        problems: [{ path: '', fault: 'wrong', expected: 'an object' }],
      },
    ] as const) {
      expect(Stored.explainMalformed(malformed)).toMatch(/^[A-Z][^.]*(\.\d[^.]*)?\.$/)
    }
  })
})

describe('A made-up type of three versions', () => {
  const Greeted = t.exact(t.type({ type: t.literal('Greeted'), words: t.number, tone: t.string }))
  const decode = Stored.decoder(
    new Map([
      [
        'Greeted',
        {
          codec: Greeted,
          upcasters: [
            ({ text, ...rest }) => ({
              ...rest,
              words: typeof text === 'string' ? text.split(' ').length : 0,
            }),
            (data) => ({ ...data, tone: 'plain' }),
          ],
        },
      ],
    ]),
  )
  const newest = E.right({ type: 'Greeted', words: 2, tone: 'plain' })

  test.each([
    [1, { text: 'good day' }],
    [2, { words: 2 }],
    [3, { words: 2, tone: 'plain' }],
  ])('is read from version %d', (schema, data) => {
    expect(decode({ type: 'Greeted', schema, data })).toEqual(newest)
  })

  test('is refused where a step leaves nonsense, and from a version that is not known', () => {
    expect(decode({ type: 'Greeted', schema: 2, data: {} })).toMatchObject(
      E.left({ _tag: 'MalformedPayload', problems: [{ path: 'words' }] }),
    )
    expect(decode({ type: 'Greeted', schema: 4, data: {} })).toEqual(
      E.left({ _tag: 'UnknownVersion', type: 'Greeted', schema: 4 }),
    )
  })
})
