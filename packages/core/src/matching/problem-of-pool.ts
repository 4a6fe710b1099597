import type { Objective, PairScore } from '../port/matching-policy.ts'
import type { MatchingPool } from './pool.ts'
import { allowsPair } from './allowed-pair.ts'
import type { MatchingProblem } from './problem.ts'

/**
 * A pool in numbers, as whoever checks a result sees it: every pair that the cohort allows and the policy admits, people
 * in the order of the pool. O(mentors × mentees).
 */
export const problemOfPool = (
  pool: MatchingPool,
  score: PairScore,
  objective: Objective,
): MatchingProblem => {
  const allows = allowsPair(pool)
  const first = new Int32Array(pool.mentees.length + 1)
  const mentorOf: Array<number> = []
  const scoreOf: Array<number> = []
  for (const [i, mentee] of pool.mentees.entries()) {
    for (const [j, mentor] of pool.mentors.entries()) {
      const points = allows(mentor, mentee) ? score(mentor, mentee) : undefined
      if (points === undefined) continue
      mentorOf.push(j)
      scoreOf.push(points)
    }
    first[i + 1] = mentorOf.length
  }
  return {
    objective,
    mentorPlaces: Int32Array.from(pool.mentors, ({ places }) => places),
    menteePlaces: Int32Array.from(pool.mentees, ({ places }) => places),
    first,
    mentorOf: Int32Array.from(mentorOf),
    scoreOf: Int32Array.from(scoreOf),
  }
}
