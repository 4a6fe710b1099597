import type { Matching } from '@reverse-mentoring/core'
import { Criteria, Policy } from '@reverse-mentoring/matching'
import { expect, test } from 'vitest'
import { resultOf } from '../judged.ts'
import { mentee, mentor, person, poolOf } from '../people.ts'

const criteria = Criteria.empty
const policies = [
  Policy.optimal({ criteria, objective: 'participation-first' }),
  Policy.stable({ criteria }),
  Policy.greedy({ criteria }),
  Policy.random({ criteria }),
]

const arePaired = (
  junior: Matching.Candidate,
  senior: Matching.Candidate,
  more: Partial<Matching.MatchingPool> = {},
): boolean => {
  const pairs = policies.map((policy) => resultOf(policy, poolOf([junior], [senior], more)).pairs)
  expect(new Set(pairs.map(({ length }) => length)).size).toBe(1)
  return pairs[0]!.length === 1
}

test('INV29 no built policy can switch off the rules of the domain', () => {
  const [manager, other] = [person(90), person(91)]
  expect(arePaired(mentor(1), mentee(2))).toBe(true)
  expect(arePaired(mentor(1), mentee(1))).toBe(false)
  expect(arePaired(mentor(1, { seniority: 9 }), mentee(2, { seniority: 9 }))).toBe(false)
  expect(arePaired(mentor(1, { chain: [manager, person(2)] }), mentee(2))).toBe(false)
  expect(arePaired(mentor(1), mentee(2, { chain: [person(1)] }))).toBe(false)
  const same = [mentor(1, { chain: [manager] }), mentee(2, { chain: [manager, other] })] as const
  expect(arePaired(...same)).toBe(true)
  expect(arePaired(...same, { sameManager: 'forbidden' })).toBe(false)
  expect(arePaired(mentor(1), mentee(2), { sameManager: 'forbidden' })).toBe(true)
  const pair = [person(1), person(2)] as const
  expect(
    arePaired(mentor(1), mentee(2), { forbidden: [{ first: pair[0], second: pair[1] }] }),
  ).toBe(false)
  expect(
    arePaired(mentor(1), mentee(2), { forbidden: [{ first: pair[1], second: pair[0] }] }),
  ).toBe(false)
  expect(arePaired(mentor(1), mentee(2), { locked: [{ mentor: pair[0], mentee: pair[1] }] })).toBe(
    false,
  )
})
