import type { Matching } from '@reverse-mentoring/core'
import { withPairs } from '../engine/pair-scorer.ts'
import { worthOf } from '../engine/worth.ts'
import type { Fused } from '../fused/fuse.ts'
import { roomOf } from './room.ts'
import type { Solved } from './solved.ts'

/** The mentors of each mentee in a solution. */
const mentorsIn = ({ problem, solution }: Solved): ReadonlyArray<Set<number>> => {
  const { first, mentorOf, menteePlaces } = problem
  let next = 0
  return Array.from(menteePlaces, (_, mentee) => {
    const own = new Set<number>()
    for (const end = first[mentee + 1] ?? 0; (solution.taken[next] ?? end) < end; next += 1)
      own.add(mentorOf[solution.taken[next] ?? 0] ?? 0)
    return own
  })
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
 * The best score with nobody left whose admitted counterpart is free, unless a limit or what a further partner costs keeps
 * them apart: such a pair adds nothing, or it would be in the result, so the certificate proves this result too. In the
 * order of the run. O(people without a pair × people with a free place).
 */
export const completed = (fused: Fused, solved: Solved): Solved => {
  const { problem, solution } = solved
  const room = roomOf(problem, solution.taken)
  const { free, held } = room
  const open = Int32Array.from(free.mentors.keys()).filter(
    (mentor) => (free.mentors[mentor] ?? 0) > 0,
  )
  const mentorsOf = mentorsIn(solved)
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
      const isNeeded = held.mentees[mentee] === 0 || held.mentors[mentor] === 0
      const isFree = (free.mentors[mentor] ?? 0) > 0 && room.limitOn(mentor, mentee) < 0
      const isWorth = (row.scores[at] ?? 0) >= room.costOf(mentor, mentee)
      if (!isNeeded || !isFree || !isWorth || mentorsOf[mentee]?.has(mentor) === true) continue
      mentorsOf[mentee]?.add(mentor)
      if (!known.has(mentor)) more.push(mentor)
      room.add(mentor, mentee)
      pairs += 1
    }
  }
  if (pairs === 0) return solved
  const grown = added.some(({ length }) => length > 0) ? withPairs(problem, added, fused) : problem
  const taken = takenOf(grown, mentorsOf)
  return {
    ...solved,
    problem: grown,
    solution: { ...solution, taken, worth: worthOf(grown, taken) },
  }
}
