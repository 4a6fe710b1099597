import type { Event, Matching } from '@reverse-mentoring/core'

export type Worth = Event.Worth

// Loops over millions of edges count: an iterator over a typed array is ten times slower than an index.

/** The edges whose flag is set, ascending. O(edges). */
export const takenEdges = (flags: Uint8Array): Matching.TakenEdges => {
  const taken: Array<number> = []
  for (let edge = flags.indexOf(1); edge >= 0; edge = flags.indexOf(1, edge + 1)) taken.push(edge)
  return Int32Array.from(taken)
}

/** People who get their first partner, pairs, and the sum of their scores. O(people + pairs). */
export const worthOf = (
  { first, mentorOf, scoreOf, mentorPlaces, menteePlaces, partners }: Matching.MatchingProblem,
  taken: Matching.TakenEdges,
): Worth => {
  const mentors = partners?.mentors.slice() ?? new Int32Array(mentorPlaces.length)
  const mentees = partners?.mentees.slice() ?? new Int32Array(menteePlaces.length)
  let [score, people, mentee] = [0, 0, 0]
  for (const edge of taken) {
    while ((first[mentee + 1] ?? Infinity) <= edge) mentee += 1
    const mentor = mentorOf[edge] ?? 0
    people += (mentors[mentor] === 0 ? 1 : 0) + (mentees[mentee] === 0 ? 1 : 0)
    mentors[mentor] = mentees[mentee] = 1
    score += scoreOf[edge] ?? 0
  }
  return { people, pairs: taken.length, score }
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
