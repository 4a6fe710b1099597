import { Matching } from '@reverse-mentoring/core'
import { Engine } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestWorth } from './brute-force.ts'
import { chance, problemOf, seededPool, smallPool } from './pools.ts'

const rowsOf = (problem: Matching.MatchingProblem) =>
  Array.from(problem.menteePlaces, (places, mentee) => ({
    places,
    pairs: Array.from({ length: problem.first[mentee + 1]! - problem.first[mentee]! }, (_, i) => {
      const edge = problem.first[mentee]! + i
      return [problem.mentorOf[edge]!, problem.scoreOf[edge]!] as const
    }),
  }))

/** The problem as it was before its last people came: they have no place and no pair. */
const before = (
  problem: Matching.MatchingProblem,
  mentors: number,
  mentees: number,
): Matching.MatchingProblem =>
  problemOf(
    problem.objective,
    Array.from(problem.mentorPlaces, (places, mentor) => (mentor < mentors ? places : 0)),
    rowsOf(problem).map(({ places, pairs }, mentee) => ({
      places: mentee < mentees ? places : 0,
      pairs: mentee < mentees ? pairs.filter(([mentor]) => mentor < mentors) : [],
    })),
  )

describe('a newcomer', () => {
  test('is placed by one path each, and the result is optimal again', () => {
    fc.assert(
      fc.property(smallPool(8), fc.nat(7), fc.nat(7), (problem, m, n) => {
        const [mentors, mentees] = [problem.mentorPlaces.length, problem.menteePlaces.length]
        const [oldMentors, oldMentees] = [Math.min(m, mentors), Math.min(n, mentees)]
        const old = before(problem, oldMentors, oldMentees)
        const solved = Engine.solve(old)
        if (E.isLeft(solved)) return expect.fail('not solved')
        const prices = solved.right.certificate?.levels.at(-1)
        if (prices === undefined) return expect.fail('no prices')
        const edges = Int32Array.from(solved.right.taken, (edge) => {
          const mentee = old.first.findIndex((end, i) => i > 0 && edge < end) - 1
          const start = problem.first[mentee]!
          return (
            start +
            problem.mentorOf.subarray(start, problem.first[mentee + 1]).indexOf(old.mentorOf[edge]!)
          )
        })
        const range = (from: number, to: number) =>
          Array.from({ length: to - from }, (_, i) => from + i)
        const grown = Engine.augment(problem, {
          taken: edges,
          prices,
          mentors: range(oldMentors, mentors),
          mentees: range(oldMentees, mentees),
        })
        if (E.isLeft(grown)) return expect.fail('cancelled')
        const { taken, certificate, worth } = grown.right
        expect(Matching.verify(problem, taken, certificate)).toEqual(E.right(worth))
        expect(worth.score).toBe(bestWorth(problem).score)
      }),
      { numRuns: 1500 },
    )
  })
})

/** A scorer that knows a problem's pairs. */
const scorerOf = (problem: Matching.MatchingProblem): Engine.PairScorer => {
  const mentors = problem.mentorPlaces.length
  const table = new Int32Array(mentors * problem.menteePlaces.length).fill(-1)
  rowsOf(problem).forEach(({ pairs }, mentee) => {
    for (const [mentor, score] of pairs) table[mentee * mentors + mentor] = score
  })
  return {
    score: (mentor, mentee) => table[mentee * mentors + mentor]!,
    most: problem.scoreOf.reduce((a, b) => Math.max(a, b), 0),
  }
}

/** The same with rows, in the order of mentors. */
const withRows = (scorer: Engine.PairScorer, mentors: number): Engine.PairScorer => ({
  ...scorer,
  row: (mentee, among = Int32Array.from({ length: mentors }, (_, i) => i)) => {
    const admissible = among.filter((mentor) => scorer.score(mentor, mentee) >= 0)
    const scores = admissible.map((mentor) => scorer.score(mentor, mentee))
    return { mentors: admissible, scores, count: admissible.length }
  },
})

describe('price and add', () => {
  test.each(['single pairs', 'rows'])(
    'finds the optimum of all pairs from none, one or a few of each person, by %s',
    (by) => {
      fc.assert(
        fc.property(smallPool(8), fc.nat(3), (problem, few) => {
          const single = scorerOf(problem)
          const scorer = by === 'rows' ? withRows(single, problem.mentorPlaces.length) : single
          const start =
            few === 0 ? Engine.withoutPairs(problem) : Engine.bestPairs(problem, scorer, few)
          const priced = Engine.priceAndAdd(start, scorer)
          if (E.isLeft(priced)) return expect.fail('not solved')
          const best = bestWorth(problem)
          expect(priced.right.solution.worth.score).toBe(best.score)
          if (problem.objective === 'participation-first')
            expect(priced.right.solution.worth.pairs).toBe(best.pairs)
        }),
        { numRuns: 1000 },
      )
    },
  )

  test('proves the optimum of all pairs by the certificate of a few', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const problem = seededPool(seed % 20, 120)
      const single = scorerOf(problem)
      const scorer = seed < 20 ? single : withRows(single, problem.mentorPlaces.length)
      const priced = Engine.priceAndAdd(Engine.bestPairs(problem, scorer, 4), scorer)
      if (E.isLeft(priced)) return expect.fail('not solved')
      const { problem: sparse, solution } = priced.right
      const menteeOf = (edge: number) => sparse.first.findIndex((end, i) => i > 0 && edge < end) - 1
      const taken = Int32Array.from(solution.taken, (edge) => {
        const start = problem.first[menteeOf(edge)]!
        const row = problem.mentorOf.subarray(start, problem.first[menteeOf(edge) + 1])
        return start + row.indexOf(sparse.mentorOf[edge]!)
      }).sort()
      expect(Matching.verify(problem, taken, solution.certificate)).toEqual(E.right(solution.worth))
    }
  })
})

describe('baselines', () => {
  test('are legal, and greedy is worth half of the best or more', () => {
    fc.assert(
      fc.property(smallPool(8), fc.nat(), (problem, seed) => {
        const greedy = Engine.greedy(problem)
        const random = Engine.random(problem, seed)
        expect(Matching.verify(problem, greedy.taken)).toEqual(E.right(greedy.worth))
        expect(Matching.verify(problem, random.taken)).toEqual(E.right(random.worth))
        expect(2 * greedy.worth.score).toBeGreaterThanOrEqual(
          bestWorth({ ...problem, objective: 'score-first' }).score,
        )
      }),
      { numRuns: 500 },
    )
  })

  test('the same seed draws the same lot, another one another', () => {
    const below = chance(1)
    const pairs = () => Array.from({ length: 30 }, (_, mentor) => [mentor, below(9)] as const)
    const problem = problemOf(
      'score-first',
      new Array<number>(30).fill(1),
      Array.from({ length: 30 }, () => ({ places: 1, pairs: pairs() })),
    )
    expect(Engine.random(problem, 1).taken).toEqual(Engine.random(problem, 1).taken)
    expect(Engine.random(problem, 1).taken).not.toEqual(Engine.random(problem, 2).taken)
  })
})
