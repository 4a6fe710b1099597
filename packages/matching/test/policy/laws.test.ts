import type { Event } from '@reverse-mentoring/core'
import { Criteria, Limit, Policy, Rule, Score } from '@reverse-mentoring/matching'
import { arbitraryPool, policyLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../people.ts'

const numRuns = process.env['FULL'] === '1' ? 100 : 20

const plain = Criteria.of(Score.topics({ points: 20 }), Score.differentRegion({ points: 7 }))
const strict = Criteria.of(
  Rule.topicsMeet(),
  Rule.languagesMeet(),
  Score.topics({ points: 5 }),
  Score.waiting({ points: 1 }),
  Score.distance({ points: 3 }),
)

const limited = Criteria.concat(
  plain,
  Criteria.of(
    Limit.atMost({ code: codeOf('mentees-in-all'), of: 'mentee', pairs: 6 }),
    Limit.atMost({
      code: codeOf('half-of-emea'),
      of: 'mentee',
      where: { region: 'emea' },
      pairs: { share: 0.5 },
    }),
    Limit.atMost({
      code: codeOf('two-of-sales'),
      of: 'mentor',
      where: { department: 'sales' },
      pairs: 2,
    }),
  ),
)

const policies = [
  ['greedy', Policy.greedy({ criteria: plain })],
  ['random', Policy.random({ criteria: strict })],
  ['stable', Policy.stable({ criteria: strict })],
  ['stable, mentors proposing', Policy.stable({ criteria: plain, proposing: 'mentor' })],
  ['optimal, score first', Policy.optimal({ criteria: plain, objective: 'score-first' })],
  [
    'optimal, participation first',
    Policy.optimal({ criteria: strict, objective: 'participation-first' }),
  ],
  [
    'optimal, above a threshold',
    Policy.optimal({ criteria: strict, objective: 'score-first', threshold: 30 }),
  ],
  [
    'optimal, the load shared',
    Policy.optimal({ criteria: plain, objective: 'participation-first', spread: 4 }),
  ],
  [
    'optimal, the load shared before all',
    Policy.optimal({ criteria: plain, objective: 'score-first', spread: 9 }),
  ],
  [
    'optimal, within limits',
    Policy.optimal({ criteria: limited, objective: 'participation-first' }),
  ],
  [
    'optimal, within limits, the load shared',
    Policy.optimal({ criteria: limited, objective: 'score-first', spread: 9 }),
  ],
] as const

describe.each(policies)('%s', (_, policy) => {
  test.each(policyLaws(policy, arbitraryPool(), { numRuns }))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})

const pattern = Rule.attributePattern({ mentor: { gender: 'woman' }, mentee: {} })
const reading = Criteria.of(
  pattern,
  Score.topics({ points: 5 }),
  Score.own({
    code: codeOf('first-with-others'),
    disclosure: 'none',
    reads: ['first-in-family'],
    points: ({ identity }, mentee) =>
      identity['first-in-family'] === mentee.identity['first-in-family'] ? 0 : 9,
  }),
)
/** The pattern reads gender of everybody, the score only of who agreed. */
const rules: ReadonlyArray<Event.MatchingRule> = Criteria.recorded(reading).map((rule) => ({
  ...rule,
  legalBasis: codeOf('positive-action'),
  ...(rule.code === pattern.code && { attributes: [codeOf('gender')] }),
}))

const readers = [
  ['greedy', Policy.greedy({ criteria: reading })],
  ['stable', Policy.stable({ criteria: reading })],
  ['optimal', Policy.optimal({ criteria: reading, objective: 'participation-first' })],
] as const

describe.each(readers)('%s, where identity is read', (_, policy) => {
  test.each(policyLaws(policy, arbitraryPool({ rules }), { numRuns }))(
    '$name',
    async ({ check }) => {
      expect(await check()).toEqual(E.right(undefined))
    },
  )
})
