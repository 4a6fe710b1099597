import { Command, Event, Stored } from '@reverse-mentoring/core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { nearly, valuesOf } from '../arbitrary.ts'

const ajv = new Ajv2020({ strict: true, strictTypes: false })

const validatorOf = (codec: t.Any) => ajv.compile(Stored.jsonSchema(codec) as object)

const codecs: ReadonlyArray<[string, t.Any]> = [
  ...Object.entries(Event.events),
  ...Object.entries(Command.commands),
]

/** Of two sessions of one pairing the description tells; a schema cannot. JSON knows no -0 that differs from 0. */
const isBeyondSchemas = (value: unknown): boolean =>
  /-0(?![.\d])/.test(JSON.stringify(value, (_, v: unknown) => (Object.is(v, -0) ? '-0' : v))) ||
  (typeof value === 'object' &&
    value !== null &&
    'sessions' in value &&
    Array.isArray(value.sessions) &&
    hasTwiceThe(value.sessions, 'session', 'pairing'))

const hasTwiceThe = (items: ReadonlyArray<unknown>, ...keys: ReadonlyArray<string>): boolean =>
  keys.some((key) => {
    const found = items.map((item) => (item as Readonly<Record<string, unknown>> | null)?.[key])
    return new Set(found).size < found.length
  })

describe.each(codecs)('The JSON Schema of %s', (_name, codec) => {
  const validate = validatorOf(codec)
  const guard = Stored.guardOf(codec)
  const valid = valuesOf(codec)

  test('takes what the codec describes', () => {
    fc.assert(
      fc.property(valid, (value) => {
        expect(validate(value), JSON.stringify(validate.errors)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('agrees with the guard on what is nearly so', () => {
    fc.assert(
      fc.property(nearly(valid), (value) => {
        fc.pre(!isBeyondSchemas(value))
        expect(validate(value)).toBe(guard(value))
      }),
      { numRuns: 60 },
    )
  })
})

test('A schema says what each field asks for', () => {
  expect(Stored.jsonSchema(Command.commands.CancelSession)).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'CancelSession',
    type: 'object',
    properties: {
      type: { const: 'CancelSession' },
      cohort: expect.objectContaining({
        pattern: expect.stringContaining('[1-8]') as string,
      }) as object,
      at: expect.objectContaining({
        type: 'string',
        description: 'an instant in UTC with milliseconds, such as 2026-03-01T10:00:00.000Z',
      }) as object,
      by: expect.objectContaining({ title: 'Actor', additionalProperties: false }) as object,
      session: expect.objectContaining({ type: 'string' }) as object,
      cancelledBy: {
        type: 'string',
        enum: ['mentor', 'mentee', 'programme'],
        description: "'mentor' or 'mentee' or 'programme'",
      },
    },
    required: ['type', 'cohort', 'at', 'by', 'session', 'cancelledBy'],
    additionalProperties: false,
  })
  expect(Stored.jsonSchema(Command.commands.RescheduleSession)).toMatchObject({
    properties: { sessions: { type: 'array', minItems: 1, uniqueItems: true } },
  })
})

describe('A codec of another making', () => {
  const word = t.refinement(t.string, (text) => text.length < 3)
  const parts = t.exact(t.intersection([t.type({ a: t.string }), t.partial({ a: word, b: word })]))

  test('is exact also where its parts name a field twice', () => {
    const validate = validatorOf(parts)
    expect(validate({ a: 'x', b: 'y' })).toBe(true)
    expect(validate({ a: 'x', c: 'y' })).toBe(false)
    expect(validate({ b: 'y' })).toBe(false)
  })
})
