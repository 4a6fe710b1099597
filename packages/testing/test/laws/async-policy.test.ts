import { type Matching, type Port } from '@reverse-mentoring/core'
import { arbitraryPool, asyncPolicyLaws, policyLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { faults } from './policy/faults.ts'
import { optimal, stable } from './policy/sound.ts'

/** The same policy, whose answer takes a turn. */
const later = ({ scores: _scores, ...policy }: Port.MatchingPolicy): Port.AsyncMatchingPolicy => ({
  ...policy,
  propose: async (...asked) => {
    await setTimeout(0)
    return policy.propose(...asked)
  },
})

const options = { numRuns: 30, seed: 2 }

const toldOf = async (
  policy: Port.AsyncMatchingPolicy,
  beginning: string,
  more: Parameters<typeof asyncPolicyLaws>[2] = {},
): Promise<string> => {
  const laws = asyncPolicyLaws(policy, arbitraryPool(), { ...options, ...more })
  const told = await laws.find(({ name }) => name.startsWith(beginning))?.check()
  return told !== undefined && E.isLeft(told) ? told.left : ''
}

describe.each(Object.entries({ optimal, stable }))('%s, asked later, keeps', (_, policy) => {
  const scores = policy.scores!
  const laws = asyncPolicyLaws(later(policy), arbitraryPool(), { ...options, scores })
  test.each(laws)('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })

  test('and its laws are those of the same at once, and of runs that overlap', () => {
    const names = laws.map(({ name }) => name).filter((name) => !name.includes('overlap'))
    expect(names).toEqual(policyLaws(policy, arbitraryPool()).map(({ name }) => name))
    expect(laws).toHaveLength(names.length + 1)
  })
})

describe('one that is broken is caught', () => {
  test.each([
    ['INV29 ', 'it pairs equals'],
    ['INV30 the same pool', 'it looks at the calendar'],
    ['INV30 the order', 'who comes first decides'],
    ['INV33 everybody', 'it forgets somebody'],
    ['INV39 identity', 'it reads whatever there is'],
  ])('%s by: %s', async (beginning, fault) => {
    const told = await toldOf(later(faults[beginning]![fault]!), beginning, { numRuns: 200 })
    expect(told).toMatch(/\(asyncPolicyLaws: seed \d+, path "[\d:]+"; .*\) on the pool\n/)
  })

  test('it keeps the pool that it was asked of last', async () => {
    let asked: Matching.MatchingPool
    const policy: Port.AsyncMatchingPolicy = {
      ...later(optimal),
      claims: {},
      propose: async (pool, context) => {
        asked = pool
        await setTimeout(0)
        return optimal.propose(asked, context)
      },
    }
    expect(await toldOf(policy, 'INV30 the same pool')).toBe('')
    expect(await toldOf(policy, 'INV30 runs that overlap')).toMatch(/^beside another run, another/)
  })

  test('it never answers, and is told to stop', async () => {
    let stopped = 0
    const policy: Port.AsyncMatchingPolicy = {
      ...later(optimal),
      propose: (_pool, _context, { signal }) =>
        new Promise(() => {
          signal?.addEventListener('abort', () => (stopped += 1))
        }),
    }
    const told = await toldOf(policy, 'INV29 ', { deadline: 20, numRuns: 1 })
    expect(told).toMatch(/^propose was not answered in 0\.02 seconds\n/)
    expect(stopped).toBeGreaterThan(0)
  })

  test('it rejects, or claims what nobody can check', async () => {
    const rejects = { ...later(optimal), propose: () => Promise.reject(new RangeError('oh')) }
    expect(await toldOf(rejects, 'INV29 ')).toMatch(
      /^the policy fails: the policy threw \(RangeErr/,
    )
    expect(await toldOf(later(optimal), 'INV31 ')).toMatch(/^the policy claims `optimal` and does/)
  })

  test('it does not say what it claims', () => {
    const { claims: _claims, ...mute } = later(optimal)
    const told = 'the policy “optimal” does not say what it claims: write `claims: {}`'
    const given = mute as Port.AsyncMatchingPolicy
    expect(() => asyncPolicyLaws(given, arbitraryPool())).toThrow(`asyncPolicyLaws: ${told}`)
    expect(() => policyLaws(mute as never, arbitraryPool())).toThrow(`policyLaws: ${told}`)
  })
})
