import { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { candidate, code, left, pair, poolOf, resultOf, who } from './people.ts'

/** What a pair is worth, by mentor and mentee; a pair that is not in it is not admitted. */
type Scores = Readonly<Record<string, number>>
const scored =
  (scores: Scores): Matching.Judging['score'] =>
  (mentor, mentee) =>
    scores[
      `${String(Number(mentor.participant.slice(-4)))} ${String(Number(mentee.participant.slice(-4)))}`
    ]

const mentor = (n: number, places = 1) => candidate('mentor', n, { places })
const mentee = (n: number, places = 1) => candidate('mentee', n, { places })

const judge = (
  pool: Matching.MatchingPool,
  result: Matching.MatchingResult,
  scores: Scores,
  said: Partial<Matching.Judging> = {},
) => Matching.verifyResult(pool, result, { score: scored(scores), ...said })

const wrong = (role: 'mentor' | 'mentee', n: number, problem: string) =>
  E.left({ _tag: 'BadResult', problem, participant: who(n), role })
const free = 'somebody left while an admitted counterpart is free'
const untrue = 'a reason that does not hold'

describe('Who is left', () => {
  const pool = poolOf([mentor(1), mentor(2)], [mentee(11), mentee(12)])
  const one = [pair(1, 11, 5)]

  test('is left in vain while somebody opposite is free', () => {
    const scores = { '1 11': 5, '2 12': 3 }
    for (const reason of ['places-serve-others-better', 'too-few-places'] as const) {
      const unmatched = [left('mentor', 2, reason), left('mentee', 12, reason)]
      expect(judge(pool, resultOf(one, unmatched), scores)).toEqual(wrong('mentor', 2, free))
    }
  })

  test('is not admissible where there is nobody, and only there', () => {
    const nobody = [left('mentor', 2, 'not-admissible'), left('mentee', 12, 'not-admissible')]
    expect(judge(pool, resultOf(one, nobody), { '1 11': 5 })).toEqual(
      E.right({ pairs: 1, score: 5, people: 2 }),
    )
    expect(judge(pool, resultOf(one, nobody), { '1 11': 5, '1 12': 3 })).toEqual(
      wrong('mentee', 12, untrue),
    )
    expect(judge(pool, resultOf(one, nobody), { '1 11': 5, '2 11': 3 })).toEqual(
      wrong('mentor', 2, untrue),
    )
    const better = nobody.map((each) => ({
      ...each,
      reason: 'places-serve-others-better' as const,
    }))
    expect(judge(pool, resultOf(one, better), { '1 11': 5 })).toEqual(wrong('mentor', 2, untrue))
  })

  test('is below a threshold where it alone keeps them apart', () => {
    const admits: Matching.Judging['admits'] = ({ participant }) => participant === who(2)
    const low = [left('mentor', 2, 'below-threshold'), left('mentee', 12, 'below-threshold')]
    expect(judge(pool, resultOf(one, low), { '1 11': 5 }, { admits })).toEqual(
      E.right({ pairs: 1, score: 5, people: 2 }),
    )
    expect(judge(pool, resultOf(one, low), { '1 11': 5 })).toEqual(wrong('mentor', 2, untrue))
    const apart = { ...pool, forbidden: [{ first: who(2), second: who(12) }] }
    expect(judge(apart, resultOf(one, low), { '1 11': 5 }, { admits })).toEqual(
      wrong('mentee', 12, untrue),
    )
    const nobody = low.map((each) => ({ ...each, reason: 'not-admissible' as const }))
    expect(judge(pool, resultOf(one, nobody), { '1 11': 5 }, { admits })).toEqual(
      wrong('mentor', 2, untrue),
    )
    expect(judge(pool, resultOf(one, low), { '1 11': 5, '1 12': 1 }, { admits })).toEqual(
      wrong('mentee', 12, untrue),
    )
  })

  test('is below a threshold by whom they could have, not by whom others could', () => {
    const admits: Matching.Judging['admits'] = (junior, senior) =>
      junior.participant === who(1) && senior.participant === who(12)
    const unmatched = [left('mentor', 2, 'not-admissible'), left('mentee', 12, 'below-threshold')]
    expect(judge(pool, resultOf(one, unmatched), { '1 11': 5 }, { admits })).toEqual(
      E.right({ pairs: 1, score: 5, people: 2 }),
    )
  })

  test('has too few places where people together seek more than there are', () => {
    const three = poolOf([mentor(1), mentor(2)], [mentee(11), mentee(12), mentee(13)])
    const scores = { '1 11': 5, '1 12': 3, '2 13': 1 }
    const few = (...set: ReadonlyArray<number>) =>
      resultOf(
        [pair(1, 11, 5), pair(2, 13, 1)],
        [left('mentee', 12, 'too-few-places', { hallSet: set.map(who) })],
      )
    const worth = E.right({ pairs: 2, score: 6, people: 4 })
    expect(judge(three, few(11, 12), scores)).toEqual(worth)
    expect(judge(three, few(11, 12, 13), scores)).toEqual(worth)
    for (const set of [[], [12], [11], [11, 13], [12, 13], [11, 12, 12], [11, 12, 99]])
      expect(judge(three, few(...set), scores), set.join()).toEqual(wrong('mentee', 12, untrue))
    const { hallSet: _hallSet, ...bare } = left('mentee', 12, 'too-few-places')
    expect(judge(three, resultOf([pair(1, 11, 5), pair(2, 13, 1)], [bare]), scores)).toEqual(
      wrong('mentee', 12, untrue),
    )
  })

  test('seeks no more places than there are counterparts, and each of these has one for a pair', () => {
    // Mentee 12 has three places and two counterparts; mentor 1 has two, but one of two pairs each way.
    const scores = { '1 11': 5, '1 12': 3, '2 12': 3 }
    const many = poolOf([mentor(1), mentor(2, 9)], [mentee(11), mentee(12, 3)])
    const few = (
      pairs: ReadonlyArray<Matching.ProposedPair>,
      role: 'mentor' | 'mentee',
      n: number,
    ) => resultOf(pairs, [left(role, n, 'too-few-places', { hallSet: [who(11), who(12)] })])
    expect(judge(many, few([pair(1, 12, 3), pair(2, 12, 3)], 'mentee', 11), scores)).toEqual(
      E.right({ pairs: 2, score: 6, people: 3 }),
    )
    const wide = poolOf([mentor(1, 2), mentor(2, 9)], [mentee(11), mentee(12, 3)])
    expect(judge(wide, few([pair(1, 12, 3), pair(2, 12, 3)], 'mentee', 11), scores)).toEqual(
      wrong('mentee', 11, free),
    )
  })

  test('seeks no place twice of one counterpart, nor of people who are not there', () => {
    // Mentee 12 seeks three, and there are two mentors for them.
    const scores = { '1 11': 5, '1 12': 3, '2 12': 3, '1 13': 1 }
    const wide = poolOf([mentor(1, 2), mentor(2)], [mentee(11), mentee(12, 3), mentee(13)])
    const few = (...set: ReadonlyArray<number>) =>
      resultOf(
        [pair(1, 12, 3), pair(2, 12, 3), pair(1, 13, 1)],
        [left('mentee', 11, 'too-few-places', { hallSet: set.map(who) })],
      )
    expect(judge(wide, few(11, 12, 13), scores)).toEqual(E.right({ pairs: 3, score: 7, people: 4 }))
    expect(judge(wide, few(11, 12), scores)).toEqual(wrong('mentee', 11, untrue))
    const narrow = poolOf([mentor(1)], [mentee(11), mentee(12)])
    const unknown = resultOf(
      [pair(1, 12, 3)],
      [left('mentee', 11, 'too-few-places', { hallSet: [who(11), who(99)] })],
    )
    expect(judge(narrow, unknown, scores)).toEqual(wrong('mentee', 11, untrue))
  })

  test('has places opposite counted as they are there', () => {
    const three = poolOf([mentor(1), mentor(2), mentor(3)], [mentee(11, 2)])
    const scores = { '1 11': 5, '2 11': 3, '3 11': 1 }
    const few = (...set: ReadonlyArray<number>) =>
      resultOf(
        [pair(1, 11, 5), pair(2, 11, 3)],
        [left('mentor', 3, 'too-few-places', { hallSet: set.map(who) })],
      )
    expect(judge(three, few(1, 2, 3), scores)).toEqual(E.right({ pairs: 2, score: 8, people: 3 }))
    expect(judge(three, few(1, 3), scores)).toEqual(wrong('mentor', 3, untrue))
    const one = resultOf([pair(1, 11, 5)], [left('mentor', 2, 'places-serve-others-better')])
    expect(judge(poolOf([mentor(1), mentor(2)], [mentee(11, 2)]), one, scores)).toEqual(
      wrong('mentor', 2, free),
    )
  })

  test('of the mentors has reasons of their own side', () => {
    const three = poolOf([mentor(1), mentor(2), mentor(3)], [mentee(11), mentee(12)])
    const scores = { '1 11': 5, '2 11': 3, '3 12': 1 }
    const few = (...set: ReadonlyArray<number>) =>
      resultOf(
        [pair(1, 11, 5), pair(3, 12, 1)],
        [left('mentor', 2, 'too-few-places', { hallSet: set.map(who) })],
      )
    expect(judge(three, few(1, 2), scores)).toEqual(E.right({ pairs: 2, score: 6, people: 4 }))
    expect(judge(three, few(2, 3), scores)).toEqual(wrong('mentor', 2, untrue))
  })
})

describe('A limit', () => {
  const pool = poolOf([mentor(1), mentor(2)], [mentee(11), mentee(12)])
  const scores = { '1 11': 5, '2 12': 3 }
  const ofBoth = { code: code('few'), role: 'mentee', people: [who(11), who(12)] } as const
  const unmatched = (limit?: string) => {
    const named = limit === undefined ? {} : { limit: code(limit) }
    return [left('mentor', 2, 'limit', named), left('mentee', 12, 'limit', named)]
  }
  const result = (limit?: string) => resultOf([pair(1, 11, 5)], unmatched(limit))
  const worth = E.right({ pairs: 1, score: 5, people: 2 })
  const at = (atMost: number, more = {}) => ({ limits: [{ ...ofBoth, atMost, ...more }] })

  test('keeps a pair apart where it is reached, on either side of it', () => {
    expect(judge(pool, result('few'), scores, at(1))).toEqual(worth)
    expect(judge(pool, result(), scores, at(1))).toEqual(worth)
    const ofMentors = at(1, { role: 'mentor', people: [who(1), who(2)] })
    expect(judge(pool, result('few'), scores, ofMentors)).toEqual(worth)
  })

  test('that has room, that is another or of others keeps nobody apart', () => {
    expect(judge(pool, result('few'), scores, at(2))).toEqual(wrong('mentor', 2, free))
    expect(judge(pool, result('many'), scores, at(1))).toEqual(wrong('mentor', 2, untrue))
    const ofOne = at(1, { people: [who(11)] })
    expect(judge(pool, result('few'), scores, ofOne)).toEqual(wrong('mentor', 2, free))
    expect(judge(pool, result('few'), scores)).toEqual(wrong('mentor', 2, free))
  })

  test('is no reason of who has nobody, and another reason is none where it keeps them', () => {
    expect(judge(pool, result('few'), { '1 11': 5 }, at(1))).toEqual(wrong('mentor', 2, untrue))
    const others = unmatched().map((one) => ({
      ...one,
      reason: 'places-serve-others-better' as const,
    }))
    expect(judge(pool, resultOf([pair(1, 11, 5)], others), scores, at(1))).toEqual(
      wrong('mentor', 2, untrue),
    )
  })

  test('is no reason of a member who has nobody', () => {
    const ofMentor = at(0, { role: 'mentor', people: [who(2)] })
    const mine = resultOf(
      [pair(1, 11, 5)],
      [left('mentor', 2, 'limit'), left('mentee', 12, 'not-admissible')],
    )
    expect(judge(pool, mine, { '1 11': 5 }, ofMentor)).toEqual(wrong('mentor', 2, untrue))
    const theirs = resultOf(
      [pair(1, 11, 5)],
      [left('mentor', 2, 'not-admissible'), left('mentee', 12, 'limit')],
    )
    expect(judge(pool, theirs, { '1 11': 5 }, at(1))).toEqual(wrong('mentee', 12, untrue))
  })

  test('may be told where another is reached beside it', () => {
    const two = {
      limits: [
        { ...ofBoth, atMost: 1 },
        { ...ofBoth, code: code('as-few'), atMost: 1 },
      ],
    }
    expect(judge(pool, result('few'), scores, two)).toEqual(worth)
    expect(judge(pool, result('as-few'), scores, two)).toEqual(worth)
  })

  test('that is one of two is told by its own code', () => {
    const two = {
      limits: [
        { ...ofBoth, atMost: 1 },
        { ...ofBoth, code: code('wide'), atMost: 2 },
      ],
    }
    expect(judge(pool, result('few'), scores, two)).toEqual(worth)
    expect(judge(pool, result('wide'), scores, two)).toEqual(wrong('mentor', 2, untrue))
  })
})

describe('A limit on pairs', () => {
  const pool = poolOf([mentor(1), mentor(2), mentor(3)], [mentee(11), mentee(12), mentee(13)])
  const scores = { '1 11': 5, '2 12': 3, '3 13': 2 }
  const kind = (
    mentors: ReadonlyArray<number>,
    mentees: ReadonlyArray<number>,
    atMost: number,
    name = 'few',
  ) => ({ code: code(name), mentors: mentors.map(who), mentees: mentees.map(who), atMost })
  const leaves = (limit?: string) => {
    const named = limit === undefined ? {} : { limit: code(limit) }
    const pairs = [pair(1, 11, 5), pair(2, 12, 3)]
    return resultOf(pairs, [left('mentor', 3, 'limit', named), left('mentee', 13, 'limit', named)])
  }
  const under = (
    result: Matching.MatchingResult,
    ...pairLimits: NonNullable<Matching.Judging['pairLimits']>
  ) => judge(pool, result, scores, { pairLimits })
  const worth = E.right({ pairs: 2, score: 8, people: 4 })

  test('keeps a pair of both its lists apart where it is reached', () => {
    for (const limit of [
      kind([1, 2, 3], [11, 12, 13], 2),
      kind([2, 3], [12, 13], 1),
      kind([1, 3], [11, 13], 1),
      kind([3], [13], 0),
    ])
      for (const named of ['few', undefined])
        expect(under(leaves(named), limit), JSON.stringify(limit)).toEqual(worth)
  })

  test('keeps nobody apart that has room, or is of pairs of others', () => {
    for (const limit of [
      kind([1, 2, 3], [11, 12, 13], 3),
      kind([3], [11, 12], 0),
      kind([1, 2], [13], 0),
      kind([2, 3], [11, 13], 1),
      kind([1, 3], [12, 13], 1),
    ])
      expect(under(leaves('few'), limit), JSON.stringify(limit)).toEqual(wrong('mentor', 3, free))
  })

  test('is told by its own code, and is the only reason where it keeps them apart', () => {
    const two = [kind([3], [13], 0), kind([3], [13], 1, 'wide')]
    expect(under(leaves('few'), ...two)).toEqual(worth)
    expect(under(leaves('wide'), ...two)).toEqual(wrong('mentor', 3, untrue))
    const better = [
      left('mentor', 3, 'places-serve-others-better'),
      left('mentee', 13, 'places-serve-others-better'),
    ]
    expect(under(resultOf([pair(1, 11, 5), pair(2, 12, 3)], better), ...two)).toEqual(
      wrong('mentor', 3, untrue),
    )
  })

  test('is not gone beyond, and pairs that must be count in it', () => {
    const all = resultOf([pair(1, 11, 5), pair(2, 12, 3), pair(3, 13, 2)])
    const beyond = E.left({
      ...{ _tag: 'NotLegal', problem: 'more pairs of a kind than a limit allows' },
      at: 0,
    })
    expect(under(all, kind([1, 2, 3], [11, 12, 13], 2))).toEqual(beyond)
    expect(under(all, kind([1, 2, 3], [11, 12, 13], 3))).toMatchObject({ _tag: 'Right' })
    const fixed = (...pairLimits: NonNullable<Matching.Judging['pairLimits']>) =>
      judge(pool, all, scores, { pairLimits, together: [{ mentor: who(1), mentee: who(11) }] })
    expect(fixed(kind([1, 2], [11, 12], 1))).toEqual(beyond)
    for (const limit of [
      kind([1, 2], [11, 12], 2),
      kind([2, 3], [11, 12], 1),
      kind([1, 2], [12, 13], 1),
    ])
      expect(fixed(limit), JSON.stringify(limit)).toMatchObject({ _tag: 'Right' })
  })
})

describe('Spread', () => {
  const pool = poolOf([mentor(1, 2)], [mentee(11), mentee(12)])
  const spread = (points: number) => ({ spread: points })
  const result = (reason: Matching.UnmatchedCandidate['reason']) =>
    resultOf([pair(1, 11, 5)], [left('mentee', 12, reason)])
  const scores = { '1 11': 5, '1 12': 3 }
  const worth = E.right({ pairs: 1, score: 5, people: 2 })

  test('keeps a pair apart where a further partner costs more than it is worth', () => {
    expect(judge(pool, result('spread'), scores, spread(4))).toEqual(worth)
    expect(judge(pool, result('spread'), scores, spread(3))).toEqual(wrong('mentee', 12, free))
    expect(judge(pool, result('spread'), scores)).toEqual(wrong('mentee', 12, free))
    expect(judge(pool, result('places-serve-others-better'), scores, spread(4))).toEqual(
      wrong('mentee', 12, untrue),
    )
  })

  test('counts the partners that both have already', () => {
    const held = { mentor: who(1), mentee: who(13) }
    const holding = (...locked: Matching.MatchingPool['locked']) => ({ ...pool, locked })
    expect(judge(holding(held), result('spread'), scores, spread(2))).toEqual(
      E.right({ pairs: 1, score: 5, people: 1 }),
    )
    expect(judge(holding(), result('spread'), scores, spread(2))).toEqual(wrong('mentee', 12, free))
    const senior = { mentor: who(3), mentee: who(12) }
    expect(judge(holding(senior), result('spread'), scores, spread(2))).toEqual(worth)
  })

  test('keeps nobody apart where the people come first', () => {
    const first = { ...spread(4), objective: 'participation-first' } as const
    expect(judge(pool, result('spread'), scores, first)).toEqual(wrong('mentee', 12, free))
  })

  test('is no reason of who has nobody free', () => {
    const full = poolOf([mentor(1)], [mentee(11), mentee(12)])
    expect(judge(full, result('spread'), scores, spread(4))).toEqual(wrong('mentee', 12, untrue))
  })
})
