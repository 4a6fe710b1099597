import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { candidate, code, left, pair, poolOf, resultOf, who } from './people.ts'

const mentor = (n: number, more = {}) => candidate('mentor', n, more)
const mentee = (n: number, more = {}) => candidate('mentee', n, more)

describe('Two people', () => {
  const allows = (
    one: Partial<Matching.Candidate>,
    other: Partial<Matching.Candidate>,
    more: Partial<Matching.MatchingPool> = {},
  ) => {
    const [junior, senior] = [mentor(1, one), mentee(2, other)]
    return Matching.allowsPair(poolOf([junior], [senior], more))(junior, senior)
  }

  test.each<[string, boolean, ...Parameters<typeof allows>]>([
    ['who know nothing of each other may', true, {}, {}],
    ['who are one may not', false, {}, { participant: who(1) }],
    ['of one seniority may not', false, { seniority: 4 }, { seniority: 4 }],
    ['the wrong way round may not', false, { seniority: 5 }, { seniority: 4 }],
    ['one above the other may', true, { seniority: 4 }, { seniority: 5 }],
    ['may not where the senior is a manager of the junior', false, { chain: [who(9), who(2)] }, {}],
    ['may not where the junior is a manager of the senior', false, {}, { chain: [who(9), who(1)] }],
    ['of one manager may', true, { chain: [who(9)] }, { chain: [who(9)] }],
    [
      'of one manager may not where the cohort forbids it',
      false,
      { chain: [who(9)] },
      { chain: [who(9)] },
      { sameManager: 'forbidden' },
    ],
    [
      'of one manager further up may all the same',
      true,
      { chain: [who(8), who(9)] },
      { chain: [who(7), who(9)] },
      { sameManager: 'forbidden' },
    ],
    ['without a manager may all the same', true, {}, {}, { sameManager: 'forbidden' }],
    ['kept apart may not', false, {}, {}, { forbidden: [{ first: who(1), second: who(2) }] }],
    [
      'kept apart the other way may not',
      false,
      {},
      {},
      { forbidden: [{ first: who(2), second: who(1) }] },
    ],
    ['paired already may not', false, {}, {}, { locked: [{ mentor: who(1), mentee: who(2) }] }],
    [
      'paired with others may',
      true,
      {},
      {},
      {
        locked: [
          { mentor: who(1), mentee: who(3) },
          { mentor: who(3), mentee: who(2) },
        ],
      },
    ],
  ])('%s', (_, may, one, other, more) => {
    expect(allows(one, other, more)).toBe(may)
  })
})

