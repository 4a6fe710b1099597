import type { Port } from '@reverse-mentoring/core'
import { arbitraryPool, policyLaws } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { faults } from './policy/faults.ts'
import { greedy, optimal, random, stable } from './policy/sound.ts'

const lawsOf = (policy: Port.MatchingPolicy) =>
  policyLaws(policy, arbitraryPool(), { numRuns: 200 })

const sound = { greedy, random, optimal, stable }

describe.each(Object.entries(sound))('%s keeps its laws', (_, policy) => {
  test.each(lawsOf(policy))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})

const names = Object.values(sound).flatMap((policy) => lawsOf(policy).map(({ name }) => name))

test.each(names)('%s has planted faults', (name) => {
  expect(Object.keys(faults).filter((beginning) => name.startsWith(beginning))).toHaveLength(1)
})

describe.each(Object.entries(faults))('%s', (beginning, policies) => {
  test.each(Object.entries(policies))('is broken by: %s', async (_, policy) => {
    const law = lawsOf(policy).find(({ name }) => name.startsWith(beginning))
    expect(await law?.check()).toEqual(E.left(expect.any(String)))
  })
})

/** Everybody in the pool that a broken law tells. */
const peopleIn = (told: string): number =>
  new Set([...told.matchAll(/"participant":"([^"]+)"/g)].map(([, id]) => id)).size

const needingFew = Object.entries(faults).flatMap(([beginning, policies]) =>
  /^INV(29|33 everybody)/.test(beginning)
    ? Object.entries(policies).map(([fault, policy]) => [beginning, fault, policy] as const)
    : [],
)

test.each(needingFew)('%s shrinks to three people at most: %s', async (beginning, _, policy) => {
  const laws = policyLaws(policy, arbitraryPool(), { numRuns: 200, seed: 1 })
  const law = laws.find(({ name }) => name.startsWith(beginning))
  const told = await law?.check()
  const text = told !== undefined && E.isLeft(told) ? told.left : ''
  expect(text).toMatch(/\(policyLaws: seed -?\d+, path "[\d:]+"; /)
  expect(peopleIn(text)).toBeLessThanOrEqual(3)
  expect(text.split('\n').length).toBeLessThan(30)
})

test('people are taken away whoever made the pool', async () => {
  const [large] = fc
    .sample(arbitraryPool({ most: 12 }), { numRuns: 30, seed: 3 })
    .toSorted((a, b) => b.mentors.length + b.mentees.length - a.mentors.length - a.mentees.length)
  const policy = faults['INV29 ']!['it pairs equals']!
  const [law] = policyLaws(policy, fc.constant(large!))
  const told = await law?.check()
  expect(large!.mentors.length + large!.mentees.length).toBeGreaterThan(12)
  expect(peopleIn(told !== undefined && E.isLeft(told) ? told.left : 'x'.repeat(9))).toBe(2)
})

test('a broken law shows the pool that breaks it', async () => {
  const law = lawsOf(faults['INV29 ']!['it pairs who is barred']!)[0]
  const told = await law?.check()
  expect(told).toMatchObject({ _tag: 'Left' })
  expect(JSON.stringify(told)).toMatch(/a pair that the cohort forbids.*on the pool.*forbidden/)
})

test('a policy that throws is told with where it threw', async () => {
  const told = await lawsOf(faults['INV29 ']!['it throws']!)[0]?.check()
  expect(JSON.stringify(told)).toMatch(/the policy threw \(Error\)\\nError: no\\n.*faults\.ts:\d+/)
})

const toldOf = async (policy: Port.MatchingPolicy, beginning: string, numRuns = 20) => {
  const laws = policyLaws(policy, arbitraryPool(), { numRuns, seed: 5 })
  const told = await laws.find(({ name }) => name.startsWith(beginning))?.check()
  return told !== undefined && E.isLeft(told) ? told.left : ''
}

test.each([1, 20])('one that proposes nothing is caught in %d runs', async (numRuns) => {
  const [policy] = Object.values(faults['INV33 somebody']!)
  expect(await toldOf(policy!, 'INV33 somebody', numRuns)).toMatch(
    /^nobody is proposed in any of \d\d pools in which the cohort allows somebody a pair$/,
  )
})

test('what is wrong with a result is a sentence, about whom', async () => {
  const forbidden = await toldOf(faults['INV29 ']!['it pairs who is barred']!, 'INV29 ', 200)
  expect(forbidden).toMatch(/^a pair that the cohort forbids: mentor [\w-]+, mentee [\w-]+\n/)
  const struck = await toldOf(faults['INV33 everybody']!['everybody was struck']!, 'INV33 every')
  expect(struck).toMatch(/^a reason that does not hold: (mentor|mentee) [\w-]+, “struck”\n/)
})

test.each([
  ['nothing', undefined, 'no result: it is undefined, and not a Right or a Left'],
  ['a word', E.right('pairs'), 'no result: it is a text, and not a result'],
  ['a promise', Promise.resolve(), 'the policy answers with a promise, which is no result yet'],
])('one that answers with %s is told so by every law', async (_, answer, how) => {
  const policy = { ...random, propose: () => answer as never }
  for (const { check } of policyLaws(policy, arbitraryPool(), { numRuns: 1 }))
    expect(await check()).toMatchObject({ left: expect.stringContaining(how) as string })
})
