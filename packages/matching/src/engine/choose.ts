import type { Matching } from '@reverse-mentoring/core'

/** The exact engines. */
export type Engine = 'auction' | 'dense' | 'shortest-paths'

/** A table of so many cells is still small: 3 000 × 3 000. */
const smallTable = 9_000_000

/** So many people of a side are few: one augmenting path for each place of theirs beats everything else. */
const few = 16

/** Which exact engine serves a problem of this shape best: part of a policy's version. O(people). */
export const chooseEngine = (problem: Matching.MatchingProblem): Engine => {
  const { mentorPlaces, menteePlaces, mentorOf } = problem
  const cells = mentorPlaces.length * menteePlaces.length
  if (Math.min(mentorPlaces.length, menteePlaces.length) <= few) return 'shortest-paths'
  const isSingle = (places: Int32Array): boolean => places.every((n) => n <= 1)
  const isDense = cells <= smallTable && 2 * mentorOf.length >= cells
  return isDense && isSingle(mentorPlaces) && isSingle(menteePlaces) ? 'dense' : 'auction'
}
