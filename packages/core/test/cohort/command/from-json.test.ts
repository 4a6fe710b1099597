import { Command, Stored } from '@reverse-mentoring/core'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { nearly, valuesOf } from '../../arbitrary.ts'

const orders = fc.oneof(...Object.values(Command.commands).map((codec) => valuesOf(codec)))

const id = '3f9a1c52-7d0e-4b8a-9c41-5e2f8d6b7a10'
const address = { cohort: id, at: '2026-03-01T10:00:00.000Z', by: { role: 'coordinator', id } }
const enrol = {
  type: 'Enrol',
  ...address,
  enrolment: id,
  participant: id,
  role: 'mentor',
  capacity: 1,
  external: false,
  offered: [],
  sought: [],
}

const told = (u: unknown): string => {
  const read = Command.fromJson(u)
  return E.isLeft(read) ? Stored.explainMalformed(read.left) : 'fine'
}

/** The value with `undefined` under fields that it does not have. */
const withUndefined = (order: unknown): unknown => ({
  ...Object.fromEntries(
    ['hours', 'continues', 'terms', 'text', 'meeting', 'chain'].map((key) => [key, undefined]),
  ),
  ...(order as object),
})

describe('A command', () => {
  test('that is well formed is taken as it is', () => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(Command.fromJson(order)).toEqual(E.right(order))
      }),
      { numRuns: 300 },
    )
  })

  test('may say of a field that it is undefined, and then has no such field', () => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(Command.fromJson(withUndefined(order))).toStrictEqual(E.right(order))
      }),
      { numRuns: 300 },
    )
    const gates = { purpose: true, briefing: [], hours: undefined }
    expect(told({ type: 'OpenCohort', ...address, rules: { gates } })).toMatch(/^OpenCohort lacks/)
  })

  test('that is nearly so is either taken as it is, or malformed with a place', () => {
    fc.assert(
      fc.property(nearly(orders), (order) => {
        const read = Command.fromJson(order)
        if (E.isRight(read)) expect(read.right).toEqual(order)
        else expect(Stored.explainMalformed(read.left)).toMatch(/^[A-Z].*\.$/)
      }),
      { numRuns: 300 },
    )
  })
})

test.each([
  [{ ...enrol, at: undefined }, 'Enrol lacks at: add an instant in UTC with milliseconds, such as'],
  [{ ...enrol, at: '2026-03-01' }, 'Enrol is not as it must be at at: write an instant in UTC'],
  [{ ...enrol, capacity: '1' }, 'at capacity: write a whole number from 0 to 1000.'],
  [{ ...enrol, role: 'boss' }, "at role: write 'mentor' or 'mentee'."],
  [{ ...enrol, external: 0 }, 'at external: write true or false.'],
  [{ ...enrol, by: 'me' }, 'at by: write an object with role, id.'],
  [
    { ...enrol, offered: ['ai', 'A I'] },
    'at offered.1: write a code of 1 to 40 lower-case letters',
  ],
  [{ ...enrol, offered: 'ai' }, 'at offered: write a list; each of it is a code'],
  [{ ...enrol, age: 40 }, 'Enrol has no field age: leave it out.'],
  [{ ...enrol, 'Ada Lovelace': 40 }, 'Enrol has no field ?: leave it out.'],
  [
    { ...enrol, type: 'Enroll' },
    'No event or command is called “Enroll” here: the nearest is Enrol.',
  ],
  [{ ...enrol, type: 'toString' }, 'is called “toString” here: a newer version may know it.'],
  [{ ...enrol, type: undefined }, 'Command lacks type: add the name of a command, such as Enrol.'],
  [
    { type: 7 },
    'Command is not as it must be at type: write the name of a command, such as Enrol.',
  ],
  [
    { type: 'GiveConsent', ...address, purpose: 'pairing', pairing: id },
    'lacks terms: add a whole',
  ],
  [{ type: 'GiveConsent', ...address, purpose: 'fun' }, 'at purpose: write "pairing" or'],
  [
    { type: 'RescheduleSession', ...address, sessions: [], start: address.at, minutes: 5 },
    'at sessions: write one to a hundred sessions, each named once; each of it is a lower-case UUID',
  ],
])('%o is told how to be mended', (order, sentence) => {
  expect(told(order)).toContain(sentence)
  expect(told(order)).not.toMatch(/Ada|Lovelace|boss|2026-03-01[^T]/)
})

test('A type that is no name is not told, and one that is like no other has no nearest', () => {
  for (const type of ['Ada Lovelace', '1 Enrol', 'Enrol 1', 'É'.repeat(9)])
    expect(Command.fromJson({ ...enrol, type })).toMatchObject(
      E.left({ _tag: 'UnknownType', type: '?' }),
    )
  expect(Command.fromJson({ ...enrol, type: 'Qqqqqqqqq' })).toStrictEqual(
    E.left({ _tag: 'UnknownType', type: 'Qqqqqqqqq' }),
  )
})

