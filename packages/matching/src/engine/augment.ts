import type { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { type Flow, emptyFlow, flowFrom } from './flow.ts'
import { type Search, searchFor } from './augment-search.ts'
import { countPrices, reachFromFree } from './reach.ts'
import { type Cancelled, type OnProgress, type Solution, cancelled } from './solution.ts'
import { takenEdges, worthOf } from './worth.ts'

/** An optimal solution to begin with, and who is new: the others' edges among themselves are as they were. */
export interface Start {
  readonly taken: Matching.TakenEdges
  /** The last level of the certificate, with a price (any) for everybody who is new. */
  readonly prices: Matching.NumericPrices
  readonly mentors: Iterable<number>
  readonly mentees: Iterable<number>
}

const proved = (
  problem: Matching.MatchingProblem,
  taken: Matching.TakenEdges,
  levels: ReadonlyArray<Matching.NumericPrices>,
): Solution => ({ taken, worth: worthOf(problem, taken), certificate: { levels } })

/**
 * The solution of prices that prove the best score (with their bonus); for `participation-first` more pairs are placed,
 * one path each, until none fits, which is the proof of the count.
 */
export const finishFrom = (
  problem: Matching.MatchingProblem,
  taken: Matching.TakenEdges,
  prices: Matching.NumericPrices,
  onProgress?: OnProgress,
): E.Either<Cancelled, Solution> => {
  if (problem.objective === 'score-first') return E.right(proved(problem, taken, [prices]))
  const reached = reachFromFree(problem, taken)
  if (!reached.freePlace) return E.right(proved(problem, taken, [countPrices(reached), prices]))
  const flow = flowFrom(problem, taken, prices)
  const search = searchFor(flow, prices.bonus)
  while (search.placeOneMore()) if (onProgress?.(1) === false) return E.left(cancelled)
  const edges = takenEdges(flow.taken)
  const score = {
    mentors: flow.mentors.prices,
    mentees: flow.mentees.prices,
    bonus: search.bonus(),
  }
  return E.right(proved(problem, edges, [countPrices(reachFromFree(problem, edges)), score]))
}

/** Places people one after the other, then finishes. */
const place = (
  flow: Flow,
  search: Search,
  newcomers: { readonly mentors: ReadonlyArray<number>; readonly mentees: ReadonlyArray<number> },
  onProgress: OnProgress | undefined,
): E.Either<Cancelled, Solution> => {
  for (const mentor of newcomers.mentors) search.price('mentor', mentor)
  for (const mentee of newcomers.mentees) search.price('mentee', mentee)
  const people = newcomers.mentees.length + newcomers.mentors.length
  let done = 0
  const goesOn = (): boolean => {
    done += 1
    return (done & 31) !== 1 || onProgress === undefined || onProgress(Math.min(1, done / people))
  }
  for (const mentee of newcomers.mentees) {
    search.place('mentee', mentee)
    if (!goesOn()) return E.left(cancelled)
  }
  for (const mentor of newcomers.mentors) {
    search.place('mentor', mentor)
    if (!goesOn()) return E.left(cancelled)
  }
  const prices = {
    mentors: flow.mentors.prices,
    mentees: flow.mentees.prices,
    bonus: search.bonus(),
  }
  return finishFrom(flow.problem, takenEdges(flow.taken), prices, onProgress)
}

/**
 * Restores optimality after people came with their edges: one shortest augmenting path for each new place (Dijkstra
 * with potentials; Ahuja, Magnanti & Orlin 1993, §9.7), and nobody's edges are read that a path does not pass.
 */
export const augment = (
  problem: Matching.MatchingProblem,
  start: Start,
  onProgress?: OnProgress,
): E.Either<Cancelled, Solution> => {
  const flow = flowFrom(problem, start.taken, start.prices)
  const newcomers = { mentors: [...start.mentors], mentees: [...start.mentees] }
  return place(flow, searchFor(flow, start.prices.bonus), newcomers, onProgress)
}

/** Successive shortest paths from nothing: exact, and quick while few people want the same few. */
export const shortestPaths = (
  problem: Matching.MatchingProblem,
  onProgress?: OnProgress,
): E.Either<Cancelled, Solution> => {
  const flow = emptyFlow(problem)
  const mentees = Array.from(problem.menteePlaces, (_, mentee) => mentee)
  return place(
    flow,
    searchFor(flow, problem.objective === 'score-first' ? 0 : 1),
    { mentors: [], mentees },
    onProgress,
  )
}
