import type { Matching } from '@reverse-mentoring/core'
import { type Flow, type Side, emptyFlow, take } from '../engine/flow.ts'
import { menteeOfEdges } from '../engine/greedy.ts'

const flowOf = (problem: Matching.MatchingProblem, taken: Matching.TakenEdges): Flow => {
  const flow = emptyFlow(problem)
  const menteeOf = menteeOfEdges(problem)
  for (const edge of taken) take(flow, edge, problem.mentorOf[edge] ?? 0, menteeOf[edge] ?? 0)
  return flow
}

/** The people at the other end of somebody's edges that are taken, or of those that are not. */
const others = ({ first, other, edgeOf }: Side, person: number, taken: Uint8Array, flag: 0 | 1) => {
  const found: Array<number> = []
  const end = first[person + 1] ?? 0
  for (let at = first[person] ?? 0; at < end; at += 1)
    if (taken[edgeOf === undefined ? at : (edgeOf[at] ?? 0)] === flag) found.push(other[at] ?? 0)
  return found
}

const isFree = ({ held, places }: Side, person: number): boolean =>
  (held[person] ?? 0) < (places[person] ?? 0)

/** Who, of one side, could be placed if others moved: alternating paths lead from them to a free place. */
const placeable = (here: Side, there: Side, taken: Uint8Array): Uint8Array => {
  const can = new Uint8Array(here.places.length)
  const seen = Uint8Array.from(there.places, (_, person) => (isFree(there, person) ? 1 : 0))
  const queue = [...seen.keys()].filter((person) => seen[person] === 1)
  for (let head = 0; head < queue.length; head += 1)
    for (const person of others(there, queue[head] ?? 0, taken, 0)) {
      if (can[person] === 1) continue
      can[person] = 1
      for (const holder of others(here, person, taken, 1)) {
        if (seen[holder] === 1) continue
        seen[holder] = 1
        queue.push(holder)
      }
    }
  return can
}

/** Everybody of one side whom alternating paths reach from these people, in groups that no path joins. */
const groups = (here: Side, there: Side, taken: Uint8Array, seeds: ReadonlyArray<number>) => {
  const groupOf = new Int32Array(here.places.length).fill(-1)
  const groupOpposite = new Int32Array(there.places.length).fill(-1)
  const joined: Array<number> = []
  const root = (group: number): number => {
    let at = group
    while ((joined[at] ?? at) !== at) at = joined[at] ?? at
    return at
  }
  for (const seed of seeds) {
    if ((groupOf[seed] ?? -1) >= 0) continue
    const group = joined.length
    joined.push(group)
    groupOf[seed] = group
    const queue = [seed]
    for (let head = 0; head < queue.length; head += 1) {
      const person = queue[head] ?? 0
      for (const other of others(here, person, taken, 0)) {
        const known = groupOpposite[other] ?? -1
        if (known >= 0) {
          joined[root(known)] = root(group)
          continue
        }
        groupOpposite[other] = group
        for (const holder of others(there, other, taken, 1)) {
          if ((groupOf[holder] ?? -1) >= 0) joined[root(groupOf[holder] ?? 0)] = root(group)
          else {
            groupOf[holder] = group
            queue.push(holder)
          }
        }
      }
    }
  }
  return groupOf.map((group) => (group < 0 ? -1 : root(group)))
}

/** For each person of a side: the people of their Hall set, or nothing. Who shares a set shares the list. */
export type HallSets = ReadonlyArray<ReadonlyArray<number> | undefined>

const ofSide = (here: Side, there: Side, taken: Uint8Array): HallSets => {
  const can = placeable(here, there, taken)
  const seeds: Array<number> = []
  for (let person = 0; person < can.length; person += 1)
    if (
      here.held[person] === 0 &&
      can[person] === 0 &&
      here.first[person] !== here.first[person + 1]
    )
      seeds.push(person)
  const groupOf = groups(here, there, taken, seeds)
  const members = new Map<number, Array<number>>()
  groupOf.forEach((group, person) => {
    if (group < 0) return
    const list = members.get(group) ?? []
    list.push(person)
    members.set(group, list)
  })
  return Array.from(groupOf, (group) => members.get(group))
}

/**
 * Why people without a pair cannot have one beside all the others (Hall 1935): together with others of their side they
 * seek more places than their counterparts have for them, two people being paired once. Whoever is reached from them has
 * places that are all taken by them; whoever is not is paired with all of them already. From all pairs of a problem,
 * whatever engine took them. O(pairs).
 */
export const hallSets = (
  problem: Matching.MatchingProblem,
  edges: Matching.TakenEdges,
): { readonly mentors: HallSets; readonly mentees: HallSets } => {
  const { mentors, mentees, taken } = flowOf(problem, edges)
  return {
    mentors: ofSide(mentors, mentees, taken),
    mentees: ofSide(mentees, mentors, taken),
  }
}

/**
 * The same from the prices that prove a count: whoever has price 0 there is paired already with counterparts of price 0, and
 * the places of all others are taken by people of price 0. One set for each side, of those who have a pair at all.
 */
export const hallSetsOfCount = (
  count: Matching.NumericPrices,
  hasPair: { readonly mentors: Uint8Array; readonly mentees: Uint8Array },
) => {
  const ofPrices = (prices: Float64Array, has: Uint8Array): HallSets => {
    const set: Array<number> = []
    for (let person = 0; person < prices.length; person += 1)
      if (prices[person] === 0 && has[person] === 1) set.push(person)
    return Array.from(prices, (price) => (price === 0 ? set : undefined))
  }
  return {
    mentors: ofPrices(count.mentors, hasPair.mentors),
    mentees: ofPrices(count.mentees, hasPair.mentees),
  }
}
