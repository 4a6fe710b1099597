import { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'

// Two mentors with 1 and 2 places; mentee 0 knows both, mentee 1 the first, mentee 2 both. Edges 0 … 4.
const problem: Matching.MatchingProblem = {
  objective: 'score-first',
  mentorPlaces: Int32Array.of(1, 2),
  menteePlaces: Int32Array.of(1, 1, 1),
  first: Int32Array.of(0, 2, 3, 5),
  mentorOf: Int32Array.of(0, 1, 0, 0, 1),
  scoreOf: Int32Array.of(9, 5, 4, 3, 2),
}
const best = Int32Array.of(0, 4)
const level = (
  mentors: ReadonlyArray<number>,
  mentees: ReadonlyArray<number>,
  bonus = 0,
  first = 0,
): Matching.NumericPrices => ({
  mentors: Float64Array.from(mentors),
  mentees: Float64Array.from(mentees),
  bonus,
  first,
})
const proof = { levels: [level([4, 0], [5, 0, 2])] }

const countFirst: Matching.MatchingProblem = { ...problem, objective: 'participation-first' }
const most = Int32Array.of(1, 2, 4)
const levels = [
  level([0, 0], [0, 0, 0], 0, 1),
  level([0, 0], [1, 1, 1], 1),
  level([4, 0], [5, 0, 2]),
]

describe('verify', () => {
  test('says what a result is worth, and that nothing is worth more', () => {
    expect(Matching.verify(problem, best)).toEqual(E.right({ people: 4, pairs: 2, score: 11 }))
    expect(Matching.verify(problem, best, proof)).toEqual(
      E.right({ people: 4, pairs: 2, score: 11 }),
    )
  })

  test('checks the count first, then the score of results with this count', () => {
    expect(Matching.verify(countFirst, most, { levels })).toEqual(
      E.right({ people: 5, pairs: 3, score: 11 }),
    )
  })

  test.each([
    ['no such edge', [0, 5], 1],
    ['no such edge', [-1], 0],
    ['not ascending', [4, 0], 1],
    ['not ascending', [0, 0], 1],
    ['more than the mentor has places', [0, 2], 0],
    ['more than the mentee has places', [0, 1], 0],
  ])('%s', (fault, taken, at) => {
    expect(Matching.verify(problem, Int32Array.from(taken))).toEqual(
      E.left({ _tag: 'NotLegal', problem: fault, at }),
    )
  })

  test.each([
    ['wrong number of levels', [], 0],
    ['wrong number of levels', levels, 3],
    ['wrong number of levels', new Array<Matching.NumericPrices>(1), 0],
    ['bonus not allowed', [level([4, 0], [5, 0, 2], 1)], 0],
    ['bad mentor price', [level([4.5, 0], [5, 0, 2])], 0],
    ['bad mentor price', [level([4], [5, 0, 2])], 1],
    ['bad mentor price', [level([4, Number.NaN], [5, 0, 2])], 1],
    ['bad mentor price', [level([Number.NaN], [5, 0, 2])], 0],
    ['bad mentee price', [level([4, 0], [0.5, 0, 2])], 0],
    ['bad mentee price', [level([4, 0], [5, 0.5, 2])], 1],
    ['bonus not allowed', [level([4, 0], [5, 0, 2], 0, 1)], 0],
    ['mentee place taken below its price', [level([4, 0], [5, 0, -1])], 2],
    ['edge worth more than its prices', [level([3, 0], [6, 0, 2])], 2],
    ['edge taken above its worth', [level([5, 0], [5, 0, 2])], 0],
    ['price on a free mentor place', [level([4, 1], [5, 0, 1])], 1],
    ['price on a free mentee place', [level([4, 0], [5, 1, 2])], 1],
  ])('%s', (fault, wrong, at) => {
    expect(Matching.verify(problem, best, { levels: wrong })).toEqual(
      E.left({ _tag: 'NotOptimal', level: 0, problem: fault, at }),
    )
  })

  const [ofPeople, ofPairs, ofScores] = levels as [
    Matching.NumericPrices,
    Matching.NumericPrices,
    Matching.NumericPrices,
  ]
  test.each<[string, number, ReadonlyArray<Matching.NumericPrices>]>([
    ['wrong number of levels', 0, [ofPeople, ofPairs]],
    ['bonus not allowed', 0, [{ ...ofPeople, bonus: 1 }, ofPairs, ofScores]],
    ['bonus not allowed', 0, [{ ...ofPeople, first: 0 }, ofPairs, ofScores]],
    ['bonus not allowed', 0, [{ ...ofPeople, first: -1 }, ofPairs, ofScores]],
    ['bonus not allowed', 1, [ofPeople, { ...ofPairs, bonus: 0 }, ofScores]],
    ['bonus not allowed', 1, [ofPeople, { ...ofPairs, bonus: 0.5 }, ofScores]],
    ['bonus not allowed', 1, [ofPeople, { ...ofPairs, bonus: -1 }, ofScores]],
    ['bonus not allowed', 1, [ofPeople, { ...ofPairs, first: 0.5 }, ofScores]],
    ['edge worth more than its prices', 0, [level([0, 0], [-1, 0, 0], 0, 1), ofPairs, ofScores]],
    ['edge taken above its worth', 1, [ofPeople, level([0, 0], [1, 1, 2], 1), ofScores]],
    ['edge taken above its worth', 2, [ofPeople, ofPairs, level([4, 0], [5, 1, 2])]],
  ])('of people first: %s in level %i', (fault, at, wrong) => {
    expect(Matching.verify(countFirst, most, { levels: wrong })).toMatchObject({
      left: { _tag: 'NotOptimal', level: at, problem: fault },
    })
  })

  test('a later level may count again what was proved to be as high as it can be', () => {
    const again = [ofPeople, level([0, 0], [1, 1, 1], 1, 3), level([6, 2], [10, 5, 7], 7, 0)]
    expect(Matching.verify(countFirst, most, { levels: again })).toEqual(
      E.right({ people: 5, pairs: 3, score: 11 }),
    )
  })

  test('no free place is priced beyond the pairs that there are', () => {
    // Mentor 1 knows mentees 0 and 2 only: a third place is worth nothing, so that a price on it says nothing.
    const wide = { ...countFirst, mentorPlaces: Int32Array.of(1, 3) }
    const priced = [ofPeople, level([1, 1], [0, 0, 0], 1), level([4, 0], [5, 0, 2])]
    expect(Matching.verify(wide, most, { levels: priced })).toEqual(
      E.right({ people: 5, pairs: 3, score: 11 }),
    )
    const roomy = { ...countFirst, menteePlaces: Int32Array.of(1, 2, 1) }
    expect(Matching.verify(roomy, most, { levels })).toEqual(
      E.right({ people: 5, pairs: 3, score: 11 }),
    )
  })

  test('the first mentor’s free places are priced by their own pairs too', () => {
    const alone: Matching.MatchingProblem = {
      objective: 'score-first',
      mentorPlaces: Int32Array.of(2),
      menteePlaces: Int32Array.of(1),
      first: Int32Array.of(0, 1),
      mentorOf: Int32Array.of(0),
      scoreOf: Int32Array.of(7),
    }
    expect(Matching.verify(alone, Int32Array.of(0), { levels: [level([7], [0])] })).toEqual(
      E.right({ people: 2, pairs: 1, score: 7 }),
    )
  })

  test('nothing is proved beyond exact numbers', () => {
    const far = Number.MAX_SAFE_INTEGER
    const alone: Matching.MatchingProblem = {
      objective: 'participation-first',
      mentorPlaces: Int32Array.of(1),
      menteePlaces: Int32Array.of(1),
      first: Int32Array.of(0, 1),
      mentorOf: Int32Array.of(0),
      scoreOf: Int32Array.of(7),
    }
    const counting = (bonus: number, first: number) => ({
      levels: [level([0], [0], 0, first), level([0], [bonus], bonus), level([0], [7])],
    })
    const taken = Int32Array.of(0)
    expect(Matching.verify(alone, taken, counting(far, 1))).toEqual(
      E.right({ people: 2, pairs: 1, score: 7 }),
    )
    expect(Matching.verify(alone, taken, counting(1, far))).toMatchObject({
      left: { level: 0, problem: 'beyond exact numbers', at: 0 },
    })
  })

  test('counts the people who had nobody before the pairs', () => {
    // Both mentors and mentees have two places each, but everybody knows everybody: two pairs each way are four people.
    const crossed: Matching.MatchingProblem = {
      objective: 'participation-first',
      mentorPlaces: Int32Array.of(2, 1),
      menteePlaces: Int32Array.of(1, 1),
      first: Int32Array.of(0, 2, 3),
      mentorOf: Int32Array.of(0, 1, 0),
      scoreOf: Int32Array.of(9, 0, 0),
    }
    const proofs = [
      level([0, 0], [0, 0], 0, 1),
      level([0, 0], [1, 1], 1),
      level([0, -9], [9, 0], 0, 9),
    ]
    expect(Matching.verify(crossed, Int32Array.of(1, 2), { levels: proofs })).toEqual(
      E.right({ people: 4, pairs: 2, score: 0 }),
    )
    expect(Matching.verify(crossed, Int32Array.of(0, 2), { levels: proofs })).toMatchObject({
      left: { level: 0, problem: 'price on a free mentor place', at: 1 },
    })
    const partners = { mentors: Int32Array.of(0, 1), mentees: Int32Array.of(0, 0) }
    const known = [level([0, 0], [0, 0], 0, 1), level([0, 0], [1, 1], 1), level([0, 0], [9, 0])]
    expect(
      Matching.verify({ ...crossed, partners }, Int32Array.of(0, 2), { levels: known }),
    ).toEqual(E.right({ people: 3, pairs: 2, score: 9 }))
  })

  test('takes off what further partners of the same people cost', () => {
    const spread: Matching.MatchingProblem = { ...problem, spread: 3 }
    // The second mentor would hold two: 5 + 2 − 3 is less than 9 + 2.
    expect(Matching.verify(spread, best, proof)).toEqual(
      E.right({ people: 4, pairs: 2, score: 11 }),
    )
    expect(Matching.verify(spread, Int32Array.of(1, 2, 4), proof)).toMatchObject({
      left: { problem: 'mentor place taken below its price', at: 1 },
    })
  })

  test('proves a result that a further partner is worth its points to, on either side', () => {
    // The second mentor holds two: 20 + 4 + 2 − 1. With a partner from before it would hold three: 26 − (1 + 2).
    const own: Matching.MatchingProblem = {
      ...problem,
      scoreOf: Int32Array.of(9, 20, 4, 3, 2),
      spread: 1,
    }
    const taken = Int32Array.of(1, 2, 4)
    const worth = E.right({ people: 5, pairs: 3, score: 26 })
    const proofOf = (mentors: ReadonlyArray<number>, mentees: ReadonlyArray<number>) => ({
      levels: [level(mentors, mentees)],
    })
    expect(Matching.verify(own, taken, proofOf([4, 1], [19, 0, 1]))).toEqual(worth)
    const partners = { mentors: Int32Array.of(0, 1), mentees: Int32Array.of(0, 0, 0) }
    expect(Matching.verify({ ...own, partners }, taken, proofOf([4, 2], [18, 0, 0]))).toEqual(
      E.right({ people: 4, pairs: 3, score: 26 }),
    )
    expect(Matching.verify({ ...own, partners }, taken, proofOf([4, 1], [19, 0, 1]))).toMatchObject(
      { left: { problem: 'mentor place taken below its price', at: 1 } },
    )
    // One mentee of both mentors: 9 + 5 − 2.
    const shared: Matching.MatchingProblem = {
      objective: 'score-first',
      mentorPlaces: Int32Array.of(1, 1),
      menteePlaces: Int32Array.of(2),
      first: Int32Array.of(0, 2),
      mentorOf: Int32Array.of(0, 1),
      scoreOf: Int32Array.of(9, 5),
      spread: 2,
    }
    expect(Matching.verify(shared, Int32Array.of(0, 1), proofOf([7, 3], [2]))).toEqual(
      E.right({ people: 3, pairs: 2, score: 14 }),
    )
    expect(Matching.verify(shared, Int32Array.of(0), proofOf([8, 4], [1]))).toMatchObject({
      left: { problem: 'price on a free mentor place', at: 1 },
    })
  })

  describe('with limits and floors', () => {
    const group = (side: 'mentors' | 'mentees', ...members: ReadonlyArray<number>) => ({
      side,
      members: Int32Array.from(members),
    })
    const limits = [{ ...group('mentees', 0, 1), atMost: 1 }]
    const floors = [{ ...group('mentees', 1), atLeast: 1 }]

    test('says which one a result breaks', () => {
      const taken = Int32Array.of(1, 2, 4)
      expect(Matching.verify({ ...problem, limits }, taken)).toEqual(
        E.left({ _tag: 'NotLegal', problem: 'more pairs than a limit allows', at: 0 }),
      )
      expect(Matching.verify({ ...problem, floors }, best)).toEqual(
        E.left({ _tag: 'NotLegal', problem: 'fewer people than a floor asks for', at: 0 }),
      )
    })

    test('is proved without prices of those that are not in the way', () => {
      const loose = [{ ...group('mentees', 0, 1), atMost: 2 }]
      const met = [{ ...group('mentees', 0), atLeast: 1 }]
      expect(Matching.verify({ ...problem, limits: loose, floors: met }, best, proof)).toEqual(
        E.right({ people: 4, pairs: 2, score: 11 }),
      )
    })

    test('takes their prices into the proof, and nothing that leaves room', () => {
      const limited = { ...problem, limits, floors }
      const taken = Int32Array.of(2, 4)
      // Mentee 1 takes the only place of the limit, at the cost of the 9 − 4 points more that mentee 0 would bring.
      const priced = level([1, 0], [8, 3, 2])
      const levelsOf = (limit: number, floor: number) => ({
        levels: [{ ...priced, limits: Float64Array.of(limit), floors: Float64Array.of(floor) }],
      })
      expect(Matching.verify(limited, taken, levelsOf(8, 5))).toEqual(
        E.right({ people: 4, pairs: 2, score: 6 }),
      )
      expect(Matching.verify(limited, taken, levelsOf(8, 4))).toMatchObject({
        left: { problem: 'mentee place taken below its price', at: 1 },
      })
      expect(Matching.verify(limited, taken, levelsOf(-1, 5))).toMatchObject({
        left: { problem: 'bad limit price', at: 0 },
      })
      expect(Matching.verify(limited, taken, levelsOf(8, 0.5))).toMatchObject({
        left: { problem: 'bad floor price', at: 0 },
      })
      const wide = { ...limited, limits: [{ ...group('mentees', 0, 1), atMost: 2 }] }
      expect(Matching.verify(wide, taken, levelsOf(8, 5))).toMatchObject({
        left: { problem: 'price on a limit that is not reached', at: 0 },
      })
      const low = { ...limited, floors: [{ ...group('mentees', 1), atLeast: 0 }] }
      expect(Matching.verify(low, taken, levelsOf(8, 5))).toMatchObject({
        left: { problem: 'price on a floor that is more than met', at: 0 },
      })
    })
  })

  describe('with limits on pairs', () => {
    const kind = (
      mentors: ReadonlyArray<number>,
      mentees: ReadonlyArray<number>,
      atMost: number,
    ): Matching.PairLimit => ({
      mentors: Int32Array.from(mentors),
      mentees: Int32Array.from(mentees),
      atMost,
    })
    const wide = kind([0, 1], [0, 1, 2], 9)
    const breaks = (taken: ReadonlyArray<number>, ...pairLimits: Array<Matching.PairLimit>) => {
      const judged = Matching.verify({ ...problem, pairLimits }, Int32Array.from(taken))
      return E.isLeft(judged) ? judged.left : undefined
    }
    const broken = (at: number) => ({
      _tag: 'NotLegal',
      problem: 'more pairs of a kind than a limit allows',
      at,
    })

    test('says which one a result breaks', () => {
      // Edges 1, 2 and 4 pair mentor 1 with mentees 0 and 2, and mentor 0 with mentee 1.
      expect(breaks([1, 2, 4], kind([1], [0, 2], 1))).toEqual(broken(0))
      expect(breaks([1, 2, 4], wide, kind([1], [0, 2], 1))).toEqual(broken(1))
      expect(breaks([2], kind([0], [1], 0))).toEqual(broken(0))
      expect(breaks([4], kind([1], [2], 0))).toEqual(broken(0))
    })

    test('counts only pairs of both its lists, as many as it allows', () => {
      expect(breaks([1, 2, 4], wide, kind([1], [0, 2], 2))).toBeUndefined()
      expect(breaks([1, 2, 4], kind([0], [0, 2], 0), kind([1], [1], 0))).toBeUndefined()
      expect(breaks([], kind([0, 1], [0, 1, 2], 0))).toBeUndefined()
    })

    test.each([
      ['of a mentor who is not there', kind([0, 2], [0], 1)],
      ['of a mentee who is not there', kind([0], [0, 3], 1)],
      ['of mentors twice', kind([1, 1], [0], 1)],
      ['below 0', kind([0], [0], -1)],
      ['of no whole number', kind([0], [0], 0.5)],
    ])('is bad %s', (_, limit) => {
      const bad = { _tag: 'BadProblem', problem: 'bad limit on pairs', at: 1 }
      expect(breaks([], wide, limit)).toEqual(bad)
      expect(breaks([], limit)).toEqual({ ...bad, at: 0 })
    })
  })

  test('a better result does not pass for the best count, nor the best count for the best score', () => {
    expect(Matching.verify(countFirst, best, { levels })).toMatchObject({
      left: { _tag: 'NotOptimal', level: 0 },
    })
    expect(Matching.verify(problem, Int32Array.of(1, 2), proof)).toMatchObject({
      left: { _tag: 'NotOptimal' },
    })
  })

  test('the pairs of a mentee may stand in any order', () => {
    const any: Matching.MatchingProblem = {
      ...problem,
      first: Int32Array.of(0, 1, 3, 5),
      mentorOf: Int32Array.of(0, 1, 0, 1, 0),
    }
    expect(Matching.checkProblem(any)).toEqual(E.right(any))
  })

  test.each([
    ['negative mentor places', { mentorPlaces: Int32Array.of(1, -1) }, 1],
    ['negative mentee places', { menteePlaces: Int32Array.of(-1, 1, 1) }, 0],
    ['edges are not grouped by mentee', { first: Int32Array.of(0, 3, 2, 5) }, 2],
    ['edges are not grouped by mentee', { first: Int32Array.of(0, 2, 3, 4) }, 3],
    ['edges are not grouped by mentee', { first: Int32Array.of(0, 5) }, 2],
    ['unknown mentor', { mentorOf: Int32Array.of(0, 2, 0, 0, 1) }, 1],
    ['unknown mentor', { mentorOf: Int32Array.of(0, -1, 0, 0, 1) }, 1],
    ['pair named twice', { mentorOf: Int32Array.of(1, 1, 0, 0, 1) }, 1],
    ['negative score', { scoreOf: Int32Array.of(9, 5, -4, 3, 2) }, 2],
    [
      'partners of as many people as there are not',
      { partners: { mentors: Int32Array.of(0), mentees: Int32Array.of(0, 0, 0) } },
      0,
    ],
    [
      'negative partners',
      { partners: { mentors: Int32Array.of(0, 0), mentees: Int32Array.of(0, -1, 0) } },
      1,
    ],
    [
      'partners of as many people as there are not',
      { partners: { mentors: Int32Array.of(0, 0), mentees: Int32Array.of(0, 0) } },
      0,
    ],
    [
      'negative partners',
      { partners: { mentors: Int32Array.of(-1, 0), mentees: Int32Array.of(0, 0, 0) } },
      0,
    ],
    ['negative mentor places', { mentorPlaces: Int32Array.of(-1, 2) }, 0],
    ['edges are not grouped by mentee', { first: Int32Array.of(1, 2, 3, 5) }, 0],
    ['edges are not grouped by mentee', { scoreOf: Int32Array.of(9, 5, 4, 3, 2, 1) }, 3],
    ['negative score', { scoreOf: Int32Array.of(-9, 5, 4, 3, 2) }, 0],
    ['spread is no whole number from 0', { spread: 0.5 }, 0],
    ['bad limit', { limits: [{ side: 'mentors', members: Int32Array.of(2), atMost: 1 }] }, 0],
    ['bad limit', { limits: [{ side: 'mentors', members: Int32Array.of(0), atMost: -1 }] }, 0],
    ['bad floor', { floors: [{ side: 'mentees', members: Int32Array.of(1, 0), atLeast: 1 }] }, 0],
  ] as ReadonlyArray<readonly [string, Partial<Matching.MatchingProblem>, number]>)(
    '%s',
    (fault, wrong, at) => {
      const bad = E.left({ _tag: 'BadProblem', problem: fault, at })
      expect(Matching.checkProblem({ ...problem, ...wrong })).toEqual(bad)
      expect(Matching.verify({ ...problem, ...wrong }, best)).toEqual(bad)
    },
  )
})
