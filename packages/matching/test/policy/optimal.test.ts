import { Criteria, Policy, Rule, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { resultOf } from '../judged.ts'
import { context, mentee, mentor, poolOf, seededPeople } from '../people.ts'

const criteria = Criteria.of(
  Rule.topicsMeet(),
  Rule.languagesMeet(),
  Rule.zonesOverlap({ hours: 2 }),
  Score.topics({ points: 20 }),
  Score.differentRegion({ points: 10 }),
  Score.differentDepartment({ points: 10 }),
  Score.waiting({ points: 1 }),
  Score.distance({ points: 3 }),
)

test('everybody is paired or told why not, once', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const pool = seededPeople(seed, 12)
    const result = Policy.optimal({ criteria, objective: 'participation-first' }).propose(
      pool,
      context,
    )
    if (E.isLeft(result)) return expect.fail(result.left.problem)
    const { pairs, unmatched } = result.right
    const told = [
      ...new Set(pairs.flatMap(({ mentor, mentee }) => [`mentor ${mentor}`, `mentee ${mentee}`])),
      ...unmatched.map(({ role, participant }) => `${role} ${participant}`),
    ]
    const all = [...pool.mentors, ...pool.mentees, ...pool.notReady]
    expect(told.sort()).toEqual(all.map(({ role, participant }) => `${role} ${participant}`).sort())
  }
})

test.each(['participation-first', 'score-first'] as const)(
  'a pair that reaches the threshold is admissible, one that does not is none: %s',
  (objective) => {
    const two = poolOf(
      [mentor(1, { attributes: { region: 'a' } })],
      [mentee(2, { attributes: { region: 'b' } })],
    )
    const of = (threshold: number) =>
      resultOf(
        Policy.optimal({
          criteria: Criteria.of(Score.differentRegion({ points: 10 })),
          objective,
          threshold,
        }),
        two,
      )
    expect(of(10).pairs).toHaveLength(1)
    expect(of(11).pairs).toHaveLength(0)
    expect(of(11).unmatched.map(({ reason }) => reason)).toEqual([
      'below-threshold',
      'below-threshold',
    ])
    const forbidden = [{ first: mentor(1).participant, second: mentee(2).participant }]
    const policy = Policy.optimal({ criteria: Criteria.empty, objective, threshold: 11 })
    expect(resultOf(policy, { ...two, forbidden }).unmatched.map(({ reason }) => reason)).toEqual([
      'not-admissible',
      'not-admissible',
    ])
  },
)
