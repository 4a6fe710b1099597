import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'

/** Whether one result is better than another under an objective. */
export const isBetter = (
  objective: Port.Objective,
  one: Matching.Tally,
  other: Matching.Tally,
): boolean => {
  if (objective === 'participation-first') {
    if (one.people !== other.people) return one.people > other.people
    if (one.pairs !== other.pairs) return one.pairs > other.pairs
  }
  return one.score - one.spread > other.score - other.spread
}

/** The best of all choices of edges that are legal, found by trying them all; undefined if none is. O(2^edges). */
export const bestByTrying = (problem: Matching.MatchingProblem): Matching.Tally | undefined => {
  const { objective, first, mentorOf } = problem
  const mentorsLeft = problem.mentorPlaces.slice()
  const menteesLeft = problem.menteePlaces.slice()
  const taken: Array<number> = []
  let best: Matching.Tally | undefined
  const look = (): void => {
    const edges = Int32Array.from(taken)
    const counted = Matching.tally(problem, edges)
    if (best !== undefined && !isBetter(objective, counted, best)) return
    if (E.isRight(Matching.verify(problem, edges))) best = counted
  }
  const goOn = (edge: number, mentee: number): void => {
    if (edge === mentorOf.length) {
      look()
      return
    }
    if ((first[mentee + 1] ?? Infinity) <= edge) {
      goOn(edge, mentee + 1)
      return
    }
    goOn(edge + 1, mentee)
    const mentor = mentorOf[edge] ?? 0
    if ((mentorsLeft[mentor] ?? 0) === 0 || (menteesLeft[mentee] ?? 0) === 0) return
    mentorsLeft[mentor] = (mentorsLeft[mentor] ?? 0) - 1
    menteesLeft[mentee] = (menteesLeft[mentee] ?? 0) - 1
    taken.push(edge)
    goOn(edge + 1, mentee)
    taken.pop()
    mentorsLeft[mentor] = (mentorsLeft[mentor] ?? 0) + 1
    menteesLeft[mentee] = (menteesLeft[mentee] ?? 0) + 1
  }
  goOn(0, 0)
  return best
}
