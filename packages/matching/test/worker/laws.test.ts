import { policyInWorker } from '@reverse-mentoring/matching/worker'
import { arbitraryPool, asyncPolicyLaws, type Law } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import optimal from './policy/optimal.ts'

/** Each answer takes a thread: in short two laws are tried, on one pool. */
const isFull = process.env['FULL'] === '1'

const lawsOf = async (name: string): Promise<ReadonlyArray<Law>> => {
  const policy = await policyInWorker({ module: new URL(`policy/${name}.ts`, import.meta.url) })()
  if (E.isLeft(policy)) return expect.fail(policy.left.problem)
  const options = { numRuns: isFull ? 3 : 1, seed: 5, scores: optimal.scores }
  return asyncPolicyLaws(policy.right, arbitraryPool({ most: 5 }), options)
}

const inShort = /^INV(29|30 runs)/

describe('a policy in a worker', () => {
  test('keeps the laws', { timeout: 300_000 }, async () => {
    const laws = (await lawsOf('optimal')).filter(({ name }) => isFull || inShort.test(name))
    expect(laws.length).toBeGreaterThan(1)
    for (const { name, check } of laws)
      expect([name, await check()]).toEqual([name, E.right(undefined)])
  })

  // What is broken is made smaller for some seconds.
  test.runIf(isFull)('breaks the one that it breaks', async () => {
    const law = (await lawsOf('forgets')).find(({ name }) => name.startsWith('INV29 '))
    const told = expect.stringContaining('on the pool') as string
    expect(await law?.check()).toEqual(E.left(told))
  })
})