describe('A result', () => {
  const pool = poolOf([mentor(1, { places: 2 }), mentor(2)], [mentee(11), mentee(12), mentee(13)])
  const pairs = [pair(1, 11, 5), pair(1, 12, 3), pair(2, 13)]
  const good = resultOf(pairs)
  const at = (n: number) => ({ mentor: pairs[n]!.mentor, mentee: pairs[n]!.mentee })
  const changed = (n: number, change: Partial<Matching.ProposedPair>) =>
    resultOf(pairs.map((one, i) => (i === n ? { ...one, ...change } : one)))
  const topics = { rule: code('topics'), points: 3 }
  const said: Matching.Judging = {
    score: (junior, senior) =>
      pairs.find((one) => one.mentor === junior.participant && one.mentee === senior.participant)
        ?.score,
    codes: ['apart', 'topics', 'region'].map(code),
  }

  test('that is sound is worth what it says, judged or not', () => {
    expect(Matching.badPair(pool, good)).toBeUndefined()
    expect(Matching.verifyResult(pool, good)).toEqual(E.right({ pairs: 3, score: 8 }))
    expect(Matching.verifyResult(pool, good, said)).toEqual(
      E.right({ pairs: 3, score: 8, people: 5 }),
    )
    const reasons = [
      { rule: code('apart'), points: 0 },
      { ...topics, points: 2 },
      { rule: code('region'), points: 1 },
    ]
    expect(Matching.badPair(pool, changed(1, { reasons }), said)).toBeUndefined()
  })

  test.each<[string, number, Partial<Matching.ProposedPair>, object?]>([
    ['a pair of somebody who is not in the pool', 0, { mentor: who(9) }],
    ['a pair of somebody who is not in the pool', 0, { mentee: who(1) }],
    ['a pair proposed twice', 1, { mentee: who(11) }],
    ['more pairs than places', 1, { mentor: who(2), mentee: who(11) }],
    ['more pairs than places', 2, { mentor: who(1) }],
    ['a score that is no whole number from 0', 0, { score: 0.5 }],
    ['a score that is no whole number from 0', 0, { score: -1 }],
    ['contributions that do not add up to the score', 1, { reasons: [topics, topics] }],
    ['contributions that do not add up to the score', 1, { reasons: [] }],
  ])('%s', (problem, n, change) => {
    const { mentor: junior, mentee: senior } = { ...at(n), ...change }
    expect(Matching.badPair(pool, changed(n, change))).toEqual({
      ...{ _tag: 'BadResult', problem, mentor: junior, mentee: senior },
    })
  })

  test.each<[string, number, Partial<Matching.ProposedPair>]>([
    ['a score that is not what the pair is worth', 1, { score: 4 }],
    [
      'a contribution of a rule that the policy has not, or out of its order',
      1,
      { reasons: [{ rule: code('luck'), points: 3 }] },
    ],
    [
      'a contribution of a rule that the policy has not, or out of its order',
      1,
      { reasons: [topics, { rule: code('apart'), points: 0 }] },
    ],
    [
      'a contribution of a rule that the policy has not, or out of its order',
      1,
      { reasons: [topics, { ...topics, points: 0 }] },
    ],
  ])('that is judged: %s', (problem, n, change) => {
    expect(Matching.badPair(pool, changed(n, change))).not.toMatchObject({ problem })
    expect(Matching.badPair(pool, changed(n, change), said)).toEqual({
      ...{ _tag: 'BadResult', problem },
      ...at(n),
    })
  })

  test('of people who are one, or kept apart, or not admitted, is none', () => {
    const twice = poolOf([mentor(1), mentor(2)], [mentee(1), mentee(12)])
    expect(Matching.badPair(twice, resultOf([pair(1, 1)]))).toMatchObject({
      problem: 'a pair of somebody with themselves',
    })
    const apart = { ...twice, forbidden: [{ first: who(1), second: who(12) }] }
    expect(Matching.badPair(apart, resultOf([pair(1, 12)]))).toMatchObject({
      problem: 'a pair that the cohort forbids',
    })
    expect(Matching.badPair(twice, resultOf([pair(2, 12)]), said)).toMatchObject({
      problem: 'a pair that the policy does not admit',
    })
  })

  test('is in the order of mentee, then mentor', () => {
    const [first, second, third] = pairs as [
      Matching.ProposedPair,
      Matching.ProposedPair,
      Matching.ProposedPair,
    ]
    const disorder = { problem: 'pairs that are not in their order', mentee: who(11) }
    expect(Matching.badPair(pool, resultOf([second, first, third]))).toMatchObject(disorder)
    const both = poolOf([mentor(1), mentor(2)], [mentee(11, { places: 2 })])
    expect(Matching.badPair(both, resultOf([pair(1, 11), pair(2, 11)]))).toBeUndefined()
    expect(Matching.badPair(both, resultOf([pair(2, 11), pair(1, 11)]))).toMatchObject({
      ...disorder,
      mentor: who(1),
    })
  })

  test('has every pair that must be, of people who are in the pool', () => {
    const both = (junior: number, senior: number) => ({
      ...said,
      together: [{ mentor: who(junior), mentee: who(senior) }],
    })
    expect(Matching.badPair(pool, good, both(1, 11))).toBeUndefined()
    expect(Matching.badPair(pool, good, both(1, 99))).toBeUndefined()
    expect(Matching.badPair(pool, good, both(99, 11))).toBeUndefined()
    expect(Matching.badPair(pool, good, both(2, 11))).toEqual({
      ...{ _tag: 'BadResult', problem: 'a pair that must be is missing' },
      ...{ mentor: who(2), mentee: who(11) },
    })
  })

  test.each([
    [{ pairs: 2, score: 8 }],
    [{ pairs: 3, score: 9 }],
    [{ pairs: 3, score: 8, people: 4 }],
  ])('is not worth %j', (worth) => {
    expect(Matching.badPair(pool, { ...good, worth })).toEqual({
      ...{ _tag: 'BadResult', problem: 'a worth that is not the sum of its pairs' },
    })
  })

  test('gives somebody a first partner only who had none in this role', () => {
    const locked = [
      { mentor: who(1), mentee: who(20) },
      { mentor: who(11), mentee: who(2) },
    ]
    const people = (n: number) => ({ ...good, worth: { ...good.worth, people: n } })
    expect(Matching.badPair(pool, people(5))).toBeUndefined()
    expect(Matching.badPair({ ...pool, locked }, people(4))).toBeUndefined()
    expect(Matching.badPair({ ...pool, locked }, people(5))).toMatchObject({
      problem: 'a worth that is not the sum of its pairs',
    })
    expect(Matching.verifyResult({ ...pool, locked }, good, said)).toEqual(
      E.right({ pairs: 3, score: 8, people: 4 }),
    )
  })

  test('counts the people of pairs that must be', () => {
    const together = [
      { mentor: who(1), mentee: who(11) },
      { mentor: who(2), mentee: who(13) },
    ]
    const locked = [{ mentor: who(2), mentee: who(20) }]
    expect(Matching.verifyResult({ ...pool, locked }, good, { ...said, together })).toEqual(
      E.right({ pairs: 3, score: 8, people: 4 }),
    )
  })

  test.each([
    [true, { pairs: 3, score: 8 }],
    [true, { pairs: 4, score: 7 }],
    [true, { pairs: 2, score: 9 }],
    [false, { pairs: 2, score: 8 }],
    [false, { pairs: 3, score: 7 }],
    [false, { pairs: 2, score: 7 }],
  ])('is within a bound: %s of %j', (is, bound) => {
    expect(Matching.badPair(pool, { ...good, bound })).toEqual(
      is ? undefined : { _tag: 'BadResult', problem: 'a bound below the worth' },
    )
  })
})

