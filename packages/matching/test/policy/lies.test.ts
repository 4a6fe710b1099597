import { Matching, type Port } from '@reverse-mentoring/core'
import { Criteria, Limit, Policy, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { codeOf, context, mentee, mentor, person, poolOf } from '../people.ts'

const pool = poolOf([mentor(1), mentor(2)], [mentee(11), mentee(12), mentee(13)])
const limit = Limit.atMost({ code: codeOf('one-in-all'), of: 'mentee', pairs: 1 })
const criteria = Criteria.of(Score.topics({ points: 5 }), limit)
const policy = Policy.optimal({ criteria, objective: 'participation-first' })

const right = <A>(answer: E.Either<unknown, A>): A =>
  E.isRight(answer) ? answer.right : expect.fail(JSON.stringify(answer.left))

const result = right(policy.propose(pool, context))
const said = right(policy.scores(pool, context))
const objective = 'participation-first' as const

/** What is wrong with a result as it was changed. */
const told = (
  change: Partial<Matching.MatchingResult>,
  judging: Matching.Judging = { ...said, objective },
): unknown => {
  const verified = Matching.verifyResult(pool, { ...result, ...change }, judging)
  return E.isLeft(verified) ? verified.left : undefined
}

const reasons = (change: Readonly<Record<string, unknown>>) => ({
  unmatched: result.unmatched.map((one) => ({ ...one, ...change })),
})

describe('verifyResult is not told', () => {
  test('anything, and takes the truth', () => {
    expect(told({})).toBeUndefined()
    expect(result.unmatched.map(({ reason }) => reason)).toEqual(['limit', 'limit', 'limit'])
  })

  test.each([
    ['no levels', { levels: new Array<Matching.Prices>(3) }],
    ['levels that are none', { levels: [undefined, undefined, undefined] }],
    ['nothing', {}],
    ['prices by name', { levels: [{ mentors: {}, mentees: {}, bonus: 0, first: 1 }] }],
  ])('a certificate of %s', (_, certificate) => {
    expect(told({ certificate: certificate as unknown as Matching.Certificate })).toEqual({
      _tag: 'BadResult',
      problem: 'a certificate that is none',
    })
  })

  test('reasons that nobody knows, or the limit of another reason, or of another limit', () => {
    for (const change of [
      { reason: 'gibberish' },
      { reason: 'places-serve-others-better' },
      { limit: 'another' },
    ])
      expect(told(reasons(change))).toMatchObject({ problem: 'a reason that does not hold' })
  })

  test('a bound that is none, or of fewer people', () => {
    const { worth } = result
    for (const bound of [
      { ...worth, people: 0 },
      { ...worth, score: Number.NaN },
    ])
      expect(told({ bound })).toMatchObject({ problem: 'a bound below the worth' })
  })

  test('pairs that must be, beyond a limit', () => {
    const pairs = [1, 2].map((n) => ({
      mentor: person(n),
      mentee: person(10 + n),
      score: 0,
      reasons: [],
    }))
    const left = [{ participant: person(13), role: 'mentee' as const, reason: 'limit' as const }]
    const beyond = { pairs, unmatched: left, worth: { pairs: 2, score: 0 } }
    const bound = beyond.worth
    expect(told({ ...beyond, bound }, { ...said, together: pairs })).toMatchObject({
      _tag: 'BadProblem',
      problem: 'bad limit',
    })
  })

  test.each([2 ** 32, 1.9, Number.NaN, Infinity])('that a pair is worth %d', (points) => {
    const judging: Port.PairScores = {
      score: (junior, senior) =>
        junior.participant === person(2) && senior.participant === person(13) ? points : 0,
    }
    expect(told({}, judging)).toMatchObject({ problem: 'negative score' })
  })
})

test('whether a limit or the spread keeps somebody out depends on no order', () => {
  const code = codeOf('one-of-first')
  const limits = [{ code, role: 'mentor' as const, people: [person(1)], atMost: 0 }]
  const costly = { score: () => 0, spread: 5, limits }
  const locked = [{ mentor: person(2), mentee: person(19) }]
  const juniors = [mentor(1), mentor(2)]
  for (const mentors of [juniors, [...juniors].reverse()]) {
    const here = { ...poolOf(mentors, [mentee(11)]), locked }
    const problem = Matching.problemOfPool(here, costly, 'score-first')
    const bad = (reason: 'limit' | 'spread') => {
      const unmatched = [
        { participant: person(1), role: 'mentor' as const, reason: 'limit' as const, limit: code },
        { participant: person(2), role: 'mentor' as const, reason: 'spread' as const },
        {
          participant: person(11),
          role: 'mentee' as const,
          reason,
          ...(reason === 'limit' && { limit: code }),
        },
      ]
      const empty = { pairs: [], unmatched, worth: { pairs: 0, score: 0 } }
      return Matching.badReason(here, empty, { ...costly, problem })
    }
    expect(bad('limit')).toBeUndefined()
    expect(bad('spread')).toMatchObject({ problem: 'a reason that does not hold' })
  }
})
