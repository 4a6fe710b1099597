import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { candidate, poolOf, resultOf } from './people.ts'

const pool = poolOf([candidate('mentor', 1)], [candidate('mentee', 11)])
const context = { seed: 7, asOf: pool.mentors[0]!.waitingSince }
const secret = (): never => {
  throw new RangeError('of Ada')
}

describe('A policy that is asked', () => {
  test('for a result gives what it proposes of the pool', () => {
    const propose: Port.MatchingPolicy['propose'] = (seen, given) =>
      E.right(
        resultOf([], [{ ...seen.mentees[0]!, reason: given === context ? 'limit' : 'struck' }]),
      )
    const answer = Matching.askPolicy({ propose }, pool, context)
    expect(answer).toEqual(propose(pool, context))
    expect(E.isRight(answer)).toBe(true)
  })

  test('for a result and gives something else has failed', () => {
    const propose = (() => 'nothing') as unknown as Port.MatchingPolicy['propose']
    expect(Matching.askPolicy({ propose }, pool, context)).toEqual(
      E.left({
        _tag: 'PolicyFailure',
        kind: 'broken',
        problem:
          'the policy answers with something that is no result: it is a text, and not a Right or a Left',
      }),
    )
  })

  test('for its scores says what it thinks of the pool', () => {
    const scores: NonNullable<Port.MatchingPolicy['scores']> = (seen) =>
      E.right({ score: () => seen.mentors.length })
    const said = Matching.askScores({ scores }, pool, context)
    expect(E.isRight(said) && said.right.score(pool.mentors[0]!, pool.mentees[0]!)).toBe(1)
  })

  test('and throws has failed, and tells what it threw only in development', () => {
    const failed = E.left({
      _tag: 'PolicyFailure',
      kind: 'broken',
      problem: 'the policy threw (RangeError)',
    })
    const policy = { propose: secret, scores: secret }
    expect(Matching.askPolicy(policy, pool, context)).toEqual(failed)
    expect(Matching.askScores(policy, pool, context)).toEqual(failed)
    const shown = E.left(
      expect.objectContaining({ thrown: expect.stringContaining('of Ada') as string }),
    )
    const development = { ...context, development: true }
    expect(Matching.askPolicy(policy, pool, development)).toEqual(shown)
    expect(Matching.askScores(policy, pool, development)).toEqual(shown)
  })
})
