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
): Matching.NumericPrices => ({
  mentors: Float64Array.from(mentors),
  mentees: Float64Array.from(mentees),
  bonus,
})
const proof = { levels: [level([4, 0], [5, 0, 2])] }

const countFirst: Matching.MatchingProblem = { ...problem, objective: 'participation-first' }
const most = Int32Array.of(1, 2, 4)
const levels = [level([0, 0], [1, 1, 1], 1), level([4, 0], [5, 0, 2], 0)]

describe('verify', () => {
  test('says what a result is worth, and that nothing is worth more', () => {
    expect(Matching.verify(problem, best)).toEqual(E.right({ pairs: 2, score: 11 }))
    expect(Matching.verify(problem, best, proof)).toEqual(E.right({ pairs: 2, score: 11 }))
  })

  test('checks the count first, then the score of results with this count', () => {
    expect(Matching.verify(countFirst, most, { levels })).toEqual(E.right({ pairs: 3, score: 11 }))
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
    ['wrong number of levels', levels, 2],
    ['bonus not allowed', [level([4, 0], [5, 0, 2], 1)], 0],
    ['bad mentor price', [level([4.5, 0], [5, 0, 2])], 0],
    ['bad mentor price', [level([4], [5, 0, 2])], 1],
    ['bad mentor price', [level([4, Number.NaN], [5, 0, 2])], 1],
    ['bad mentee price', [level([4, 0], [5, -1, 2])], 1],
    ['edge worth more than its prices', [level([3, 0], [6, 0, 2])], 2],
    ['edge taken above its worth', [level([5, 0], [5, 0, 2])], 0],
    ['price on a free mentor place', [level([4, 1], [5, 0, 1])], 1],
    ['price on a free mentee place', [level([4, 0], [5, 1, 2])], 1],
  ])('%s', (fault, wrong, at) => {
    expect(Matching.verify(problem, best, { levels: wrong })).toEqual(
      E.left({ _tag: 'NotOptimal', level: 0, problem: fault, at }),
    )
  })

  test('a better result does not pass for the best count, nor the best count for the best score', () => {
    expect(Matching.verify(countFirst, best, { levels })).toMatchObject({
      left: { _tag: 'NotOptimal', level: 0 },
    })
    expect(Matching.verify(problem, Int32Array.of(1, 2), proof)).toMatchObject({
      left: { _tag: 'NotOptimal' },
    })
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
  ])('%s', (fault, wrong, at) => {
    const bad = E.left({ _tag: 'BadProblem', problem: fault, at })
    expect(Matching.checkProblem({ ...problem, ...wrong })).toEqual(bad)
    expect(Matching.verify({ ...problem, ...wrong }, best)).toEqual(bad)
  })
})