describe('Everybody without a pair', () => {
  const pool = poolOf([mentor(1), mentor(2), mentor(3)], [mentee(11)], {
    notReady: [{ participant: who(12), role: 'mentee' }],
  })
  const told = [
    left('mentor', 2, 'not-admissible'),
    left('mentor', 3, 'places-serve-others-better'),
    left('mentee', 12, 'not-ready'),
  ]
  const badReason = (unmatched: ReadonlyArray<Matching.UnmatchedCandidate>) =>
    Matching.badReason(pool, resultOf([pair(1, 11)], unmatched))
  const wrong = (role: 'mentor' | 'mentee', n: number, problem: string) => ({
    ...{ _tag: 'BadResult', problem, participant: who(n), role },
  })

  test('has one reason, in order', () => {
    expect(badReason(told)).toBeUndefined()
    const [second, third, waits] = told as [(typeof told)[0], (typeof told)[0], (typeof told)[0]]
    const missing = 'an unmatched person without a reason'
    expect(badReason([third, waits])).toEqual(wrong('mentor', 2, missing))
    expect(badReason([second, third])).toEqual(wrong('mentee', 12, missing))
    expect(badReason([second, second, third, waits])).toEqual(
      wrong('mentor', 2, 'two reasons for one person'),
    )
    const disorder = 'reasons that are not in their order'
    expect(badReason([third, second, waits])).toEqual(wrong('mentor', 2, disorder))
    expect(badReason([second, waits, third])).toEqual(wrong('mentor', 3, disorder))
  })

  test('comes mentors first, whatever their ids', () => {
    const late = poolOf([mentor(21), mentor(22)], [mentee(11), mentee(12)])
    const [junior, senior] = [left('mentor', 22, 'limit'), left('mentee', 12, 'limit')]
    const of = (...unmatched: ReadonlyArray<Matching.UnmatchedCandidate>) =>
      Matching.badReason(late, resultOf([pair(21, 11)], unmatched))
    expect(of(junior, senior)).toBeUndefined()
    expect(of(senior, junior)).toEqual(wrong('mentor', 22, 'reasons that are not in their order'))
  })

  test('and nobody else has one', () => {
    const other = 'a reason for somebody who has a pair or is not in the pool'
    for (const [role, n] of [
      ['mentor', 1],
      ['mentee', 11],
      ['mentor', 99],
      ['mentee', 2],
    ] as const)
      expect(badReason([left(role, n, 'not-admissible'), ...told])).toEqual(wrong(role, n, other))
  })

  test('is not ready or left, and not by anybody’s hand', () => {
    const untrue = 'a reason that does not hold'
    const [second, third, waits] = told as [(typeof told)[0], (typeof told)[0], (typeof told)[0]]
    expect(badReason([{ ...second, reason: 'not-ready' }, third, waits])).toEqual(
      wrong('mentor', 2, untrue),
    )
    expect(badReason([second, third, { ...waits, reason: 'limit' }])).toEqual(
      wrong('mentee', 12, untrue),
    )
    expect(badReason([{ ...second, reason: 'struck' }, third, waits])).toEqual(
      wrong('mentor', 2, untrue),
    )
  })
})

