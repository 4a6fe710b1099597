import type { Matching } from '@reverse-mentoring/core'

/** The edges of a problem once more, grouped by mentor; mentees ascend within each group. */
export interface ByMentor {
  /** The group of mentor `r` is `first[r]` up to, not including, `first[r + 1]`. */
  readonly first: Int32Array
  readonly edgeOf: Int32Array
  readonly menteeOf: Int32Array
}

/** Groups the edges by mentor by counting. O(people + edges). */
export const byMentor = (problem: Matching.MatchingProblem): ByMentor => {
  const { mentorOf, menteePlaces, mentorPlaces } = problem
  const mentors = mentorPlaces.length
  const first = new Int32Array(mentors + 1)
  for (let edge = 0; edge < mentorOf.length; edge += 1) {
    const after = (mentorOf[edge] ?? 0) + 1
    first[after] = (first[after] ?? 0) + 1
  }
  for (let mentor = 0; mentor < mentors; mentor += 1)
    first[mentor + 1] = (first[mentor + 1] ?? 0) + (first[mentor] ?? 0)
  const next = first.slice(0, mentors)
  const edgeOf = new Int32Array(mentorOf.length)
  const menteeOf = new Int32Array(mentorOf.length)
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    const end = problem.first[mentee + 1] ?? 0
    for (let edge = problem.first[mentee] ?? 0; edge < end; edge += 1) {
      const mentor = mentorOf[edge] ?? 0
      const at = next[mentor] ?? 0
      next[mentor] = at + 1
      edgeOf[at] = edge
      menteeOf[at] = mentee
    }
  }
  return { first, edgeOf, menteeOf }
}
