import { type Matching, type Port, type Values } from '@reverse-mentoring/core'
import { explainFailure, failureKind, systemSources } from '@reverse-mentoring/runtime'
import { memoryDirectory } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  at,
  code,
  cohort,
  enrol,
  given,
  got,
  open,
  opened,
  participant,
  ports,
  tags,
} from '../scene.ts'
import { inOrder, later, never, peopled } from './scene.ts'

const asked = { cohort, seed: 7, asOf: at(3) }
const cancelled = E.left({ _tag: 'Cancelled' })
const closed = { left: { _tag: 'Unavailable', reason: 'this engine was closed' } }

/** A policy that answers when it is told to, and tells what it was handed. */
const held = () => {
  const watches: Array<Port.Watch> = []
  const answers: Array<() => void> = []
  const policy = later((pool, _context, watch) => {
    watches.push(watch)
    return new Promise((done) => answers.push(() => done(E.right(inOrder(pool)))))
  })
  const begun = async (count: number): Promise<void> => {
    for (let tries = 0; watches.length < count && tries < 500; tries += 1)
      await systemSources.pause(1)()
    expect(watches).toHaveLength(count)
  }
  return { policy, watches, answers, begun }
}

describe('a policy that answers later', () => {
  it('drafts what one that answers at once drafts', async () => {
    const engine = await peopled()
    const atOnce: Port.MatchingPolicy = {
      ...later(),
      propose: (pool) => E.right(inOrder(pool)),
    }
    const [one, other] = [
      got(await engine.draft({ ...asked, policy: atOnce })()),
      got(await engine.draft({ ...asked, policy: later() })()),
    ]
    expect(other.pairs).toHaveLength(2)
    expect({ ...other, basedOn: '' }).toEqual({ ...one, basedOn: '' })
  })

  it.each([
    ['rejects', () => Promise.reject(new RangeError('Alice')), 'the policy threw (RangeError)'],
    [
      'throws',
      () => {
        throw new RangeError('Alice')
      },
      'the policy threw (RangeError)',
    ],
    [
      'answers with nothing',
      () => Promise.resolve(undefined),
      'the policy answers with something that is no result: it is undefined, and not a Right or a Left',
    ],
    [
      'answers with half a result',
      () => Promise.resolve(E.right({ pairs: [] })),
      'the policy answers with something that is no result: unmatched is undefined, and not a list',
    ],
    [
      'is a thenable that throws',
      () => ({
        then: () => {
          throw new RangeError('Alice')
        },
      }),
      'the policy threw (RangeError)',
    ],
  ])('fails with a value where it %s', async (_how, propose, problem) => {
    const engine = await peopled()
    const policy = later(propose as never)
    expect(await engine.draft({ ...asked, policy })()).toEqual(
      E.left({ _tag: 'PolicyFailure', kind: 'broken', problem }),
    )
    const answer = await engine.draft({ ...asked, policy, development: true })()
    if (problem.includes('threw'))
      expect(answer).toMatchObject({ left: { thrown: expect.stringContaining('Alice') as string } })
  })

  it('never has a pair that the cohort forbids drafted', async () => {
    const engine = await peopled()
    const policy = later((pool) => {
      const { mentors, mentees } = pool
      return Promise.resolve(E.right(inOrder({ ...pool, mentors: mentees, mentees: mentors })))
    })
    expect(await engine.draft({ ...asked, policy })()).toMatchObject({
      left: { _tag: 'PolicyFailure', pair: { mentor: participant(2) } },
    })
  })

  it('sees the identity that it reads and may, and no other; and its draft tells what it saw (INV39)', async () => {
    const directory = memoryDirectory()
    const engine = await opened({ ...ports(), directory })
    const basis = { disclosure: 'none', legalBasis: code('law') } as const
    const rules = [{ code: code('topics'), ...basis, attributes: [code('gender')] }]
    await given(engine, { ...open, codes: { ...open.codes, rules } }, enrol(1), enrol(2))
    const known = (gender: string) =>
      directory.putPeople([
        {
          participant: participant(1),
          ...{ name: 'A name', attributes: {} },
          identity: { gender, faith: 'none' },
        },
      ])()
    await known('woman')
    const seen: Array<Matching.ReadingPool> = []
    const looking = (reads?: Port.MatchingPolicy['reads']) => ({
      ...later((pool) => {
        seen.push(structuredClone(pool))
        // Whatever it does to what it was handed, the digest is of what it saw.
        Object.assign(pool, { mode: 'nonsense', identity: {} })
        for (const one of pool.mentors) Object.assign(one, { seniority: 99 })
        return Promise.resolve(E.right(inOrder(pool)))
      }),
      ...(reads !== undefined && { reads }),
    })
    const digest = async (reads?: Port.MatchingPolicy['reads']) =>
      got(await engine.draft({ ...asked, policy: looking(reads) })()).digest
    const gender = [{ rule: code('topics'), attributes: ['gender', 'class'] }]
    const [none, some] = [await digest(), await digest(gender)]
    expect(JSON.stringify(seen[0])).not.toContain('woman')
    expect(seen[1]?.identity).toEqual({ topics: { [participant(1)]: { gender: 'woman' } } })
    await known('man')
    expect([await digest(), await digest(gender)]).toEqual([none, expect.not.stringMatching(some)])
  })
})