test.each([null, undefined, 3, 'CloseCohort', []])('%o is no object, and told so', (order) => {
  expect(told(order)).toBe('Command is not as it must be: write an object with type.')
})

test('Everything about a command that is to be mended is told at once, up to twenty things', () => {
  const { by: _by, ...rest } = enrol
  const sentences = told({
    ...rest,
    capacity: '1',
    role: 'boss',
    offered: ['A I', 'ai', 'B'],
    age: 4,
  })
  for (const sentence of [
    'Enrol lacks by: add an object with role, id.',
    'at capacity: write a whole number from 0 to 1000.',
    "at role: write 'mentor' or 'mentee'.",
    'at offered.0: write a code',
    'at offered.2: write a code',
    'Enrol has no field age: leave it out.',
  ]) {
    expect(sentences).toContain(sentence)
  }
  const many = Command.fromJson({ ...enrol, offered: Array(100).fill('A I') })
  expect(many).toMatchObject({ left: { problems: { length: 20 } } })
})

describe('What somebody hostile gives', () => {
  test('is looked at once, each part of it, and what is said the second time does not count', () => {
    let times = 0
    const order = {
      ...enrol,
      get capacity() {
        times += 1
        return times === 1 ? 1 : 999
      },
    }
    expect(Command.fromJson(order)).toMatchObject({ right: { capacity: 1 } })
    expect(times).toBe(1)
    const reads = { of: 0 }
    const offered = new Proxy(Array(100).fill('ai'), {
      get: (items, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads.of += 1
        return Reflect.get(items, key) as unknown
      },
    })
    expect(E.isRight(Command.fromJson({ ...enrol, offered }))).toBe(true)
    expect(reads.of).toBe(100)
  })

  test('is copied: who changes it later changes nothing', () => {
    const order = { ...enrol, by: { role: 'coordinator', id }, offered: ['ai'] }
    const read = Command.fromJson(order)
    order.by.role = 'system'
    order.offered.push('data')
    expect(read).toMatchObject({ right: { by: { role: 'coordinator' }, offered: ['ai'] } })
  })

  test.each([
    ['a circle', (order: Record<string, unknown>) => (order['by'] = order)],
    ['a getter that throws', (order: object) => Object.defineProperty(order, 'by', throwing)],
    ['a big number', (order: Record<string, unknown>) => (order['capacity'] = 1n)],
    ['a function', (order: Record<string, unknown>) => (order['toJSON'] = () => enrol)],
    ['a list that says another', (order: Record<string, unknown>) => (order['offered'] = talking)],
    ['an actor that says another', (order: Record<string, unknown>) => (order['by'] = inheriting)],
    [
      'a prototype',
      (order: Record<string, unknown>) => (order['by'] = Object.create(address.by) as object),
    ],
    ['__proto__', (order: object) => Object.defineProperty(order, '__proto__', proto)],
    [
      'a length',
      (order: Record<string, unknown>) => (order['offered'] = new Array<string>(20_000_000)),
    ],
    ['depth', (order: Record<string, unknown>) => (order['by'] = nested(100_000))],
    [
      'a proxy that was revoked',
      (order: Record<string, unknown>) => {
        const { proxy, revoke } = Proxy.revocable({}, {})
        revoke()
        order['by'] = proxy
      },
    ],
  ])('is refused, or what it is as plain data: %s', (_name, change) => {
    const order: Record<string, unknown> = { ...enrol }
    change(order)
    const read = Command.fromJson(order)
    if (E.isRight(read)) expect(read.right).toStrictEqual(JSON.parse(JSON.stringify(enrol)))
    else expect(Stored.explainMalformed(read.left)).toMatch(/^[A-Z].*\.$/)
  })

  test('is refused where it is too much', () => {
    const items = Array<object>(1_000_001).fill({ a: 'A I' })
    expect(told({ ...enrol, offered: items })).toMatch(/^Command is.* plain data, at most /)
    expect(told({ ...enrol, offered: Array(100_000).fill('A I') })).toMatch(
      /a list of at most 100; each of it is a/,
    )
  })
})

const throwing = {
  enumerable: true,
  get: () => {
    throw new RangeError('planted')
  },
}
const proto = { enumerable: true, value: { role: 'system' } }
const talking = Object.assign([], { toJSON: () => ['a name'] })
const inheriting = Object.assign(Object.create({ toJSON: () => 'a name' }) as object, address.by)
const nested = (levels: number): unknown => {
  let value: unknown = 'ai'
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}
