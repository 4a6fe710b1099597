import type { Matching, Port } from '@reverse-mentoring/core'
import { Criteria, Policy, type Rule, type Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'
import { context, poolOf } from './people.ts'

const scoreOf = (
  part: Rule.Rule | Score.Score,
  mentor: Matching.Candidate,
  mentee: Matching.Candidate,
  more: Partial<Matching.MatchingPool>,
): number | undefined => {
  const pool = poolOf([mentor], [mentee], more)
  const policy = Policy.greedy({ criteria: Criteria.of(part) })
  const scores = policy.scores(pool, context)
  if (E.isLeft(scores)) return expect.fail(JSON.stringify(scores))
  const single = scores.right.score(mentor, mentee)
  const result = policy.propose(pool, context)
  if (E.isLeft(result)) return expect.fail(result.left.problem)
  expect(result.right.pairs.map(({ score }) => score)).toEqual(single === undefined ? [] : [single])
  return single
}

/** Whether a rule lets two people be paired, who could be but for it; a row of one and a single pair agree. */
export const allows = (
  rule: Rule.Rule,
  mentor: Matching.Candidate,
  mentee: Matching.Candidate,
  more: Partial<Matching.MatchingPool> = {},
): boolean => scoreOf(rule, mentor, mentee, more) !== undefined

/** The points that a score gives two people. */
export const points = (
  score: Score.Score,
  mentor: Matching.Candidate,
  mentee: Matching.Candidate,
  more: Partial<Matching.MatchingPool> = {},
): number | undefined => scoreOf(score, mentor, mentee, more)

/** The failure of a policy on a pool. */
export const failureOf = (
  policy: Port.MatchingPolicy,
  pool: Matching.MatchingPool,
): Port.PolicyFailure => {
  const result = policy.propose(pool, context)
  return E.isLeft(result) ? result.left : expect.fail('no failure')
}

/** The result of a policy on a pool. */
export const resultOf = (
  policy: Port.MatchingPolicy,
  pool: Matching.MatchingPool,
): Matching.MatchingResult => {
  const result = policy.propose(pool, context)
  return E.isRight(result) ? result.right : expect.fail(result.left.problem)
}