describe('a draft under way', () => {
  it('is cancelled at once, whatever the policy does, which is told', async () => {
    const engine = await peopled()
    const { policy, watches, begun } = held()
    const stop = new AbortController()
    const drafting = engine.draft({ ...asked, policy, signal: stop.signal })()
    await begun(1)
    expect(watches[0]?.signal?.aborted).toBe(false)
    stop.abort()
    const answer = await drafting
    expect(answer).toEqual(cancelled)
    expect(watches[0]?.signal?.aborted).toBe(true)
    if (E.isLeft(answer)) expect(explainFailure(answer.left)).toMatch(/stopped .* nothing came/)
    expect(failureKind({ _tag: 'Cancelled' })).toBe('unavailable')
  })

  it('is not begun where the signal was given before', async () => {
    const engine = await peopled()
    const { policy, watches } = held()
    expect(await engine.draft({ ...asked, policy, signal: AbortSignal.abort() })()).toEqual(
      cancelled,
    )
    expect(watches).toEqual([])
  })

  it('is over at its deadline, and says whose fault that is', async () => {
    const engine = await peopled({ draftsAtOnce: 1 })
    const policy = later(never)
    const long = engine.draft({ ...asked, policy, deadline: 60 })()
    const waiting = engine.draft({ ...asked, policy, deadline: 30 })()
    expect(await waiting).toEqual(
      E.left({ _tag: 'Unavailable', reason: 'the policy could not be asked within 30 ms' }),
    )
    expect(await long).toEqual(
      E.left({
        _tag: 'PolicyFailure',
        kind: 'unavailable',
        problem: 'the policy gave no answer within 60 ms',
      }),
    )
    expect(tags([await engine.draft({ ...asked, policy: later() })()])).toEqual(['ok'])
  })

  it('ends when the engine is closed', async () => {
    const engine = await peopled({ draftsAtOnce: 1 })
    const { policy, watches, begun } = held()
    const drafts = [engine.draft({ ...asked, policy })(), engine.draft({ ...asked, policy })()]
    await begun(1)
    await engine.close()
    for (const answer of await Promise.all(drafts)) expect(answer).toMatchObject(closed)
    expect(watches.map(({ signal }) => signal?.aborted)).toEqual([true])
    expect(await engine.draft({ ...asked, policy })()).toMatchObject(closed)
  })

  it('waits for its turn while as many as may be are made', async () => {
    const engine = await peopled({ draftsAtOnce: 2 })
    const { policy, watches, answers, begun } = held()
    const stop = new AbortController()
    const drafts = [1, 2, 3, 4].map(() => engine.draft({ ...asked, policy })())
    const unwanted = engine.draft({ ...asked, policy, signal: stop.signal })()
    await begun(2)
    stop.abort()
    expect(await unwanted).toEqual(cancelled)
    expect(watches).toHaveLength(2)
    answers[1]?.()
    await begun(3)
    answers[0]?.()
    await begun(4)
    for (const answer of answers.slice(2)) answer()
    expect(tags(await Promise.all(drafts))).toEqual(['ok', 'ok', 'ok', 'ok'])
  })

  it('tells how far it is: upwards, until it is over, and a listener that throws hurts nobody', async () => {
    const engine = await peopled()
    const told: Array<number> = []
    let tell: Port.Watch['onProgress']
    const policy = later((pool, _context, { onProgress }) => {
      tell = onProgress
      for (const done of [0, 0.5, 0.2, Number.NaN, 2, 0.5, 0.75]) onProgress?.(done)
      return Promise.resolve(E.right(inOrder(pool)))
    })
    const onProgress = (done: number): void => {
      told.push(done)
      throw new Error('the listener’s own')
    }
    expect(tags([await engine.draft({ ...asked, policy, onProgress })()])).toEqual(['ok'])
    tell?.(1)
    expect(told).toEqual([0, 0.5, 0.75])
  })

  it('of a policy that answers at once is told and stopped too, where it looks', async () => {
    const engine = await peopled()
    const stop = new AbortController()
    let steps = 0
    const policy: Port.MatchingPolicy = {
      ...later(),
      propose: (pool, _context, { onProgress, signal } = {}) => {
        for (steps = 1; steps <= 10; steps += 1) {
          onProgress?.(steps / 10)
          if (signal?.aborted === true) return E.left({ _tag: 'PolicyFailure', problem: 'stopped' })
        }
        return E.right(inOrder(pool))
      },
    }
    const onProgress = (done: number): void => {
      if (done >= 0.3) stop.abort()
    }
    expect(await engine.draft({ ...asked, policy, onProgress, signal: stop.signal })()).toEqual(
      cancelled,
    )
    expect(steps).toBe(3)
  })

  it.each([
    ['signal', { signal: 'stop' }],
    ['onProgress', { onProgress: 'tell' }],
    ['deadline', { deadline: 0 }],
  ])('is not asked for with a wrong %s', async (named, wrong) => {
    const engine = await peopled()
    expect(await engine.draft({ ...asked, policy: later(), ...wrong } as never)()).toMatchObject({
      left: { _tag: 'Misused', reason: expect.stringContaining(named) as string },
    })
  })

  it('is bounded by a number that can be', async () => {
    await expect(opened({ draftsAtOnce: 0 })).rejects.toThrow('draftsAtOnce')
  })
})

describe('the version of a policy that answers later', () => {
  it('is the one that is recorded', async () => {
    const engine = await peopled()
    const policy = { ...later(), version: '9' as Values.Version }
    expect(got(await engine.draft({ ...asked, policy })()).policy).toEqual({
      id: code('first-come'),
      version: '9',
    })
  })
})
