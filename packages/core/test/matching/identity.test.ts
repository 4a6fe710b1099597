import { Matching, type Event, type Port, type Values } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const code = (text: string) => text as Values.Code
const who = (n: number) =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Values.ParticipantId

const names = ['gender', 'class', 'constructor'].map(code)
const attributes: fc.Arbitrary<Port.Attributes> = fc.dictionary(
  fc.constantFrom(...names),
  fc.constantFrom('a', 'b', true),
)
const rules: fc.Arbitrary<ReadonlyArray<Event.MatchingRule>> = fc.uniqueArray(
  fc.record(
    {
      code: fc.constantFrom('one', 'two', 'three', 'constructor').map(code),
      disclosure: fc.constant('none' as const),
      legalBasis: fc.constant(code('consent')),
      attributes: fc.subarray(names),
    },
    { requiredKeys: ['code', 'disclosure'], noNullPrototype: true },
  ),
  { selector: (rule) => rule.code },
)
const people = fc
  .array(fc.record({ identity: attributes, hasAgreed: fc.boolean() }), { maxLength: 4 })
  .map((some) => some.map((one, n): Matching.Identified => ({ ...one, participant: who(n) })))
const uses: fc.Arbitrary<ReadonlyArray<Port.IdentityUse>> = fc.array(
  fc.record({
    rule: fc.constantFrom('one', 'two', 'constructor', 'unknown').map(code),
    attributes: fc.subarray(names),
  }),
)

const poolOf = (
  recorded: ReadonlyArray<Event.MatchingRule>,
  identified: ReadonlyArray<Matching.Identified>,
): Matching.ReadingPool => ({
  ...{ mentors: [], mentees: [], notReady: [], locked: [], forbidden: [] },
  ...{ mode: 'reverse', sameManager: 'allowed', rules: recorded },
  identity: Matching.readableIdentity(recorded, identified),
})

/** INV39, said once more: whether a rule may read an attribute of somebody. */
const mayRead = (
  recorded: ReadonlyArray<Event.MatchingRule>,
  rule: string,
  { hasAgreed }: Matching.Identified,
  name: Values.Code,
): boolean => {
  const found = recorded.find((one) => one.code === rule)
  if (found?.legalBasis === undefined) return false
  return hasAgreed || found.attributes?.includes(name) === true
}

describe('INV39 what a policy is handed of identity', () => {
  test('is what its rules say they read, of who agreed or where the legal basis covers it', () => {
    fc.assert(
      fc.property(rules, people, uses, (recorded, identified, reads) => {
        const pool = Matching.poolFor({ reads }, poolOf(recorded, identified))
        for (const rule of ['one', 'two', 'three', 'constructor', 'unknown'].map(code)) {
          for (const one of identified) {
            const read = Matching.identityOf(pool, rule, one.participant)
            for (const name of names) {
              const isNamed = reads.some(
                (use) => use.rule === rule && use.attributes.includes(name),
              )
              const isThere = isNamed && mayRead(recorded, rule, one, name)
              const known = Object.hasOwn(one.identity, name) ? one.identity[name] : undefined
              const seen = Object.hasOwn(read, name) ? read[name] : undefined
              expect(seen).toEqual(isThere ? known : undefined)
            }
          }
        }
      }),
    )
  })

  test('does not change with what else the directory knows', () => {
    fc.assert(
      fc.property(rules, people, uses, attributes, (recorded, identified, reads, other) => {
        const changed = identified.map((one) => {
          const isRead = (name: Values.Code) =>
            reads.some(
              ({ rule, attributes: some }) =>
                some.includes(name) && mayRead(recorded, rule, one, name),
            )
          const mine = (from: Port.Attributes, isKept: boolean) =>
            Object.entries(from).filter(([name]) => isRead(code(name)) === isKept)
          const identity = Object.fromEntries([...mine(one.identity, true), ...mine(other, false)])
          return { ...one, identity }
        })
        const seen = (some: typeof identified) =>
          Matching.poolFor({ reads }, poolOf(recorded, some))
        expect(seen(changed)).toEqual(seen(identified))
      }),
    )
  })

  test('is nothing, not even a field, where it says that it reads none, or what makes no sense', () => {
    const recorded = [
      { code: code('one'), disclosure: 'none' as const, legalBasis: code('consent') },
    ]
    const identity = { gender: 'a' }
    const pool = poolOf(recorded, [{ participant: who(1), identity, hasAgreed: true }])
    expect(pool.identity).toEqual({ one: { [who(1)]: identity } })
    const odd = ['one', [{ rule: 'one' }], [{ rule: 'one', attributes: 'gender' }], { one: 1 }]
    for (const reads of [undefined, [], ...odd])
      expect(Matching.poolFor({ reads } as never, pool)).not.toHaveProperty('identity')
  })
})
