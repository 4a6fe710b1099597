import type { Event, Matching } from '@reverse-mentoring/core'

export type Worth = Event.Worth

/** The edges whose flag is set, ascending. O(edges). */
export const takenEdges = (flags: Uint8Array): Matching.TakenEdges => {
  let count = 0
  for (const flag of flags) count += flag
  const taken = new Int32Array(count)
  let at = 0
  for (let edge = flags.indexOf(1); edge >= 0; edge = flags.indexOf(1, edge + 1)) {
    taken[at] = edge
    at += 1
  }
  return taken
}

/** How many pairs, and the sum of their scores. */
export const worthOf = (
  { scoreOf }: Matching.MatchingProblem,
  taken: Matching.TakenEdges,
): Worth => {
  let score = 0
  for (const edge of taken) score += scoreOf[edge] ?? 0
  return { pairs: taken.length, score }
}

/** The highest score of all edges; 0 without edges. */
export const highestScore = ({ scoreOf }: Matching.MatchingProblem): number => {
  let highest = 0
  for (const score of scoreOf) if (score > highest) highest = score
  return highest
}
