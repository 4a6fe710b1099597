import { Matching, type Port, type Values } from '@reverse-mentoring/core'
import { Criteria, Explanation, Limit, Policy, Rule, Score } from '@reverse-mentoring/matching'
import { arbitraryPool } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf, context, mentee, mentor, person, poolOf } from '../people.ts'

const proposed = (policy: Port.MatchingPolicy, pool: Matching.ReadingPool) => {
  const result = policy.propose(pool, context)
  if (E.isLeft(result)) return expect.fail(JSON.stringify(result.left))
  const scores = policy.scores?.(pool, context)
  if (scores === undefined || E.isLeft(scores)) return expect.fail('no scores')
  const { optimal } = policy.claims
  const judging = { ...scores.right, ...(optimal !== undefined && { objective: optimal }) }
  expect(Matching.verifyResult(pool, result.right, judging)).toEqual(E.right(result.right.worth))
  return result.right
}

const failed = (policy: Port.MatchingPolicy, pool: Matching.ReadingPool) => {
  const result = policy.propose(pool, context)
  return E.isLeft(result) ? result.left : expect.fail('it proposed something')
}

const topic = codeOf('data')
const of = (region: string) => ({ attributes: { region } })
const optimal = (
  parts: ReadonlyArray<Rule.Rule | Score.Score | Limit.Limit>,
  objective: Port.Objective = 'participation-first',
) => Policy.optimal({ criteria: Criteria.of(...parts), objective })

const mentors = [1, 2, 3, 4].map((n) => mentor(n, { offered: [topic] }))
const mentees = [11, 12, 13, 14].map((n) =>
  mentee(n, { sought: [topic], ...of(n < 13 ? 'emea' : 'apac') }),
)
const eight = poolOf(mentors, mentees)
const emea = { of: 'mentee', where: { region: 'emea' } } as const

describe('at most', () => {
  test('of a group, and who is left is told by its code', () => {
    const policy = optimal([Limit.atMost({ code: codeOf('one-emea'), ...emea, pairs: 1 })])
    const { pairs, unmatched } = proposed(policy, eight)
    expect(pairs).toHaveLength(3)
    expect(unmatched.map(({ reason }) => reason)).toEqual(['limit', 'limit'])
    expect(unmatched.every(({ limit }) => limit === 'one-emea')).toBe(true)
    const result = proposed(policy, eight)
    const why = (viewer: 'coordinator' | 'mentee') => {
      const found = Explanation.whyUnmatched(result, unmatched[1]!, viewer)
      return Explanation.render(found!, { nameOf: () => 'Ada', labels: new Map() })
    }
    expect(why('coordinator')).toContain('No place is left within the limit “one-emea” for Ada')
    expect(why('mentee')).not.toContain('one-emea')
  })

  test('whose group nobody belongs to is told, and the run goes on', () => {
    const away = { of: 'mentee', where: { region: 'EMEA' } } as const
    const policy = optimal([
      Limit.atMost({ code: codeOf('few'), ...away, pairs: 1 }),
      Limit.atLeast({ code: codeOf('half'), ...away, people: { share: 0.5 } }),
      Limit.atMost({ code: codeOf('found'), ...emea, pairs: 1 }),
    ])
    expect(proposed(policy, eight).pairs).toHaveLength(3)
    const idle = Explanation.idleLimits(policy, eight, context)
    const [few, half, ...others] = E.isRight(idle) ? idle.right : expect.fail(idle.left.problem)
    expect([few?.code, half?.code, others]).toEqual(['few', 'half', []])
    expect(Explanation.render(few!, { nameOf: () => '', labels: new Map() })).toBe(
      'No mentee in this run belongs to the group of “few”, so it keeps nothing: if one should, look how `where` is spelled.',
    )
    const { scores: _scores, ...silent } = policy
    expect(Explanation.idleLimits(silent, eight, context)).toEqual(E.right([]))
  })

  test('whose group reads identity is not told to be empty', () => {
    const code = codeOf('few-women')
    const limit = Limit.atMost({ code, of: 'mentee', identity: { gender: 'woman' }, pairs: 1 })
    const rules = [{ code, disclosure: 'none', legalBasis: codeOf('law') } as const]
    const pool = poolOf(mentors, mentees, { rules })
    expect(Explanation.idleLimits(optimal([limit]), pool, context)).toEqual(E.right([]))
  })

  test('a share is of the people in the pool, rounded down', () => {
    const half = (share: number) =>
      proposed(
        optimal([Limit.atMost({ code: codeOf('share'), of: 'mentee', pairs: { share } })]),
        eight,
      ).pairs.length
    expect([half(0), half(0.49), half(0.5), half(1)]).toEqual([0, 1, 2, 4])
  })

  test('of who is known to belong: a legal basis is needed for identity, and its code is not told', () => {
    const code = codeOf('few-women')
    const policy = optimal([
      Limit.atMost({ code, of: 'mentee', identity: { gender: 'woman' }, pairs: 0 }),
    ])
    expect(failed(policy, eight)).toMatchObject({ rule: code })
    const pool: Matching.ReadingPool = {
      ...eight,
      rules: [{ code, disclosure: 'none', legalBasis: codeOf('positive-action') }],
      identity: { [code]: { [person(11)]: { gender: 'woman' } } },
    }
    const { pairs, unmatched } = proposed(policy, pool)
    expect(pairs.map(({ mentee: senior }) => senior)).not.toContain(person(11))
    expect(unmatched.find(({ participant }) => participant === person(11))).toEqual({
      participant: person(11),
      role: 'mentee',
      reason: 'limit',
    })
    const must = Limit.together({
      code: codeOf('agreed'),
      pairs: [{ mentor: person(1), mentee: person(11) }],
    })
    const beside = optimal([
      Limit.atMost({ code, of: 'mentee', identity: { gender: 'woman' }, pairs: 0 }),
      must,
    ])
    expect(failed(beside, pool).problem).toBe('allows fewer pairs than must be')
  })
})

