import { Criteria, Policy, Score } from '@reverse-mentoring/matching'
import { runInWorker } from '@reverse-mentoring/matching/worker'
import * as E from 'fp-ts/lib/Either.js'
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { resultOf } from '../judged.ts'
import { context, mentee, mentor, poolOf, seededPeople } from '../people.ts'
import policy from './fixture.ts'

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

describe('a run in a thread of its own', () => {
  const module = new URL('fixture.ts', import.meta.url)

  test('finds what the policy proposes', async () => {
    const run = runInWorker({ module, pool: seededPeople(3, 20), context })
    expect(await run()).toEqual(policy.propose(seededPeople(3, 20), context))
  })

  test('stops when told to, before and during', async () => {
    expect(await runInWorker({ module, pool, context, signal: AbortSignal.abort() })()).toEqual(
      cancelled,
    )
    const stop = new AbortController()
    const run = runInWorker({ module, pool, context, signal: stop.signal })()
    stop.abort()
    expect(await run).toEqual(cancelled)
  })

  test('goes well in a program that was handed to Node as a text', () => {
    const code = `
      import { runInWorker } from '@reverse-mentoring/matching/worker'
      const pool = { mentors: [], mentees: [], edges: [], pairs: [] }
      const context = { seed: 1, asOf: '2026-03-01T10:00:00.000Z' }
      const answer = await runInWorker({ module: new URL(process.argv[1]), pool, context })()
      process.stdout.write(JSON.stringify(answer))`
    const args = ['--no-warnings', '--input-type=module', '--eval', code, module.href]
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    })
    expect(stderr + stdout).not.toContain('thread threw')
    expect(stdout).not.toBe('')
  })

  test('fails where there is no such module, and where it has no policy', async () => {
    for (const name of ['nowhere.ts', '../people.ts']) {
      const run = runInWorker({ module: new URL(name, import.meta.url), pool, context })
      expect(await run()).toMatchObject({ _tag: 'Left', left: { _tag: 'PolicyFailure' } })
    }
  })
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
