import { type Event, Matching } from '@reverse-mentoring/core'

export type Worth = Event.Worth

// Loops over millions of edges count: an iterator over a typed array is ten times slower than an index.

/** The edges whose flag is set, ascending. O(edges). */
export const takenEdges = (flags: Uint8Array): Matching.TakenEdges => {
  const taken: Array<number> = []
  for (let edge = flags.indexOf(1); edge >= 0; edge = flags.indexOf(1, edge + 1)) taken.push(edge)
  return Int32Array.from(taken)
}

/** People who get their first partner, pairs, and the sum of their scores. O(people + pairs). */
export const worthOf = (problem: Matching.MatchingProblem, taken: Matching.TakenEdges): Worth => {
  const { people, pairs, score } = Matching.tally(problem, taken)
  return { people, pairs, score }
}

/** The highest score of all edges; 0 without edges. */
export const highestScore = ({ scoreOf }: Matching.MatchingProblem): number => {
  let highest = 0
  for (let edge = 0; edge < scoreOf.length; edge += 1) {
    const score = scoreOf[edge] ?? 0
    if (score > highest) highest = score
  }
  return highest
}