describe('a limit that was given wrongly fails the run, and says how', () => {
  const code = codeOf('mine')
  const group = { code, of: 'mentee' } as const
  test.each([
    ['is `of` nobody', Limit.atMost({ code, of: 'boss' as 'mentor', pairs: 1 })],
    ['neither a whole number', Limit.atMost({ ...group, pairs: undefined as unknown as number })],
    ['neither a whole number', Limit.atLeast({ ...group, people: null as unknown as number })],
    ['no record of values', Limit.atMost({ ...group, where: null as never, pairs: 1 })],
    [
      'asks for a list in “languages”',
      Limit.atMost({ ...group, where: { languages: ['en'] }, pairs: 1 }),
    ],
    [
      'has an empty `where`, to which everybody would belong: name an attribute there, or leave `where` out if everybody is meant',
      Limit.atMost({ ...group, where: {}, pairs: 1 }),
    ],
    ['has an empty `where`, ', Limit.atLeast({ ...group, where: {}, people: 1 })],
    ['has an empty `identity`, ', Limit.atMost({ ...group, identity: {}, pairs: 1 })],
    ['has an empty `identity`, ', Limit.atLeast({ ...group, ...emea, identity: {}, people: 1 })],
    [
      'asks for nothing in “region”',
      Limit.atMost({ ...group, where: { region: undefined as never }, pairs: 1 }),
    ],
    ['pairs that are none', { kind: 'together' as const, code, pairs: [null as never] }],
    ['of no kind', { ...group, kind: 'exactly', pairs: 1 } as unknown as Limit.Limit],
  ])('%s', (problem, limit) => {
    const failure = failed(optimal([limit]), eight)
    expect(failure.problem).toContain(problem)
    expect(failure.rule).toBe('mine')
  })

  test('an objective that is none', () => {
    const objective = 'nonsense' as Port.Objective
    expect(failed(optimal([], objective), eight).problem).toContain('“nonsense” is neither')
  })
})

