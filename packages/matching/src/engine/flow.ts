import type { Matching } from '@reverse-mentoring/core'
import { type ByMentor, byMentor } from './by-mentor.ts'

/** One side of a matching under work: its people's edges, places, pairs held and prices. */
export interface Side {
  readonly first: Int32Array
  /** The edge at each position of a group; absent where the position is the edge. */
  readonly edgeOf: Int32Array | undefined
  /** The person of the other side at each position. */
  readonly other: Int32Array
  readonly places: Int32Array
  readonly held: Int32Array
  readonly prices: Float64Array
}

/** A matching under work, which the engines change in place. */
export interface Flow {
  readonly problem: Matching.MatchingProblem
  readonly grouped: ByMentor
  readonly mentors: Side
  readonly mentees: Side
  readonly taken: Uint8Array
}

/** Nothing taken and every price 0. O(people + edges). */
export const emptyFlow = (problem: Matching.MatchingProblem): Flow => {
  const grouped = byMentor(problem)
  const side = (
    first: Int32Array,
    edgeOf: Int32Array | undefined,
    other: Int32Array,
    places: Int32Array,
  ): Side => ({
    first,
    edgeOf,
    other,
    places,
    held: new Int32Array(places.length),
    prices: new Float64Array(places.length),
  })
  return {
    problem,
    grouped,
    mentors: side(grouped.first, grouped.edgeOf, grouped.menteeOf, problem.mentorPlaces),
    mentees: side(problem.first, undefined, problem.mentorOf, problem.menteePlaces),
    taken: new Uint8Array(problem.mentorOf.length),
  }
}

/** Takes one edge. */
export const take = (
  { mentors, mentees, taken }: Flow,
  edge: number,
  mentor: number,
  mentee: number,
): void => {
  taken[edge] = 1
  mentors.held[mentor] = (mentors.held[mentor] ?? 0) + 1
  mentees.held[mentee] = (mentees.held[mentee] ?? 0) + 1
}

/** A flow that begins with a matching and its prices. O(people + edges). */
export const flowFrom = (
  problem: Matching.MatchingProblem,
  edges: Matching.TakenEdges,
  prices: Matching.NumericPrices,
): Flow => {
  const flow = emptyFlow(problem)
  flow.mentors.prices.set(prices.mentors)
  flow.mentees.prices.set(prices.mentees)
  let mentee = 0
  for (const edge of edges) {
    while ((problem.first[mentee + 1] ?? Infinity) <= edge) mentee += 1
    take(flow, edge, problem.mentorOf[edge] ?? 0, mentee)
  }
  return flow
}
