import { Cohort, Matching, type Port } from '@reverse-mentoring/core'
import { policyInWorker } from '@reverse-mentoring/matching/worker'
import { explainFailure, failureKind, type EngineFailure } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { at, cohort, participant } from '../scene.ts'
import { inOrder, later, never, peopled } from './scene.ts'

const toldOf = (answer: E.Either<EngineFailure, unknown>): readonly [string, string] =>
  E.isLeft(answer) ? [failureKind(answer.left), explainFailure(answer.left)] : ['none', '']

const themselves = ({ mentors: [first] }: Matching.MatchingPool): Matching.MatchingResult => {
  const { participant: mentor } = first ?? { participant: participant(1) }
  const pair = { mentor, mentee: mentor, score: 0, reasons: [] }
  return { ...inOrder({ mentors: [], mentees: [] } as never), pairs: [pair] }
}

type Case = readonly [kind: string, how: string, propose: (pool: Matching.MatchingPool) => unknown]

const no = { _tag: 'PolicyFailure', problem: 'no' }

describe('the kind of what a policy fails with', () => {
  it.each<Case>([
    ['invalid', 'says itself that it cannot', () => E.left(no)],
    ['invalid', 'calls its failure what no failure is', () => E.left({ ...no, kind: 'sunny' })],
    ['broken', 'throws', () => expect.fail('oh')],
    ['broken', 'answers with what is no result', () => 7],
    ['broken', 'proposes who may not be paired', (pool) => E.right(themselves(pool))],
    ['unavailable', 'is too late', never],
  ])('is %s where it %s', async (kind, _, propose) => {
    const engine = await peopled()
    const policy = later(propose as Port.AsyncMatchingPolicy['propose'])
    const drafting = engine.draft({ cohort, policy, seed: 1, asOf: at(3), deadline: 500 })
    const [told, sentence] = toldOf(await drafting())
    expect(told).toBe(kind)
    expect(sentence.includes('Try the same again later')).toBe(kind === 'unavailable')
  })

  it.each([
    ['invalid', 'refuses', `({ _tag: 'Left', left: { _tag: 'PolicyFailure', problem: 'no' } })`],
    ['broken', 'throws later', `new Promise(() => setTimeout(() => { throw new Error('oh') }))`],
    ['unavailable', 'exits', 'process.exit(0)'],
    ['unavailable', 'is too late', '{ for (;;); }'],
  ])('of one in a worker is %s where it %s', async (kind, how, propose) => {
    const code = `export const policy =
      { id: 'mine', version: '1', claims: {}, propose: () => ${propose} }`
    const module = new URL(`data:text/javascript,${encodeURIComponent(code)}`)
    const deadline = how === 'is too late' ? 1_000 : 60_000
    const policy = await policyInWorker({ module, deadline })()
    const pool = Matching.matchingPool(Cohort.noCohort, new Map())
    const [told] = toldOf(
      E.isLeft(policy) ? policy : await policy.right.propose(pool, { seed: 1, asOf: at(3) }, {}),
    )
    expect(told).toBe(kind)
  })
})