describe('at least', () => {
  const two = poolOf(mentors.slice(0, 2), mentees)
  const score = Score.own({
    code: codeOf('apac-first'),
    disclosure: 'none',
    points: (_, senior) => (senior.attributes['region'] === 'apac' ? 9 : 1),
  })
  const placed = (policy: Port.MatchingPolicy) =>
    proposed(policy, two).pairs.filter(({ mentee: senior }) => senior < person(13)).length

  test('of a group before anything else counts', () => {
    expect(placed(optimal([score], 'score-first'))).toBe(0)
    const floor = Limit.atLeast({ code: codeOf('emea-too'), ...emea, people: 1 })
    expect(placed(optimal([score, floor], 'score-first'))).toBe(1)
    const share = Limit.atLeast({ code: codeOf('emea-too'), ...emea, people: { share: 0.6 } })
    expect(placed(optimal([score, share], 'score-first'))).toBe(2)
  })

  test('counts people and not their pairs', () => {
    const greedy = poolOf(
      [mentor(1), mentor(2)],
      [mentee(11, { places: 2, ...of('emea') }), mentee(12, of('emea'))],
    )
    const twice = Score.own({
      code: codeOf('first'),
      disclosure: 'none',
      points: (_, senior) => (senior.participant === person(11) ? 9 : 0),
    })
    const floor = Limit.atLeast({ code: codeOf('both'), ...emea, people: 2 })
    expect(proposed(optimal([twice], 'score-first'), greedy).worth.score).toBe(18)
    expect(proposed(optimal([twice, floor], 'score-first'), greedy).worth.score).toBe(9)
  })

  test('a floor that cannot be met fails the run and is named', () => {
    const floors = (['emea', 'apac'] as const).map((region) =>
      Limit.atLeast({
        code: codeOf(`two-${region}`),
        of: 'mentee',
        where: { region },
        people: 2,
      }),
    )
    const crowded = poolOf(mentors.slice(0, 3), mentees)
    expect(failed(optimal(floors), crowded)).toEqual({
      _tag: 'PolicyFailure',
      problem: expect.stringMatching(
        /^no result gives so many people of “two-(emea|apac)” \(2\) a pair: lower a floor, or open more pairs$/,
      ) as string,
      rule: expect.stringMatching(/^two-/) as string,
    })
  })

  test('a floor of more people than its group has says how many there are', () => {
    const floor = Limit.atLeast({
      code: codeOf('emea'),
      of: 'mentee',
      where: { region: 'EMEA' },
      people: 1,
    })
    expect(failed(optimal([floor]), eight)).toEqual({
      _tag: 'PolicyFailure',
      problem:
        'asks for 1 people of a group that has 0 in the pool: lower it, or look how `where` is spelled',
      rule: 'emea',
    })
  })
})

describe('together', () => {
  const code = codeOf('agreed')
  const both = (...pairs: ReadonlyArray<readonly [number, number]>) =>
    Limit.together({
      code,
      pairs: pairs.map(([junior, senior]) => ({ mentor: person(junior), mentee: person(senior) })),
    })

  test('stands, with what speaks for it, and the rest is the best beside it', () => {
    const policy = optimal([Score.topics({ points: 5 }), both([1, 12])])
    const { pairs, worth } = proposed(policy, eight)
    expect(pairs).toContainEqual({
      mentor: person(1),
      mentee: person(12),
      score: 5,
      reasons: [{ rule: Score.topics({ points: 5 }).code, points: 5 }],
    })
    expect(worth).toEqual({ people: 8, pairs: 4, score: 20 })
  })

  test.each([
    ['must be, and one of the two is not in the pool', [[1, 99]]],
    ['must be, and is not admissible', [[1, 11]]],
    [
      'must be, beside others, and there are not so many places',
      [
        [2, 12],
        [2, 13],
      ],
    ],
  ] as const)('%s', (problem, pairs) => {
    const apart = Rule.notPaired({ pairs: [{ mentor: person(1), mentee: person(11) }] })
    expect(failed(optimal([apart, both(...pairs)]), eight)).toMatchObject({ problem, rule: code })
  })

  test('a pair that is named twice is one', () => {
    const { worth } = proposed(optimal([both([1, 12], [1, 12])]), eight)
    expect(worth.pairs).toBe(4)
  })

  test('a pair that lives already is no matter', () => {
    const locked = [{ mentor: person(1), mentee: person(12) }]
    const pool = { ...eight, mentors: mentors.slice(1), mentees: mentees.slice(2), locked }
    expect(proposed(optimal([both([1, 12])]), pool).pairs).toHaveLength(2)
  })

  test('counts in the limits of its people', () => {
    const limit = Limit.atMost({ code: codeOf('one-emea'), ...emea, pairs: 1 })
    const { pairs } = proposed(optimal([limit, both([1, 12])]), eight)
    expect(pairs.filter(({ mentee: senior }) => senior < person(13))).toHaveLength(1)
    const none = Limit.atMost({ code: codeOf('no-emea'), ...emea, pairs: 0 })
    expect(failed(optimal([none, both([1, 12])]), eight)).toMatchObject({ rule: 'no-emea' })
  })
})

