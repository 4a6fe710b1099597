import { Stored, type Values } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'

const sha256: Stored.Sha256 = (text) =>
  createHash('sha256').update(text).digest('hex') as Values.Digest

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as Values.Uuid

const record = (revision: number, seats: number): Stored.Provable => ({
  stream: 'cohort-a',
  revision,
  id: uuid(revision),
  type: 'Amended',
  schema: 1,
  data: { at: '2026-03-01T10:00:00.000Z', seats, codes: ['a', 'b'] },
  meta: { command: uuid(100 + revision), ...(revision % 2 === 0 && { cause: uuid(1) }) },
})

const written = (record: Stored.Provable, proof: Values.Digest | undefined): Stored.Provable => ({
  ...record,
  meta: { ...record.meta, ...(proof && { proof }) },
})

/** A stream as it is written, of which the first ones are older than proofs. */
const stream = (seats: ReadonlyArray<number>, older: number): ReadonlyArray<Stored.Provable> => {
  let proved = Stored.nothingProved
  return seats.map((n, i) => {
    const bare = record(i + 1, n)
    const proof = Stored.proofOf(sha256)(proved, bare)
    const one = written(bare, i < older ? undefined : proof)
    proved = Stored.provedOn(sha256)(proved, one)
    return one
  })
}

/** The head of a stream whose proofs all hold; `undefined` where one does not. */
const headOf = (records: ReadonlyArray<Stored.Provable>): Stored.Proved | undefined =>
  records.reduce<Stored.Proved | undefined>(
    (before, record) => before && Stored.proveOn(sha256)(before, record),
    Stored.nothingProved,
  )

const someStream = fc
  .tuple(fc.array(fc.nat(9), { minLength: 2, maxLength: 8 }), fc.nat(8))
  .map(([seats, older]) => ({ records: stream(seats, older), older }))

type Change = (one: Stored.Provable) => Stored.Provable

const changes: Readonly<Record<string, Change>> = {
  stream: (one) => ({ ...one, stream: 'cohort-b' }),
  id: (one) => ({ ...one, id: uuid(77) }),
  type: (one) => ({ ...one, type: 'Other' }),
  schema: (one) => ({ ...one, schema: 2 }),
  data: (one) => ({ ...one, data: { ...one.data, seats: 10 } }),
  'a further field': (one) => ({ ...one, data: { ...one.data, more: true } }),
  'no field': (one) => ({ ...one, data: {} }),
  command: (one) => ({ ...one, meta: { ...one.meta, command: uuid(78) } }),
  cause: (one) => ({ ...one, meta: { ...one.meta, cause: uuid(79) } }),
}

describe('a proof', () => {
  it('holds for what was written, also where the first records are older', () => {
    fc.assert(
      fc.property(someStream, ({ records, older }) => {
        expect(headOf(records)?.isWritten).toBe(older < records.length)
      }),
    )
  })

  it.each(Object.keys(changes))('shows that anything was changed: %s', (what) => {
    fc.assert(
      fc.property(someStream, fc.nat(), ({ records }, n) => {
        const kept = headOf(records)
        const at = n % records.length
        const changed = records.map((one, i) => (i === at ? (changes[what]?.(one) ?? one) : one))
        const head = headOf(changed)
        // What comes before the first written proof shows by that one, or by a head that was kept.
        expect(head === undefined || head.proof !== kept?.proof).toBe(true)
        if (records.slice(at).some(({ meta }) => meta.proof !== undefined))
          expect(head).toBeUndefined()
      }),
    )
  })

  it('shows that a record is missing, stands twice, or stands elsewhere', () => {
    const records = stream([1, 2, 3, 4], 0)
    const [a, b, c, d] = records as [
      Stored.Provable,
      Stored.Provable,
      Stored.Provable,
      Stored.Provable,
    ]
    for (const other of [
      [a, c, d],
      [a, b, b, c, d],
      [b, a, c, d],
      [a, c, b, d],
    ])
      expect(headOf(other)).toBeUndefined()
  })

  it('may be missing in older records only', () => {
    const records = stream([1, 2, 3], 1)
    const { proof, ...meta } = records[2]?.meta ?? { command: uuid(1) }
    expect(proof).toBeDefined()
    expect(headOf(records)).toBeDefined()
    expect(headOf([...records.slice(0, 2), { ...record(3, 3), meta }])).toBeUndefined()
  })

  it('does not depend on the order of fields, which a store may change', () => {
    const { stream, revision, id, type, schema, data, meta } = record(1, 1)
    const turned = Object.fromEntries(Object.entries(data).reverse())
    const other = { meta, data: turned, schema, type, id, revision, stream }
    const proof = Stored.proofOf(sha256)
    expect(proof({}, other)).toBe(proof({}, record(1, 1)))
  })

  it('is the same for ever', () => {
    const first = Stored.proofOf(sha256)({}, record(1, 1))
    expect([first, Stored.proofOf(sha256)({ proof: first }, record(2, 1))]).toEqual([
      '071f949f3ece8a02bb44437464b79448d85b7b33170d32b2e745bdb5ae397234',
      'e8a1c4a1acff65fb3dfbda32b73d6607b8053f2222ee890386ad987e7159f4df',
    ])
  })
})
