import type { Matching, Port } from '@reverse-mentoring/core'
import { Criteria, Policy, Rule, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { failureOf, resultOf } from '../judged.ts'
import { codeOf, context, mentee, mentor, person, poolOf } from '../people.ts'

const pool = poolOf([mentor(1), mentor(2)], [mentee(3), mentee(4)])
const mine = codeOf('mine')
const pair = { mentor: person(2), mentee: person(4) }
const isPair = (junior: Matching.Candidate, senior: Matching.Candidate): boolean =>
  junior.participant === pair.mentor && senior.participant === pair.mentee

const all = (criteria: Criteria.Criteria): ReadonlyArray<Port.MatchingPolicy> => [
  Policy.optimal({ criteria, objective: 'score-first' }),
  Policy.stable({ criteria }),
  Policy.greedy({ criteria }),
  Policy.random({ criteria }),
]

describe('a run that goes wrong names the rule and the pair', () => {
  test.each([0.5, Number.NaN, -1, Infinity, 1_000_001])('a score of %d', (value) => {
    const points: Score.OwnScore['points'] = (a, b) => (isPair(a, b) ? value : 1)
    const score = Score.own({ code: mine, disclosure: 'none', points })
    for (const policy of all(Criteria.of(score)))
      expect(failureOf(policy, pool)).toMatchObject({ rule: mine, pair })
  })

  test('a rule or score that throws', () => {
    const judge: Rule.OwnRule['judge'] = (a, b) => {
      if (isPair(a, b)) throw new RangeError('oh')
      return true
    }
    const rule = Rule.own({ code: mine, disclosure: 'none', judge })
    for (const policy of all(Criteria.of(rule)))
      expect(failureOf(policy, pool)).toMatchObject({
        rule: mine,
        pair,
        problem: 'threw (RangeError)',
      })
  })

  test('a part that reads identity and would be told', () => {
    const score = Score.own({ code: mine, disclosure: 'both', reads: ['gender'], points: () => 1 })
    for (const policy of all(Criteria.of(score)))
      expect(failureOf(policy, pool)).toMatchObject({
        rule: mine,
        problem: expect.stringContaining('reads identity and is disclosed to “both”') as string,
      })
  })

  test('after the first pair a rule that throws is not asked again', () => {
    let asked = 0
    const rule = Rule.own({
      code: mine,
      disclosure: 'none',
      judge: () => {
        asked += 1
        throw new RangeError('oh')
      },
    })
    for (const policy of all(Criteria.of(rule))) {
      asked = 0
      failureOf(policy, pool)
      // `stable` asks for each side's liking too.
      expect(asked).toBe(policy.id === 'stable' ? 3 : 1)
    }
  })

  test('a rule that throws is told with its trace in development, and only then', () => {
    const rule = Rule.own({
      code: mine,
      disclosure: 'none',
      judge: () => {
        throw new RangeError('oh')
      },
    })
    const policy = Policy.optimal({ criteria: Criteria.of(rule), objective: 'score-first' })
    const told = (more: Partial<Port.MatchingContext>) => {
      const answer = policy.propose(pool, { ...context, ...more })
      return E.isLeft(answer) ? answer.left : expect.fail('no failure')
    }
    expect(told({ development: true }).thrown).toMatch(/^RangeError: oh\n.*bad-input\.test\.ts:\d+/)
    for (const more of [{}, { development: false }]) {
      expect(told(more)).not.toHaveProperty('thrown')
      expect(JSON.stringify(told(more))).not.toContain('oh')
    }
  })

  test.each([
    ['nothing readable', Object.create(null), ''],
    ['a text', 'oh', 'oh'],
    ['a long one', 'x'.repeat(9_999), 'x'.repeat(4_000)],
    ['an error of an odd name', Object.assign(new Error('oh'), { name: 'Ada Lovelace' }), /oh/],
  ])('whatever is thrown is told, in short: %s', (_, thrown: unknown, told) => {
    const policy = Policy.own({
      ...{ id: mine, version: '1' as Port.MatchingPolicy['version'], claims: {} },
      propose: () => {
        throw thrown
      },
    })
    const answer = policy.propose(pool, { ...context, development: true })
    const failure = E.isLeft(answer) ? answer.left : expect.fail('no failure')
    expect(failure.thrown).toEqual(told instanceof RegExp ? expect.stringMatching(told) : told)
    expect(failure.problem).toMatch(/^the policy threw \((object|string|Error)\)$/)
  })

  test.each([
    ['a negative weight', Score.topics({ points: -1 })],
    ['half a point', Score.topics({ points: 0.5 })],
    ['a rule that asks for half a step', Rule.apartInOrganisation({ steps: 0.5 })],
    ['hours that are none', Rule.zonesOverlap({ hours: 1, from: 20, to: 8 })],
    ['more than can be told apart', Score.topics({ points: 2 ** 30 })],
  ])('%s', (_, part) => {
    const withTopics = poolOf([mentor(1, { offered: [mine] })], [mentee(2, { sought: [mine] })])
    for (const policy of all(Criteria.of(part)))
      expect(failureOf(policy, withTopics)._tag).toBe('PolicyFailure')
  })

  test('two rules of one code', () => {
    const twice = Criteria.of(Score.topics({ points: 1 }), Score.topics({ points: 2 }))
    expect(failureOf(Policy.greedy({ criteria: twice }), pool).rule).toBe('shared-topics')
  })
})

describe('a pool that cannot be', () => {
  const policy = Policy.optimal({ criteria: Criteria.empty, objective: 'score-first' })
  test.each([
    ['negative capacity', poolOf([mentor(1, { places: -1 })], [])],
    ['half a place', poolOf([mentor(1, { places: 0.5 })], [])],
    ['somebody twice', poolOf([mentor(1), mentor(1)], [])],
    ['somebody in the other role', poolOf([mentee(1)], [])],
    ['an id that is none', poolOf([mentor(1, { participant: 'x' as never })], [])],
  ])('%s', (_, bad) => {
    expect(failureOf(policy, bad).problem).toContain('mentor ')
  })

  test('a threshold that is no whole number', () => {
    const low = Policy.greedy({ criteria: Criteria.empty, threshold: -1 })
    expect(failureOf(low, pool).problem).toContain('threshold')
  })
})

describe('a policy of one’s own', () => {
  const nothing: Matching.MatchingResult = {
    pairs: [],
    unmatched: [],
    worth: { pairs: 0, score: 0 },
  }
  const proposing = (...pairs: ReadonlyArray<Matching.ProposedPair>) =>
    Policy.own({
      id: mine,
      version: '1' as Port.MatchingPolicy['version'],
      claims: {},
      propose: () => {
        const score = pairs.reduce((sum, one) => sum + one.score, 0)
        return E.right({ ...nothing, pairs, worth: { pairs: pairs.length, score } })
      },
    })
  const proposed = (junior: number, senior: number, score = 0): Matching.ProposedPair => ({
    mentor: person(junior),
    mentee: person(senior),
    score,
    reasons: score === 0 ? [] : [{ rule: mine, points: score }],
  })
  test.each([
    ['an unknown id', [proposed(1, 99)]],
    ['a fractional score', [proposed(1, 3, 0.5)]],
    ['a score that is no number', [proposed(1, 3, Number.NaN)]],
    ['more pairs than places', [proposed(1, 4), proposed(1, 3)]],
  ])('fails on %s, and says which pair', (_, pairs) => {
    const last = pairs[pairs.length - 1]!
    expect(failureOf(proposing(...pairs), pool).pair).toEqual({
      mentor: last.mentor,
      mentee: last.mentee,
    })
  })

  const left = (
    role: 'mentor' | 'mentee',
    n: number,
    reason: Matching.UnmatchedCandidate['reason'] = 'below-threshold',
  ): Matching.UnmatchedCandidate => ({ participant: person(n), role, reason })
  const rest = [left('mentor', 2), left('mentee', 4)]
  const resulting = (change: Partial<Matching.MatchingResult>) =>
    Policy.own({
      ...proposing(),
      propose: () => {
        const pairs = [proposed(1, 3, 2)]
        const worth = { pairs: 1, score: 2 }
        return E.right({ pairs, unmatched: rest, worth, ...change })
      },
    })
  const strangers = { mentor: person(98), mentee: person(99) }
  test.each<[string, Partial<Matching.MatchingResult>, string]>([
    [
      'a mentee whom nobody knows',
      { pairs: [proposed(1, 3), { ...proposed(2, 4), mentee: strangers.mentee }] },
      `a pair of somebody who is not in the pool: pairs[1].mentee is ${strangers.mentee}`,
    ],
    [
      'a mentor whom nobody knows',
      { pairs: [{ ...proposed(1, 3), mentor: strangers.mentor }] },
      `a pair of somebody who is not in the pool: pairs[0].mentor is ${strangers.mentor}`,
    ],
    [
      'a pair twice',
      { pairs: [proposed(1, 3), proposed(1, 3)] },
      `a pair proposed twice: pairs[1] is ${person(1)} with ${person(3)}`,
    ],
    [
      'half a point',
      { pairs: [proposed(1, 3, 0.5)] },
      'a score that is no whole number from 0: pairs[0].score is 0.5',
    ],
    [
      'another sum',
      { pairs: [{ ...proposed(1, 3, 2), score: 7 }] },
      'contributions that do not add up to the score: pairs[0].score is 7, and its reasons add up to 2',
    ],
    [
      'another worth',
      { worth: { people: 2, pairs: 1, score: 3 } },
      'a worth that is not the sum of its pairs: worth is { people: 2, pairs: 1, score: 3 }',
    ],
    [
      'a low bound',
      { bound: { pairs: 1, score: 1 } },
      'a bound below the worth: bound is { pairs: 1, score: 1 }, and worth is { pairs: 1, score: 2 }',
    ],
    [
      'a reason that is none',
      { unmatched: [left('mentor', 2), left('mentee', 4, 'struck')] },
      'a reason that does not hold: unmatched[1].reason is “struck”',
    ],
    [
      'two reasons',
      { unmatched: [left('mentor', 2), left('mentor', 2), left('mentee', 4)] },
      `two reasons for one person: unmatched[1] is the mentor ${person(2)}`,
    ],
    [
      'no reason',
      { unmatched: [left('mentor', 2)] },
      `an unmatched person without a reason: unmatched is without the mentee ${person(4)}`,
    ],
  ])('says which field is wrong, and what it holds: %s', (_, change, told) => {
    expect(failureOf(resulting(change), pool).problem).toBe(`the policy gave a result with ${told}`)
  })

  test.each<[string, object, string]>([
    [
      'a pair without its mentor',
      { pairs: [proposed(1, 3, 2), { ...proposed(2, 4), mentor: undefined }] },
      'pairs[1].mentor is undefined, and not a text',
    ],
    [
      'a hole among the pairs',
      { pairs: Object.assign([], { 1: proposed(1, 3) }) },
      'pairs[0] is undefined, and not a pair',
    ],
    [
      'points in words',
      { pairs: [{ ...proposed(1, 3), reasons: [{ rule: mine, points: 'Ada' }] }] },
      'pairs[0].reasons[0].points is a text, and not a number',
    ],
    [
      'another role',
      { unmatched: [{ ...rest[0], role: 'boss' }] },
      'unmatched[0].role is a text, and not mentor or mentee',
    ],
    ['no worth', { worth: null }, 'worth is null, and not a worth'],
    ['half a bound', { bound: { pairs: 1 } }, 'bound.score is undefined, and not a number'],
  ])('says which field has no shape, and what kind is there: %s', (_, change, told) => {
    expect(failureOf(resulting(change as never), pool).problem).toBe(
      `the policy answers with something that is no result: ${told}`,
    )
  })

  test('fails where somebody has no reason, or it throws', () => {
    expect(failureOf(proposing(proposed(1, 3)), pool).problem).toContain('without a reason')
    const thrower = Policy.own({
      ...proposing(),
      propose: () => {
        throw new RangeError('oh')
      },
    })
    expect(failureOf(thrower, pool).problem).toContain('RangeError')
  })

  test.each([
    ['nothing', undefined],
    ['a promise', Promise.resolve(E.right({ pairs: [], unmatched: [] }))],
    ['no lists', E.right({ worth: { pairs: 0, score: 0 } })],
    ['a list of something else', E.right({ pairs: [null], unmatched: [], worth: {} })],
    ['a failure without a problem', E.left('no')],
  ])('fails where it answers with %s', (_what, answer) => {
    const strange = Policy.own({ ...proposing(), propose: () => answer as never })
    expect(failureOf(strange, pool).problem).toContain('no result')
  })

  test('fails where it answers with a promise, which hurts nobody when it is broken', async () => {
    const unheard: Array<unknown> = []
    const hear = (reason: unknown) => unheard.push(reason)
    process.on('unhandledRejection', hear)
    const propose = () => Promise.reject(new RangeError('oh')) as never
    const answer = failureOf(Policy.own({ ...proposing(), propose }), pool)
    expect(answer.problem).toContain('promise, which is no result yet')
    await new Promise((done) => setTimeout(done, 5))
    process.off('unhandledRejection', hear)
    expect(unheard).toEqual([])
  })

  test('is left alone where it is right', () => {
    const greedy = Policy.greedy({ criteria: Criteria.empty })
    expect(resultOf(Policy.own(greedy), pool)).toEqual(resultOf(greedy, pool))
  })
})
