import type { Matching } from '@reverse-mentoring/core'
import { withPairs } from '../engine/pair-scorer.ts'
import type { Fused } from '../fused/fuse.ts'
import type { Solved } from './solved.ts'

/** Who has how many pairs and free places, and which mentors each mentee has. */
const standing = ({ problem, solution }: Solved) => {
  const { first, mentorOf, mentorPlaces, menteePlaces } = problem
  const free = { mentors: mentorPlaces.slice(), mentees: menteePlaces.slice() }
  const has = {
    mentors: new Uint8Array(mentorPlaces.length),
    mentees: new Uint8Array(menteePlaces.length),
  }
  const mentorsOf: Array<Set<number>> = []
  let next = 0
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    const own = new Set<number>()
    for (const end = first[mentee + 1] ?? 0; (solution.taken[next] ?? end) < end; next += 1) {
      const mentor = mentorOf[solution.taken[next] ?? 0] ?? 0
      own.add(mentor)
      free.mentors[mentor] = (free.mentors[mentor] ?? 0) - 1
      free.mentees[mentee] = (free.mentees[mentee] ?? 0) - 1
      has.mentors[mentor] = has.mentees[mentee] = 1
    }
    mentorsOf.push(own)
  }
  return { free, has, mentorsOf }
}

const takenOf = (
  { first, mentorOf, menteePlaces }: Matching.MatchingProblem,
  mentorsOf: ReadonlyArray<ReadonlySet<number>>,
): Matching.TakenEdges => {
  const taken: Array<number> = []
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    const own = mentorsOf[mentee]
    if (own === undefined || own.size === 0) continue
    for (let edge = first[mentee] ?? 0; edge < (first[mentee + 1] ?? 0); edge += 1)
      if (own.has(mentorOf[edge] ?? -1)) taken.push(edge)
  }
  return Int32Array.from(taken)
}

/**
 * The best score with nobody left whose admitted counterpart is free: such a pair scores nothing, or it would be in the
 * result, and its places have no price, so the certificate proves this result too. In the order of the run. O(people
 * without a pair × people with a free place).
 */
export const completed = (fused: Fused, solved: Solved): Solved => {
  const { problem, solution } = solved
  const { free, has, mentorsOf } = standing(solved)
  const open = Int32Array.from(free.mentors.keys()).filter(
    (mentor) => (free.mentors[mentor] ?? 0) > 0,
  )
  const edges = (mentee: number): ReadonlySet<number> =>
    new Set(problem.mentorOf.subarray(problem.first[mentee], problem.first[mentee + 1]))
  const added: Array<ReadonlyArray<number>> = []
  let pairs = 0
  for (let mentee = 0; mentee < free.mentees.length; mentee += 1) {
    const more: Array<number> = []
    added.push(more)
    if ((free.mentees[mentee] ?? 0) <= 0 || open.length === 0) continue
    const row = fused.row(mentee, open)
    const known = edges(mentee)
    for (let at = 0; at < row.count && (free.mentees[mentee] ?? 0) > 0; at += 1) {
      const mentor = row.mentors[at] ?? 0
      const isNeeded = has.mentees[mentee] === 0 || has.mentors[mentor] === 0
      if (!isNeeded || (free.mentors[mentor] ?? 0) <= 0 || mentorsOf[mentee]?.has(mentor) === true)
        continue
      mentorsOf[mentee]?.add(mentor)
      if (!known.has(mentor)) more.push(mentor)
      free.mentors[mentor] = (free.mentors[mentor] ?? 0) - 1
      free.mentees[mentee] = (free.mentees[mentee] ?? 0) - 1
      has.mentors[mentor] = has.mentees[mentee] = 1
      pairs += 1
    }
  }
  if (pairs === 0) return solved
  const grown = added.some(({ length }) => length > 0) ? withPairs(problem, added, fused) : problem
  return {
    ...solved,
    problem: grown,
    solution: {
      ...solution,
      taken: takenOf(grown, mentorsOf),
      worth: { ...solution.worth, pairs: solution.worth.pairs + pairs },
    },
  }
}
