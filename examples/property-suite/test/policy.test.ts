import type { Matching, Port } from '@reverse-mentoring/core'
import { arbitraryPool, policyLaws, Scene } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { areApart, policyWith } from '../src/own-policy.ts'

const policy = policyWith(areApart)

/** A pair of one team that a policy proposes. */
const within = (tried: Port.MatchingPolicy, pool: Matching.MatchingPool): string | undefined => {
  const byId = (side: ReadonlyArray<Matching.Candidate>) =>
    new Map(side.map((one) => [one.participant, one]))
  const [mentors, mentees] = [byId(pool.mentors), byId(pool.mentees)]
  const result = tried.propose(pool, { seed: 1, asOf: Scene.at(24) })
  const pairs = E.isRight(result) ? result.right.pairs : []
  const wrong = pairs.find(({ mentor, mentee }) => {
    const [one, other] = [mentors.get(mentor), mentees.get(mentee)]
    return one !== undefined && other !== undefined && areApart(one, other) === false
  })
  return wrong && `${wrong.mentor} and ${wrong.mentee} are of one team`
}

const isKeptBy = (tried: Port.MatchingPolicy): boolean =>
  !fc.check(
    fc.property(arbitraryPool(), (pool) => within(tried, pool) === undefined),
    { numRuns: 200, seed: 8 },
  ).failed

describe("A matching policy of one's own", () => {
  test.each(policyLaws(policy, arbitraryPool()))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })

  test('nobody is paired within a team', () => {
    expect(isKeptBy(policy)).toBe(true)
  })

  test('where the rule is forgotten, somebody is', () => {
    expect(isKeptBy(policyWith(() => true))).toBe(false)
  })

  test('where the unknown excludes, a law is broken', async () => {
    const strict = policyWith((a, b) => areApart(a, b) ?? false)
    const broken = await Promise.all(
      policyLaws(strict, arbitraryPool()).map(async ({ name, check }) =>
        E.isLeft(await check()) ? name : '',
      ),
    )
    expect(broken.join('')).toMatch(/^INV39 what is unknown excludes nobody/)
  })
})
