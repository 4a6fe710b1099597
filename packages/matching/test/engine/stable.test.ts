import { Matching } from '@reverse-mentoring/core'
import { Engine } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chance, problemOf, smallPool } from './pools.ts'

const ranked = (problem: Matching.MatchingProblem, seed: number): Engine.Ranks => {
  const below = chance(seed)
  const some = () => problem.mentorOf.map(() => below(5))
  return { ofMentor: some(), ofMentee: some() }
}

const menteeOf = ({ first }: Matching.MatchingProblem, edge: number): number =>
  first.findIndex((end, i) => i > 0 && edge < end) - 1

/** The first edge whose two people would both rather have it, by the same order of equals as the engine. */
const blockingPair = (
  problem: Matching.MatchingProblem,
  taken: Int32Array,
  ranks: Engine.Ranks,
): number => {
  const would = (
    edge: number,
    rank: Int32Array,
    own: ReadonlyArray<number>,
    places: number,
  ): boolean =>
    places > own.length ||
    own.some((other) => rank[edge]! < rank[other]! || (rank[edge] === rank[other] && edge < other))
  return problem.mentorOf.findIndex((mentor, edge) => {
    if (taken.includes(edge)) return false
    const mentee = menteeOf(problem, edge)
    const ofMentor = [...taken].filter((other) => problem.mentorOf[other] === mentor)
    const ofMentee = [...taken].filter((other) => menteeOf(problem, other) === mentee)
    const [mentorPlaces, menteePlaces] = [
      problem.mentorPlaces[mentor]!,
      problem.menteePlaces[mentee]!,
    ]
    if (mentorPlaces === 0 || menteePlaces === 0) return false
    return (
      would(edge, ranks.ofMentor, ofMentor, mentorPlaces) &&
      would(edge, ranks.ofMentee, ofMentee, menteePlaces)
    )
  })
}

const counts = (problem: Matching.MatchingProblem, taken: Int32Array) => ({
  mentors: Array.from(
    problem.mentorPlaces,
    (_, mentor) => [...taken].filter((edge) => problem.mentorOf[edge] === mentor).length,
  ),
  mentees: Array.from(
    problem.menteePlaces,
    (_, mentee) => [...taken].filter((edge) => menteeOf(problem, edge) === mentee).length,
  ),
})

describe('deferred acceptance', () => {
  test('is legal and has no blocking pair, whoever proposes', () => {
    fc.assert(
      fc.property(
        smallPool(8),
        fc.nat(),
        fc.constantFrom('mentee' as const, 'mentor' as const),
        (problem, seed, proposing) => {
          const ranks = ranked(problem, seed)
          const { taken, worth } = Engine.stable(problem, ranks, proposing)
          expect(Matching.verify(problem, taken)).toEqual(E.right(worth))
          expect(blockingPair(problem, taken, ranks)).toBe(-1)
        },
      ),
      { numRuns: 1500 },
    )
  })

  test('matches the same people as often in every stable result (rural hospitals)', () => {
    fc.assert(
      fc.property(smallPool(8), fc.nat(), (problem, seed) => {
        const ranks = ranked(problem, seed)
        const one = Engine.stable(problem, ranks, 'mentee').taken
        const two = Engine.stable(problem, ranks, 'mentor').taken
        expect(counts(problem, one)).toEqual(counts(problem, two))
      }),
      { numRuns: 500 },
    )
  })

  test('is best for each who proposes, and worst for the others, where everybody has one place', () => {
    fc.assert(
      fc.property(smallPool(8), fc.nat(), (some, seed) => {
        const problem = {
          ...some,
          mentorPlaces: some.mentorPlaces.map(() => 1),
          menteePlaces: some.menteePlaces.map(() => 1),
        }
        const ranks = ranked(problem, seed)
        const rankFor = (taken: Int32Array, rank: Int32Array, who: (edge: number) => number) =>
          new Map([...taken].map((edge) => [who(edge), rank[edge]! * 1e6 + edge]))
        const mentees = (taken: Int32Array) =>
          rankFor(taken, ranks.ofMentee, (edge) => menteeOf(problem, edge))
        const mentors = (taken: Int32Array) =>
          rankFor(taken, ranks.ofMentor, (edge) => problem.mentorOf[edge]!)
        const one = Engine.stable(problem, ranks, 'mentee').taken
        const two = Engine.stable(problem, ranks, 'mentor').taken
        for (const [mentee, rank] of mentees(one))
          expect(rank).toBeLessThanOrEqual(mentees(two).get(mentee)!)
        for (const [mentor, rank] of mentors(two))
          expect(rank).toBeLessThanOrEqual(mentors(one).get(mentor)!)
      }),
      { numRuns: 300 },
    )
  })

  test('the example of Gale and Shapley: three stable results, and each side gets its first choices when it proposes', () => {
    // Ranks 1 to 3 of α, β, γ for A, B, C, and of A, B, C for α, β, γ: everybody's first choice likes them least.
    const ofMentee = [1, 2, 3, 3, 1, 2, 2, 3, 1]
    const ofMentor = [3, 2, 1, 1, 3, 2, 2, 1, 3]
    const people = [0, 1, 2].map(() => ({
      places: 1,
      pairs: [0, 1, 2].map((mentor) => [mentor, 0] as const),
    }))
    const problem = problemOf('score-first', [1, 1, 1], people)
    const ranks = { ofMentee: Int32Array.from(ofMentee), ofMentor: Int32Array.from(ofMentor) }
    expect([...Engine.stable(problem, ranks, 'mentee').taken]).toEqual([0, 4, 8])
    expect([...Engine.stable(problem, ranks, 'mentor').taken]).toEqual([2, 3, 7])
  })
})
