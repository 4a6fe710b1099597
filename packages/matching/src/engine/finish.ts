import type { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { flowFrom } from './flow.ts'
import { pathsOver } from './paths.ts'
import { type Reached, countPrices, reachFromFree } from './reach.ts'
import { type Cancelled, type OnProgress, type Solution, cancelled } from './solution.ts'
import { takenEdges, worthOf } from './worth.ts'

/** Whether nobody could have a second partner: then most pairs are most people too, and nothing is spread. */
export const isOneToOne = ({
  mentorPlaces,
  menteePlaces,
  partners,
}: Matching.MatchingProblem): boolean =>
  mentorPlaces.every((places) => places <= 1) &&
  menteePlaces.every((places) => places <= 1) &&
  (partners === undefined ||
    (partners.mentors.every((n) => n === 0) && partners.mentees.every((n) => n === 0)))

/** The levels where nobody could have a second partner: each pair gives two people their first, and the prices follow. */
const countLevels = (
  reached: Reached,
  score: Matching.NumericPrices,
): ReadonlyArray<Matching.NumericPrices> => {
  const pairs = countPrices(reached)
  const ofPeople = (prices: Float64Array): Float64Array => prices.map((price) => 2 * price - 1)
  const people = { mentors: ofPeople(pairs.mentors), mentees: ofPeople(pairs.mentees) }
  return [{ ...people, bonus: 0, first: 1 }, pairs, score]
}

/**
 * The solution of prices that prove the best score (with their bonus). For `participation-first`, where nobody could have
 * a second partner, more pairs are placed, one path each, until none fits, which is the proof of the count.
 */
export const finishFrom = (
  problem: Matching.MatchingProblem,
  taken: Matching.TakenEdges,
  prices: Matching.NumericPrices,
  onProgress?: OnProgress,
): E.Either<Cancelled, Solution> => {
  const proved = (edges: Matching.TakenEdges, levels: ReadonlyArray<Matching.NumericPrices>) =>
    E.right({ taken: edges, worth: worthOf(problem, edges), certificate: { levels } })
  if (problem.objective === 'score-first') return proved(taken, [prices])
  const reached = reachFromFree(problem, taken)
  if (!reached.freePlace) return proved(taken, countLevels(reached, prices))
  const flow = flowFrom(problem, taken, prices)
  const paths = pathsOver(flow, prices.bonus)
  while (paths.placeOneMore()) if (onProgress?.(1) === false) return E.left(cancelled)
  const edges = takenEdges(flow.taken)
  const score = {
    mentors: flow.mentors.prices,
    mentees: flow.mentees.prices,
    bonus: paths.bonus(),
    first: 0,
  }
  return proved(edges, countLevels(reachFromFree(problem, edges, flow.grouped), score))
}
