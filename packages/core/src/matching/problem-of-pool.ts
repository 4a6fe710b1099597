import type { Objective, PairScores } from '../port/matching-policy.ts'
import { allowsPair } from './allowed-pair.ts'
import { fixedPairs } from './fixed-pairs.ts'
import type { MatchingPool } from './pool.ts'
import type { MatchingProblem } from './problem.ts'
import { sidesOfPool } from './sides-of-pool.ts'

/** The most that an edge of a problem holds. */
const mostScore = 2 ** 31 - 1

const isScore = (points: number): boolean =>
  Number.isInteger(points) && points >= 0 && points <= mostScore

/**
 * A pool in numbers, as whoever checks a result sees it: every pair that the cohort allows and the policy admits, people
 * in the order of the pool. Pairs that must be stand already: their places are gone, and so are they. O(mentors × mentees).
 */
export const problemOfPool = (
  pool: MatchingPool,
  said: PairScores,
  objective: Objective,
): MatchingProblem => {
  const { mentors, mentees } = pool
  const allows = allowsPair(pool)
  const fixed = fixedPairs(pool, said.together ?? [])
  const first = new Int32Array(mentees.length + 1)
  const mentorOf: Array<number> = []
  const scoreOf: Array<number> = []
  for (const [i, mentee] of mentees.entries()) {
    for (const [j, mentor] of mentors.entries()) {
      if (fixed.has(mentor, mentee) || !allows(mentor, mentee)) continue
      const points = said.score(mentor, mentee)
      if (points === undefined) continue
      mentorOf.push(j)
      // What is no score at all is checked as a bad one, and not cut to a good one.
      scoreOf.push(isScore(points) ? points : -1)
    }
    first[i + 1] = mentorOf.length
  }
  return {
    objective,
    ...sidesOfPool(pool, said, fixed),
    first,
    mentorOf: Int32Array.from(mentorOf),
    scoreOf: Int32Array.from(scoreOf),
  }
}
