import type { Matching } from '@reverse-mentoring/core'
import type { Solution } from './solution.ts'
import { takenEdges, worthOf } from './worth.ts'

/** The mentee of each edge. */
export const menteeOfEdges = ({ first, mentorOf }: Matching.MatchingProblem): Int32Array => {
  const menteeOf = new Int32Array(mentorOf.length)
  for (let mentee = 0; mentee + 1 < first.length; mentee += 1)
    menteeOf.fill(mentee, first[mentee] ?? 0, first[mentee + 1] ?? 0)
  return menteeOf
}

/** Takes the edges in the order given while both people have a place. O(edges). */
const takeInOrder = (problem: Matching.MatchingProblem, order: Iterable<number>): Solution => {
  const mentorFree = problem.mentorPlaces.slice()
  const menteeFree = problem.menteePlaces.slice()
  const menteeOf = menteeOfEdges(problem)
  const flags = new Uint8Array(problem.mentorOf.length)
  for (const edge of order) {
    const [mentor, mentee] = [problem.mentorOf[edge] ?? 0, menteeOf[edge] ?? 0]
    const [ofMentor, ofMentee] = [mentorFree[mentor] ?? 0, menteeFree[mentee] ?? 0]
    if (ofMentor === 0 || ofMentee === 0) continue
    flags[edge] = 1
    mentorFree[mentor] = ofMentor - 1
    menteeFree[mentee] = ofMentee - 1
  }
  const taken = takenEdges(flags)
  return { taken, worth: worthOf(problem, taken) }
}

/** All edges, best score first; of equal scores the first edge. */
const bestFirst = ({ scoreOf }: Matching.MatchingProblem): Float64Array | Int32Array => {
  const size = 2 ** Math.ceil(Math.log2(scoreOf.length + 1))
  if (2 ** 31 * size > Number.MAX_SAFE_INTEGER)
    return Int32Array.from(scoreOf, (_, edge) => edge).sort(
      (a, b) => (scoreOf[b] ?? 0) - (scoreOf[a] ?? 0) || a - b,
    )
  // One double per edge sorts without comparing callbacks: score descending, then edge ascending.
  const order = Float64Array.from(scoreOf, (score, edge) => edge - score * size).sort()
  return order.map((key) => key - Math.floor(key / size) * size)
}

/** Best pair first, each while there is place; of equal scores the first edge. At least half of the best score. O(m log m). */
export const greedy = (problem: Matching.MatchingProblem): Solution =>
  takeInOrder(problem, bestFirst(problem))

/** Pairs by lot: every edge in an order drawn from the seed (Fisher & Yates), each while there is place. O(edges). */
export const random = (problem: Matching.MatchingProblem, seed: number): Solution => {
  const order = Int32Array.from(problem.mentorOf, (_, edge) => edge)
  let state = seed | 0
  for (let last = order.length - 1; last > 0; last -= 1) {
    state = (state + 0x6d2b79f5) | 0
    const at = Math.floor((mixed(state) / 2 ** 32) * (last + 1))
    const moved = order[at] ?? 0
    order[at] = order[last] ?? 0
    order[last] = moved
  }
  return takeInOrder(problem, order)
}

/** The finaliser of mulberry32: a whole number below 2³² from a state. */
const mixed = (state: number): number => {
  let z = Math.imul(state ^ (state >>> 15), state | 1)
  z ^= z + Math.imul(z ^ (z >>> 7), z | 61)
  return (z ^ (z >>> 14)) >>> 0
}
