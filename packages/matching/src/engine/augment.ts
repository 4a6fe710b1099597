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

const finish = (flow: Flow, bonus: number): Solution => {
  const { problem, mentors, mentees, taken } = flow
  const edges = takenEdges(taken)
  const score = { mentors: mentors.prices, mentees: mentees.prices, bonus }
  const worth = worthOf(problem, edges)
  if (problem.objective === 'score-first')
    return { taken: edges, worth, certificate: { levels: [score] } }
  const count = countPrices(reachFromFree(problem, flow.grouped, taken))
  return { taken: edges, worth, certificate: { levels: [count, score] } }
}

/** Places people one after the other, then raises the bonus until no more pairs can be placed. */
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
    return (done & 255) !== 0 || onProgress === undefined || onProgress(Math.min(1, done / people))
  }
  for (const mentee of newcomers.mentees) {
    search.place('mentee', mentee)
    if (!goesOn()) return E.left(cancelled)
  }
  for (const mentor of newcomers.mentors) {
    search.place('mentor', mentor)
    if (!goesOn()) return E.left(cancelled)
  }
  if (flow.problem.objective === 'participation-first')
    while (search.placeOneMore()) if (!goesOn()) return E.left(cancelled)
  return E.right(finish(flow, search.bonus()))
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
  return place(flow, searchFor(flow, 0), { mentors: [], mentees }, onProgress)
}
