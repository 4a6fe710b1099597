import type { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { coverPrices } from './cover.ts'
import { flowFrom } from './flow.ts'
import { pathsOver } from './paths.ts'
import { countPrices, reachFromFree } from './reach.ts'
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
  const people = coverPrices(problem, edges, flow.grouped)
  const pairs = countPrices(reachFromFree(problem, edges, flow.grouped))
  return proved(edges, people === undefined ? [] : [people, pairs, score])
}