describe('What only chose pairs', () => {
  test('becomes a whole result, in order, with a reason for everybody', () => {
    const pool = poolOf([mentor(3), mentor(1), mentor(2)], [mentee(12), mentee(11), mentee(13)], {
      notReady: [
        { participant: who(4), role: 'mentor' },
        { participant: who(10), role: 'mentee' },
      ],
    })
    const admits: NonNullable<Port.PairScores['admits']> = (junior, senior) =>
      junior.participant !== who(3) && senior.participant !== who(13)
    const pairs = [pair(2, 12, 3), pair(1, 11, 4)]
    const result = Matching.resultOfPairs(pool, pairs, admits)
    expect(result).toEqual({
      pairs: [pair(1, 11, 4), pair(2, 12, 3)],
      unmatched: [
        left('mentor', 3, 'not-admissible'),
        left('mentor', 4, 'not-ready'),
        left('mentee', 10, 'not-ready'),
        left('mentee', 13, 'not-admissible'),
      ],
      worth: { pairs: 2, score: 7 },
    })
    expect(Matching.resultOfPairs(pool, [...result.pairs], admits)).toEqual(result)
    const late = poolOf([mentor(21)], [mentee(11)])
    expect(Matching.resultOfPairs(late, [], admits).unmatched.map(({ role }) => role)).toEqual([
      'mentor',
      'mentee',
    ])
    const fewer = Matching.resultOfPairs(pool, [pair(1, 11, 4)], admits)
    expect(fewer.unmatched).toEqual([
      left('mentor', 2, 'places-serve-others-better'),
      left('mentor', 3, 'not-admissible'),
      left('mentor', 4, 'not-ready'),
      left('mentee', 10, 'not-ready'),
      left('mentee', 12, 'places-serve-others-better'),
      left('mentee', 13, 'not-admissible'),
    ])
  })
})

describe('An answer', () => {
  const result = resultOf(
    [pair(1, 11, 5)],
    [left('mentor', 2, 'limit'), left('mentee', 12, 'struck')],
  )
  const right = (change: object) => ({ _tag: 'Right', right: { ...result, ...change } })

  test.each<[string, unknown]>([
    ['a result', right({})],
    ['a result with a bound', right({ bound: { pairs: 1, score: 5 } })],
    ['a failure', E.left({ _tag: 'PolicyFailure', problem: 'no' })],
  ])('is %s', (_, answer) => {
    expect(Matching.isAnswer(answer)).toBe(true)
  })

  const [one] = result.pairs
  const [who2] = result.unmatched
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a promise', Promise.resolve(right({}))],
    ['a bare result', result],
    ['nothing on the right', { _tag: 'Right' }],
    ['of another kind', { ...right({}), _tag: 'Both' }],
    ['a failure without a problem', E.left({})],
    ['a failure of one word', E.left('no')],
    ['a failure of another kind', { ...E.left({ problem: 'no' }), _tag: 'Both' }],
    ...Object.keys(result).map((key): [string, unknown] => [
      `no ${key}`,
      right({ [key]: undefined }),
    ]),
    ['no list of pairs', right({ pairs: { 0: one } })],
    ['a pair of nothing', right({ pairs: [null] })],
    ...Object.keys(one!).map((key): [string, unknown] => [
      `a pair without its ${key}`,
      right({ pairs: [one, { ...one, [key]: undefined }] }),
    ]),
    ['a contribution of nothing', right({ pairs: [{ ...one, reasons: [null] }] })],
    ['a contribution without a rule', right({ pairs: [{ ...one, reasons: [{ points: 1 }] }] })],
    ['a contribution without points', right({ pairs: [{ ...one, reasons: [{ rule: 'a' }] }] })],
    ...Object.keys(who2!).map((key): [string, unknown] => [
      `somebody without a ${key}`,
      right({ unmatched: [who2, { ...who2, [key]: undefined }] }),
    ]),
    ['somebody who is nothing', right({ unmatched: [null] })],
    ['a worth without pairs', right({ worth: { score: 5 } })],
    ['a worth without a score', right({ worth: { pairs: 1 } })],
    ['a bound that is no worth', right({ bound: 5 })],
  ])('is not %s', (_, answer) => {
    expect(Matching.isAnswer(answer)).toBe(false)
  })
})
