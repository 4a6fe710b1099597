import { Criteria, Policy, Rule, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { context, seededPeople } from '../people.ts'

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
