import type { Matching, Port } from '@reverse-mentoring/core'
import * as fc from 'fast-check'

/** A problem from rows of places and pairs, grouped by mentee. */
export const problemOf = (
  objective: Port.Objective,
  mentorPlaces: ReadonlyArray<number>,
  mentees: ReadonlyArray<{
    places: number
    pairs: ReadonlyArray<readonly [mentor: number, score: number]>
  }>,
): Matching.MatchingProblem => {
  const first = new Int32Array(mentees.length + 1)
  mentees.forEach(({ pairs }, i) => (first[i + 1] = first[i]! + pairs.length))
  const pairs = mentees.flatMap((mentee) => mentee.pairs)
  return {
    objective,
    mentorPlaces: Int32Array.from(mentorPlaces),
    menteePlaces: Int32Array.from(mentees, ({ places }) => places),
    first,
    mentorOf: Int32Array.from(pairs, ([mentor]) => mentor),
    scoreOf: Int32Array.from(pairs, ([, score]) => score),
  }
}

/** Numbers below n from a seed, the same on every machine (mulberry32). */
export const chance = (seed: number): ((n: number) => number) => {
  let state = seed | 0
  return (n) => {
    state = (state + 0x6d2b79f5) | 0
    let z = Math.imul(state ^ (state >>> 15), state | 1)
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61)
    return Math.floor((((z ^ (z >>> 14)) >>> 0) / 2 ** 32) * n)
  }
}

/** A pool by a seed: sizes, density, places and scores vary, with ties, zeros, empty sides and people without places. */
export const seededPool = (
  seed: number,
  most: number,
  objective: Port.Objective = seed % 2 === 0 ? 'score-first' : 'participation-first',
): Matching.MatchingProblem => {
  const below = chance(seed)
  const mentors = below(most + 1)
  const density = 1 + below(10)
  const places = [2, 2, 4, 5][below(4)]!
  const highest = [1, 2, 4, 11, 1000, 1_000_000][below(6)]!
  const popular = below(2) === 1
  const score = (mentor: number): number =>
    popular ? Math.floor(((mentor + 1) * highest) / (mentors + 1)) + below(2) : below(highest)
  return problemOf(
    objective,
    Array.from({ length: mentors }, () => below(places)),
    Array.from({ length: below(most + 1) }, () => ({
      places: below(places),
      pairs: Array.from(
        { length: mentors },
        (_, mentor) => [mentor, score(mentor)] as const,
      ).filter(() => below(10) < density),
    })),
  )
}

/** Of two in three pools some people have partners already, or further partners cost. */
const withPartners = (
  problem: Matching.MatchingProblem,
  seed: number,
): Matching.MatchingProblem => {
  const below = chance(seed + 1999)
  const kind = below(6)
  const some = (places: Int32Array) => places.map(() => (below(3) === 0 ? below(3) : 0))
  return {
    ...problem,
    ...(kind % 3 > 0 && {
      partners: { mentors: some(problem.mentorPlaces), mentees: some(problem.menteePlaces) },
    }),
    ...(kind % 2 > 0 && { spread: [1, 3, 700][below(3)]! }),
  }
}

/** Small pools of both objectives. */
export const smallPool = (most: number): fc.Arbitrary<Matching.MatchingProblem> =>
  fc.integer().map((seed) => withPartners(seededPool(seed, most), seed))

/** The same people with one place at most and no partner yet. */
export const oneToOne = ({
  partners: _partners,
  ...problem
}: Matching.MatchingProblem): Matching.MatchingProblem => ({
  ...problem,
  mentorPlaces: problem.mentorPlaces.map((places) => Math.min(1, places)),
  menteePlaces: problem.menteePlaces.map((places) => Math.min(1, places)),
})
