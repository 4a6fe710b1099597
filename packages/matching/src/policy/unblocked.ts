import type { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { bestPairs } from '../engine/best-pairs.ts'
import { menteeOfEdges } from '../engine/greedy.ts'
import { type Sides, withPairs } from '../engine/pair-scorer.ts'
import { type Cancelled, type Solution, cancelled } from '../engine/solution.ts'
import type { Ranks } from '../engine/stable.ts'
import type { Fused } from '../fused/fuse.ts'
import { type Likings, ranksOf } from './likings.ts'
import type { Solved } from './solved.ts'

/** Pairs of each person that a large pool begins with. */
const candidates = 24

/** Pairs added for one mentee at once, at most. */
const perMentee = 8

/** How much each person likes the worst pair that they have; -1 with a free place. */
const worstHeld = (problem: Matching.MatchingProblem, taken: Matching.TakenEdges, ranks: Ranks) => {
  const menteeOf = menteeOfEdges(problem)
  const side = (places: Int32Array, personOf: Int32Array, rank: Int32Array): Int32Array => {
    const worst = new Int32Array(places.length).fill(2 ** 31 - 1)
    const free = places.slice()
    for (const edge of taken) {
      const person = personOf[edge] ?? 0
      worst[person] = Math.min(worst[person] ?? 0, -(rank[edge] ?? 0))
      free[person] = (free[person] ?? 0) - 1
    }
    return worst.map((liking, person) => ((free[person] ?? 0) > 0 ? -1 : liking))
  }
  return {
    mentors: side(problem.mentorPlaces, problem.mentorOf, ranks.ofMentor),
    mentees: side(problem.menteePlaces, menteeOf, ranks.ofMentee),
  }
}

/** Pairs that both people like better than what they have; of each mentee the first few. O(all pairs). */
const blocking = (
  problem: Matching.MatchingProblem,
  likings: Likings,
  admitted: Fused,
  worst: ReturnType<typeof worstHeld>,
): ReadonlyArray<ReadonlyArray<number>> => {
  const found: Array<ReadonlyArray<number>> = []
  for (let mentee = 0; mentee < problem.menteePlaces.length; mentee += 1) {
    const least = worst.mentees[mentee] ?? 0
    const chosen: Array<number> = []
    const row = admitted.row(mentee)
    const among = row.mentors.slice(0, row.count)
    const ofMentee = likings.mentee.row(mentee, among)
    const wanted: Array<number> = []
    for (let at = 0; at < ofMentee.count; at += 1)
      if ((ofMentee.scores[at] ?? 0) > least) wanted.push(among[at] ?? 0)
    const ofMentor = likings.mentor.row(mentee, Int32Array.from(wanted))
    for (let at = 0; at < ofMentor.count && chosen.length < perMentee; at += 1) {
      const mentor = ofMentor.mentors[at] ?? 0
      if ((ofMentor.scores[at] ?? 0) > (worst.mentors[mentor] ?? 0)) chosen.push(mentor)
    }
    found.push(chosen)
  }
  return found
}

/**
 * A result that no pair of all pairs blocks, from a few of them: each person's best, to which are added the pairs that
 * would block, until none does. Then it is one of all pairs, too.
 */
export const untilNoneBlocks = (
  sides: Sides,
  admitted: Fused,
  likings: Likings,
  solve: (problem: Matching.MatchingProblem, ranks: Ranks) => Solution,
  goesOn: (pass: number) => boolean,
): E.Either<Cancelled, Solved> => {
  let problem = bestPairs(sides, admitted, candidates)
  for (let pass = 0; goesOn(pass); pass += 1) {
    const ranks = ranksOf(problem, likings)
    const solution = solve(problem, ranks)
    const pairs = blocking(problem, likings, admitted, worstHeld(problem, solution.taken, ranks))
    if (pairs.every(({ length }) => length === 0))
      return E.right({ problem, solution, hasAllPairs: false })
    problem = withPairs(problem, pairs, admitted)
  }
  return E.left(cancelled)
}
