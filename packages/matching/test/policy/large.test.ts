import { Matching } from '@reverse-mentoring/core'
import { Criteria, Policy, Rule, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { resultOf } from '../judged.ts'
import { codeOf, context, mentee, mentor, poolOf } from '../people.ts'
import { chance } from '../engine/pools.ts'

const below = chance(5)
const topics = Array.from({ length: 40 }, (_, n) => codeOf(`t${String(n)}`))
const some = () => [topics[below(40)]!, topics[below(40)]!]
const grade = () => ({
  attributes: { region: `r${String(below(3))}`, extraversion: below(11) },
  places: 1 + below(2),
})

/** More pairs than are listed one by one: from here on policies begin with candidates. */
const large = poolOf(
  Array.from({ length: 2010 }, (_, n) =>
    mentor(1 + n, { offered: some(), seniority: below(6), ...grade() }),
  ),
  Array.from({ length: 2010 }, (_, n) =>
    mentee(5001 + n, { sought: some(), seniority: 3 + below(6), ...grade() }),
  ),
)
const criteria = Criteria.of(
  Rule.topicsMeet(),
  Score.topics({ points: 20 }),
  Score.differentRegion({ points: 10 }),
  Score.trait({
    attribute: 'extraversion',
    scale: { least: 0, most: 10 },
    direction: 'similar',
    points: 3,
  }),
)

test.each(['participation-first', 'score-first'] as const)(
  'INV31 a large pool is solved from candidates, exactly: %s',
  (objective) => {
    const policy = Policy.optimal({ criteria, objective })
    const result = resultOf(policy, large)
    const scores = policy.scores(large, context)
    if (E.isLeft(scores)) return expect.fail('no scores')
    const judging = { score: scores.right.score, objective }
    expect(Matching.verifyResult(large, result, judging)).toEqual(E.right(result.worth))
  },
  60_000,
)

test('greedy and stable leave no pair of a large pool that both would rather have', () => {
  for (const policy of [Policy.greedy({ criteria }), Policy.stable({ criteria })]) {
    const { pairs } = resultOf(policy, large)
    const scores = policy.scores(large, context)
    if (E.isLeft(scores)) return expect.fail('no scores')
    const held = new Map<string, Array<number>>()
    for (const { mentor: junior, mentee: senior, score } of pairs)
      for (const id of [junior, senior]) held.set(id, [...(held.get(id) ?? []), score])
    const wants = ({ participant, places }: Matching.Candidate, score: number): boolean => {
      const own = held.get(participant) ?? []
      return own.length < places || Math.min(...own) < score
    }
    for (const senior of large.mentees.slice(0, 300))
      for (const junior of large.mentors) {
        const score = scores.right.score(junior, senior)
        if (score === undefined || !wants(junior, score) || !wants(senior, score)) continue
        if (
          pairs.some(
            (pair) => pair.mentor === junior.participant && pair.mentee === senior.participant,
          )
        )
          continue
        expect.fail(`${junior.participant} and ${senior.participant} would rather have each other`)
      }
  }
}, 60_000)

test('INV30 a permutation of a large pool changes nothing', () => {
  const policy = Policy.optimal({ criteria, objective: 'participation-first' })
  const turned = {
    ...large,
    mentors: [...large.mentors].reverse(),
    mentees: [...large.mentees].reverse(),
  }
  expect(resultOf(policy, turned)).toEqual(resultOf(policy, large))
}, 60_000)
