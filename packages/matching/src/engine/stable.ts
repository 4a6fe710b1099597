import type { Matching } from '@reverse-mentoring/core'
import { type ByMentor, byMentor } from './by-mentor.ts'
import { menteeOfEdges } from './greedy.ts'
import type { Solution } from './solution.ts'
import { takenEdges, worthOf } from './worth.ts'

/** How people rank their edges: the lower, the better liked. Of equal ranks the lower edge is better liked. */
export interface Ranks {
  /** By edge: how the edge's mentor ranks it. */
  readonly ofMentor: Int32Array
  /** By edge: how the edge's mentee ranks it. */
  readonly ofMentee: Int32Array
}

export type Proposing = 'mentee' | 'mentor'

/** Both sides like a pair as much as it scores. */
export const ranksByScore = ({ scoreOf }: Matching.MatchingProblem): Ranks => {
  const rank = scoreOf.map((score) => -score)
  return { ofMentor: rank, ofMentee: rank }
}

/** The edges of each person of a side, best liked first. O(edges log edges per person). */
const listsOf = (first: Int32Array, edges: Int32Array, rank: Int32Array): Int32Array => {
  for (let person = 0; person + 1 < first.length; person += 1)
    edges
      .subarray(first[person], first[person + 1])
      .sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || a - b)
  return edges
}

/** The heap of each acceptor: the edges it holds, least liked at the root. */
const acceptorsOf = (places: Int32Array, rank: Int32Array) => {
  const start = new Int32Array(places.length + 1)
  for (let i = 0; i < places.length; i += 1) start[i + 1] = (start[i] ?? 0) + (places[i] ?? 0)
  const held = new Int32Array(start[places.length] ?? 0)
  const count = new Int32Array(places.length)
  const isWorse = (a: number, b: number): boolean => {
    const [x, y] = [rank[a] ?? 0, rank[b] ?? 0]
    return x > y || (x === y && a > b)
  }
  const up = (from: number, edge: number, person: number): void => {
    let at = from
    const base = start[person] ?? 0
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = held[base + parent] ?? 0
      if (!isWorse(edge, above)) break
      held[base + at] = above
      at = parent
    }
    held[base + at] = edge
  }
  const down = (edge: number, person: number): void => {
    const base = start[person] ?? 0
    const size = count[person] ?? 0
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && isWorse(held[base + child + 1] ?? 0, held[base + child] ?? 0))
        child += 1
      const below = held[base + child] ?? 0
      if (!isWorse(below, edge)) break
      held[base + at] = below
      at = child
    }
    held[base + at] = edge
  }
  /** Offers an edge; the edge that is then refused, or -1. */
  return (edge: number, person: number): number => {
    const size = count[person] ?? 0
    if (size < (places[person] ?? 0)) {
      count[person] = size + 1
      up(size, edge, person)
      return -1
    }
    if (size === 0) return edge
    const worst = held[start[person] ?? 0] ?? 0
    if (!isWorse(worst, edge)) return edge
    down(edge, person)
    return worst
  }
}

const clamp = (places: Int32Array, first: Int32Array): Int32Array =>
  places.map((n, i) => Math.min(n, (first[i + 1] ?? 0) - (first[i] ?? 0)))

/**
 * Deferred acceptance with places and incomplete lists on both sides (Gale & Shapley 1962; many to many: Roth 1984).
 * The result has no blocking pair and is the best stable one for everybody who proposes. O(edges) offers, and the
 * sorting of the lists.
 */
export const stable = (
  problem: Matching.MatchingProblem,
  ranks: Ranks = ranksByScore(problem),
  proposing: Proposing = 'mentee',
): Solution => {
  const grouped: ByMentor = byMentor(problem)
  const menteeOf = menteeOfEdges(problem)
  const menteesPropose = proposing === 'mentee'
  const first = menteesPropose ? problem.first : grouped.first
  const edges = menteesPropose
    ? Int32Array.from(problem.mentorOf, (_, edge) => edge)
    : grouped.edgeOf.slice()
  const lists = listsOf(first, edges, menteesPropose ? ranks.ofMentee : ranks.ofMentor)
  const acceptorOf = menteesPropose ? problem.mentorOf : menteeOf
  const proposerOf = menteesPropose ? menteeOf : problem.mentorOf
  const places = menteesPropose ? problem.menteePlaces : problem.mentorPlaces
  const offer = menteesPropose
    ? acceptorsOf(clamp(problem.mentorPlaces, grouped.first), ranks.ofMentor)
    : acceptorsOf(clamp(problem.menteePlaces, problem.first), ranks.ofMentee)

  const flags = new Uint8Array(problem.mentorOf.length)
  const next = first.slice(0, -1)
  const free = places.slice()
  const waiting = Array.from(places, (_, person) => person)
  for (let person = waiting.pop(); person !== undefined; person = waiting.pop()) {
    const end = first[person + 1] ?? 0
    while ((free[person] ?? 0) > 0 && (next[person] ?? 0) < end) {
      const edge = lists[next[person] ?? 0] ?? 0
      next[person] = (next[person] ?? 0) + 1
      const refused = offer(edge, acceptorOf[edge] ?? 0)
      if (refused === edge) continue
      flags[edge] = 1
      free[person] = (free[person] ?? 0) - 1
      if (refused < 0) continue
      const loser = proposerOf[refused] ?? 0
      flags[refused] = 0
      free[loser] = (free[loser] ?? 0) + 1
      waiting.push(loser)
    }
  }
  const taken = takenEdges(flags)
  return { taken, worth: worthOf(problem, taken) }
}