describe('whatever the pool', () => {
  const criteria = Criteria.of(
    Score.topics({ points: 20 }),
    Limit.atMost({ code: codeOf('in-all'), of: 'mentor', pairs: 5 }),
    Limit.atLeast({ code: codeOf('some-emea'), ...emea, people: { share: 0.5 } }),
    Limit.atLeast({ code: codeOf('two-in-all'), of: 'mentee', people: 2 }),
  )

  test('the result is proved, or a floor is named', () => {
    const seen = { proved: 0, unmet: 0 }
    fc.assert(
      fc.property(arbitraryPool(), fc.boolean(), (pool, countsFirst) => {
        const policy = Policy.optimal({
          criteria,
          objective: countsFirst ? 'participation-first' : 'score-first',
          spread: 3,
        })
        const result = policy.propose(pool, context)
        if (E.isRight(result)) {
          seen.proved += 1
          proposed(policy, pool)
        } else {
          seen.unmet += 1
          expect(['some-emea', 'two-in-all']).toContain(result.left.rule)
        }
      }),
      { numRuns: 400 },
    )
    expect(Math.min(seen.proved, seen.unmet)).toBeGreaterThan((seen.proved + seen.unmet) / 20)
  })

  test('groups that overlap are named', () => {
    const overlapping = Criteria.of(
      Limit.atMost({ code: codeOf('emea'), ...emea, pairs: 1 }),
      Limit.atMost({
        code: codeOf('german'),
        of: 'mentee',
        where: { language: 'de' },
        pairs: 1,
      }),
    )
    const pool = poolOf(
      [mentor(1)],
      [
        mentee(11, of('emea')),
        mentee(12, { attributes: { region: 'emea', language: 'de' } }),
        mentee(13, { attributes: { language: 'de' } }),
      ],
    )
    const policy = Policy.optimal({ criteria: overlapping, objective: 'score-first' })
    expect(failed(policy, pool).problem).toBe(
      'the groups of “emea” and “german” overlap: let one lie inside the other, or apart',
    )
  })

  test('only `optimal` keeps them: elsewhere a run fails', () => {
    for (const policy of [Policy.greedy({ criteria }), Policy.stable({ criteria })])
      expect(failed(policy, eight)).toMatchObject({ rule: 'in-all' })
  })

  test.each([-1, 0.5, { share: 2 }, { share: Number.NaN }])('%j is no number of pairs', (pairs) => {
    const limit = Limit.atMost({ code: codeOf('bad'), of: 'mentor', pairs })
    expect(failed(optimal([limit]), eight)).toMatchObject({ rule: 'bad' })
  })
})

describe('the load', () => {
  test('people come first, then pairs, and then sharing and the score', () => {
    const loads = (spread: number): ReadonlyArray<number> => {
      const pool = poolOf(
        [1, 2, 3].map((n) => mentor(n, { places: 4 })),
        [11, 12, 13, 14, 15, 16].map((n) => mentee(n)),
      )
      const favourite = Score.own({
        code: codeOf('favourite'),
        disclosure: 'none',
        points: (junior) => (junior.participant === person(1) ? 10 : 1),
      })
      const policy = Policy.optimal({
        criteria: Criteria.of(favourite),
        objective: 'participation-first',
        spread,
      })
      const { pairs } = proposed(policy, pool)
      return [1, 2, 3].map((n) => pairs.filter((pair) => pair.mentor === person(n)).length)
    }
    expect(loads(0)[0]).toBe(4)
    expect([...loads(0)].every((load) => load > 0)).toBe(true)
    expect(loads(5)[0]).toBe(3)
    expect([...loads(5)].sort()).toEqual([1, 2, 3])
    expect(loads(20)).toEqual([2, 2, 2])
  })

  test('who has a partner already comes after who has none', () => {
    const locked = [{ mentor: person(1), mentee: person(19) }]
    const pool = poolOf([mentor(1), mentor(2)], [mentee(11)], { locked })
    const likes = Score.own({
      code: codeOf('likes'),
      disclosure: 'none',
      points: (junior) => (junior.participant === person(1) ? 90 : 0),
    })
    const partner = (policy: Port.MatchingPolicy): Values.ParticipantId | undefined =>
      proposed(policy, pool).pairs[0]?.mentor
    expect(partner(optimal([likes]))).toBe(person(2))
    expect(partner(optimal([likes], 'score-first'))).toBe(person(1))
  })

  test.each([-1, 0.5, 2_000_000])('a spread of %j fails the run', (spread) => {
    const policy = Policy.optimal({ criteria: Criteria.empty, objective: 'score-first', spread })
    expect(failed(policy, eight).problem).toContain('spread')
  })
})
