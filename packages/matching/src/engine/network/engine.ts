import type { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import {
  type BeyondExact,
  type EngineFault,
  type OnProgress,
  type Solution,
  cancelled,
} from '../solution.ts'
import { highestReserve } from '../reserves.ts'
import { highestScore, worthOf } from '../worth.ts'
import { type Network, counts, openNetwork } from './network.ts'
import { type Weights, pricesOf } from './prices.ts'
import { maximise } from './simplex.ts'
import { settle } from './tree.ts'

const beyond: BeyondExact = {
  _tag: 'BeyondExact',
  problem: 'scores and people together exceed what whole doubles can tell apart',
}

/** So much may one arc gain: what prices add up to is still exact. */
const mostGain = 2 ** 48

/** What flows of each kind that a level can count. */
const flowing = ({ simplex, counts: what }: Network) => {
  const { flow } = simplex.arcs
  const sums = [0, 0, 0, 0]
  for (let arc = 0; arc < flow.length; arc += 1) {
    const kind = what[arc] ?? 0
    sums[kind] = (sums[kind] ?? 0) + (flow[arc] ?? 0)
  }
  return {
    pairs: sums[counts.pair] ?? 0,
    people: sums[counts.firstPartner] ?? 0,
    floors: sums[counts.floor] ?? 0,
  }
}

/** Gives every arc what it gains under these weights, and the tree its prices. O(arcs). */
const weigh = ({ simplex, points, counts: what }: Network, weights: Weights): void => {
  const { gain } = simplex.arcs
  const of = [0, weights.bonus, weights.first, weights.floor]
  for (let arc = 0; arc < gain.length; arc += 1)
    gain[arc] = weights.ofScore * (points[arc] ?? 0) + (of[what[arc] ?? 0] ?? 0)
  settle(simplex.tree, simplex.arcs, 0)
}

const unmet = ({ simplex, counts: what, mentors, mentees, mentorSets, menteeSets }: Network) => {
  const { arcs } = simplex
  const short = new Set<number>()
  for (let arc = 0; arc < arcs.flow.length; arc += 1) {
    if (what[arc] !== counts.floor || (arcs.flow[arc] ?? 0) >= (arcs.capacity[arc] ?? 0)) continue
    const inner = Math.max(arcs.source[arc] ?? 0, arcs.target[arc] ?? 0)
    const set =
      inner >= menteeSets ? mentees.sets[inner - menteeSets] : mentors.sets[inner - mentorSets]
    if (set !== undefined) short.add(set.at)
  }
  return [...short].sort((a, b) => a - b)
}

const takenIn = ({ simplex }: Network, edges: number): Matching.TakenEdges => {
  const taken: Array<number> = []
  for (let edge = 0; edge < edges; edge += 1) if (simplex.arcs.flow[edge] === 1) taken.push(edge)
  return Int32Array.from(taken)
}

const raised = (weight: number, by: number): number => (weight === 0 ? by : 4 * weight)

/**
 * An exact network simplex (Cunningham 1976; Ahuja, Magnanti & Orlin 1993, ch. 11), for problems with limits and floors,
 * and for scores beyond what an auction can tell apart. Floors first, then what the objective counts, level by level, each
 * from where the one before ended; what a level before has reached is kept by a weight, raised until it is. Where an auction
 * serves too, that is quicker.
 */
export const network = (
  problem: Matching.MatchingProblem,
  onProgress?: OnProgress,
): E.Either<EngineFault, Solution> => {
  const opened = openNetwork(problem)
  if ('_tag' in opened) return E.left(opened)
  const highest = Math.max(1, highestScore(problem), highestReserve(problem))
  const atLeast = (problem.floors ?? []).reduce((sum, floor) => sum + floor.atLeast, 0)
  let steps = 0
  const goesOn = (): boolean => {
    steps += 1
    return onProgress?.(1 - 1 / (1 + steps / 64)) ?? true
  }
  if (!goesOn()) return E.left(cancelled)

  /** The best under these weights, raised until floors, people and pairs are as before. */
  const best = (
    start: Weights,
    kept: { readonly people: number; readonly pairs: number },
  ): E.Either<EngineFault, Weights> => {
    let weights = start
    for (;;) {
      if (weights.floor + weights.first + weights.bonus > mostGain) return E.left(beyond)
      weigh(opened, weights)
      if (!maximise(opened.simplex, goesOn)) return E.left(cancelled)
      const now = flowing(opened)
      const by = weights.ofScore === 1 ? highest : 1
      if (now.floors < atLeast) weights = { ...weights, floor: raised(weights.floor, by) }
      else if (now.people < kept.people) weights = { ...weights, first: raised(weights.first, by) }
      else if (now.pairs < kept.pairs) weights = { ...weights, bonus: raised(weights.bonus, by) }
      else return E.right(weights)
    }
  }

  if (atLeast > 0) {
    const floorsAlone = { ofScore: 0, bonus: 0, first: 0, floor: 1 } as const
    weigh(opened, floorsAlone)
    if (!maximise(opened.simplex, goesOn)) return E.left(cancelled)
    const floors = flowing(opened).floors < atLeast ? unmet(opened) : []
    if (floors.length > 0)
      return E.left({ _tag: 'Unmet', floors, prices: pricesOf(problem, opened, floorsAlone) })
  }
  const levels: Array<Matching.NumericPrices> = []
  const kept = { people: 0, pairs: 0 }
  const starts: ReadonlyArray<Weights> =
    problem.objective === 'score-first'
      ? [{ ofScore: 1, bonus: 0, first: 0, floor: 0 }]
      : [
          { ofScore: 0, bonus: 0, first: 1, floor: 0 },
          { ofScore: 0, bonus: 1, first: 2, floor: 0 },
          { ofScore: 1, bonus: 4 * highest, first: 4 * highest, floor: 0 },
        ]
  for (const [level, start] of starts.entries()) {
    const weights = best({ ...start, floor: atLeast === 0 ? 0 : 4 * (start.bonus + 1) }, kept)
    if (E.isLeft(weights)) return weights
    levels.push(pricesOf(problem, opened, weights.right))
    const { people, pairs } = flowing(opened)
    if (level === 0 && starts.length > 1) kept.people = people
    if (level === 1) kept.pairs = pairs
  }
  const taken = takenIn(opened, problem.mentorOf.length)
  return E.right({ taken, worth: worthOf(problem, taken), certificate: { levels } })
}
