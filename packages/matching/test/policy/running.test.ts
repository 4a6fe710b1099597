import type { Port } from '@reverse-mentoring/core'
import { Criteria, Policy, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { resultOf } from '../judged.ts'
import { context, mentee, mentor, poolOf } from '../people.ts'
import policy from '../worker/policy/optimal.ts'

const cancelled = E.left({ _tag: 'Cancelled' })
const pool = poolOf(
  Array.from({ length: 60 }, (_, n) => mentor(1 + n)),
  Array.from({ length: 60 }, (_, n) => mentee(101 + n)),
)

describe('a run here and now', () => {
  test('tells how far it is, and finds what the policy proposes', () => {
    const seen: Array<number> = []
    const result = Policy.runPolicy(policy, pool, context, {
      onProgress: (done) => seen.push(done),
    })
    expect(result).toEqual(policy.propose(pool, context))
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.every((done, i) => done >= (seen[i - 1] ?? 0) && done <= 1)).toBe(true)
  })

  test('stops when told to, before and during', () => {
    expect(Policy.runPolicy(policy, pool, context, { signal: AbortSignal.abort() })).toEqual(
      cancelled,
    )
    const stop = new AbortController()
    const onProgress = () => stop.abort()
    expect(Policy.runPolicy(policy, pool, context, { signal: stop.signal, onProgress })).toEqual(
      cancelled,
    )
  })
})

test('a policy that proposes otherwise is the one that is run, whatever it was made from', () => {
  const mine: Port.MatchingPolicy = {
    ...policy,
    propose: () => E.left({ _tag: 'PolicyFailure', problem: 'mine' }),
  }
  const answer = E.left({ _tag: 'PolicyFailure', problem: 'mine' })
  expect(Policy.runPolicy(mine, pool, context)).toEqual(answer)
  expect(Policy.runPolicy(mine, pool, context, { onProgress: () => undefined })).toEqual(answer)
})

test('one of one’s own tells how far it is, and is stopped, as what it was made from', () => {
  const stop = new AbortController()
  const onProgress = () => stop.abort()
  const watch = { signal: stop.signal, onProgress }
  expect(Policy.runPolicy(Policy.own(policy), pool, context, watch)).toEqual(cancelled)
})

test('newcomers are placed beside locked pairings, which stay', () => {
  const criteria = Criteria.of(Score.waiting({ points: 1 }))
  const optimal = Policy.optimal({ criteria, objective: 'participation-first' })
  const before = resultOf(optimal, pool)
  const locked = before.pairs.map(({ mentor: junior, mentee: senior }) => ({
    mentor: junior,
    mentee: senior,
  }))
  const running = poolOf([mentor(901)], [mentee(902), mentee(903)], { locked })
  const after = resultOf(optimal, running)
  expect(after.pairs.map((pair) => pair.mentor)).toEqual([mentor(901).participant])
  expect(after.unmatched).toHaveLength(1)
  expect(after.unmatched[0]).toMatchObject({ reason: 'too-few-places' })
})
