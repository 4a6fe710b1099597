import type { Matching } from '@reverse-mentoring/core'
import type { Arcs } from './arcs.ts'
import type { Overlap } from '../solution.ts'
import { type Nested, nestedSets } from './nested.ts'
import { empty, inTree, type Simplex } from './simplex.ts'
import { plant } from './tree.ts'

/** What an arc counts for in a level beside its score. */
export const counts = { nothing: 0, pair: 1, firstPartner: 2, floor: 3 } as const

/**
 * A problem as a circulation: from the root through the sets of mentors to mentors, over pairs to mentees, and through
 * their sets back. Each place of a person is an arc of its own where it gains less than the one before.
 */
export interface Network {
  readonly simplex: Simplex
  /** What each arc gains where scores count: the score of a pair, the cost of a further partner. */
  readonly points: Float64Array
  /** One of `counts` for each arc. */
  readonly counts: Uint8Array
  readonly mentors: Nested
  readonly mentees: Nested
  /** The node of each person, -1 for who can have no pair. The arc of an edge has the edge's number. */
  readonly mentorNode: Int32Array
  readonly menteeNode: Int32Array
  /** The node of the first set of each side; the others follow. */
  readonly mentorSets: number
  readonly menteeSets: number
}

/** More than can ever flow. */
const unbounded = 2 ** 31

type Side = Matching.Group['side']

interface Draft {
  readonly source: Array<number>
  readonly target: Array<number>
  readonly capacity: Array<number>
  readonly points: Array<number>
  readonly counts: Array<number>
}

/** The places that count: one that nobody can fill costs nothing, and more of them say no more. */
const usable = (places: Int32Array, degrees: Int32Array): Int32Array =>
  places.map((count, person) =>
    degrees[person] === 0 ? 0 : Math.min(count, (degrees[person] ?? 0) + 1),
  )

const degreesOf = ({ first, mentorOf, mentorPlaces, menteePlaces }: Matching.MatchingProblem) => {
  const mentors = new Int32Array(mentorPlaces.length)
  for (let edge = 0; edge < mentorOf.length; edge += 1) {
    const mentor = mentorOf[edge] ?? 0
    mentors[mentor] = (mentors[mentor] ?? 0) + 1
  }
  const mentees = menteePlaces.map((_, mentee) => (first[mentee + 1] ?? 0) - (first[mentee] ?? 0))
  return { mentors, mentees }
}

const isOverlap = (nested: Nested | Overlap): nested is Overlap => '_tag' in nested

/**
 * The network of a problem with nothing flowing, and a tree whose arcs all lead to the root: mentors hang from one of their
 * mentees, sets of mentors from somebody in them. Or the limits and floors that no flow can count. O(people + edges +
 * members of groups), and places where further partners cost.
 */
export const openNetwork = (problem: Matching.MatchingProblem): Network | Overlap => {
  const { first, mentorOf, scoreOf, limits = [], floors = [], partners, spread = 0 } = problem
  const degrees = degreesOf(problem)
  const places = {
    mentors: usable(problem.mentorPlaces, degrees.mentors),
    mentees: usable(problem.menteePlaces, degrees.mentees),
  }
  const mentors = nestedSets(problem, 'mentors', places.mentors)
  if (isOverlap(mentors)) return mentors
  const mentees = nestedSets(problem, 'mentees', places.mentees)
  if (isOverlap(mentees)) return mentees

  let nodes = 1
  const nodesOf = (usablePlaces: Int32Array): Int32Array =>
    usablePlaces.map((count) => {
      if (count === 0) return -1
      nodes += 1
      return nodes - 1
    })
  const menteeNode = nodesOf(places.mentees)
  const mentorNode = nodesOf(places.mentors)
  const mentorSets = nodes
  const menteeSets = nodes + mentors.sets.length
  nodes = menteeSets + mentees.sets.length

  const edges = mentorOf.length
  const more: Draft = { source: [], target: [], capacity: [], points: [], counts: [] }
  /** A new arc between an outer node and an inner one, in the direction of the flow on this side. */
  const add = (
    side: Side,
    [outer, inner]: readonly [number, number],
    capacity: number,
    points: number,
    what: number,
  ): number => {
    more.source.push(side === 'mentors' ? outer : inner)
    more.target.push(side === 'mentors' ? inner : outer)
    more.capacity.push(capacity)
    more.points.push(points)
    more.counts.push(what)
    return edges + more.source.length - 1
  }
  const parents = new Int32Array(nodes)
  const preds = new Int32Array(nodes)
  const hang = (node: number, under: number, by: number): void => {
    parents[node] = under
    preds[node] = by
  }

  const draw = (side: Side, { sets, ofFirst, ofFurther }: Nested, firstSet: number): void => {
    const isAbove = side === 'mentees'
    const node = side === 'mentors' ? mentorNode : menteeNode
    const setNode = (set: number): number => (set < 0 ? 0 : firstSet + set)
    const hasPeople = new Set<number>()
    for (const [person, count] of places[side].entries()) {
      const here = node[person] ?? -1
      if (here < 0) continue
      const has = partners?.[side][person] ?? 0
      const what = has === 0 ? counts.firstPartner : counts.nothing
      const inner = setNode(ofFirst[person] ?? -1)
      const arc = add(side, [inner, here], 1, -spread * has, what)
      if (isAbove) hang(here, inner, arc)
      else if (inner > 0) hang(inner, here, arc)
      hasPeople.add(inner)
      const around = setNode(ofFurther[person] ?? -1)
      if (spread === 0 && count > 1) add(side, [around, here], count - 1, 0, counts.nothing)
      for (let place = 2; spread > 0 && place <= count; place += 1)
        add(side, [around, here], 1, -spread * (has + place - 1), counts.nothing)
    }
    for (let set = sets.length - 1; set >= 0; set -= 1) {
      const own = sets[set]
      if (own === undefined) continue
      const [here, outer] = [setNode(set), setNode(own.outer)]
      if (own.kind === 'floor')
        add(side, [outer, here], floors[own.at]?.atLeast ?? 0, 0, counts.floor)
      const most = own.kind === 'limit' ? (limits[own.at]?.atMost ?? 0) : unbounded
      const arc = add(side, [outer, here], most, 0, counts.nothing)
      if (isAbove || !hasPeople.has(here)) hang(here, outer, arc)
      else if (outer > 0 && !hasPeople.has(outer)) hang(outer, here, arc)
      if (hasPeople.has(here)) hasPeople.add(outer)
    }
  }
  draw('mentors', mentors, mentorSets)
  draw('mentees', mentees, menteeSets)

  const all = edges + more.source.length
  const arcs: Arcs = {
    source: new Int32Array(all),
    target: new Int32Array(all),
    capacity: new Float64Array(all),
    gain: new Float64Array(all),
    flow: new Float64Array(all),
  }
  const points = new Float64Array(all)
  const what = new Uint8Array(all)
  for (let mentee = 0; mentee < menteeNode.length; mentee += 1) {
    const end = first[mentee + 1] ?? 0
    for (let edge = first[mentee] ?? 0; edge < end; edge += 1) {
      const mentor = mentorOf[edge] ?? 0
      const [from, to] = [mentorNode[mentor] ?? -1, menteeNode[mentee] ?? -1]
      const isOpen = from >= 0 && to >= 0
      arcs.source[edge] = isOpen ? from : 0
      arcs.target[edge] = isOpen ? to : 0
      arcs.capacity[edge] = isOpen ? 1 : 0
      points[edge] = isOpen ? (scoreOf[edge] ?? 0) : 0
      what[edge] = isOpen ? counts.pair : counts.nothing
      if (isOpen) hang(from, to, edge)
    }
  }
  arcs.source.set(more.source, edges)
  arcs.target.set(more.target, edges)
  arcs.capacity.set(more.capacity, edges)
  points.set(more.points, edges)
  what.set(more.counts, edges)
  const state = new Int8Array(all).fill(empty)
  for (let node = 1; node < nodes; node += 1) state[preds[node] ?? 0] = inTree
  return {
    simplex: { arcs, state, tree: plant(arcs, parents, preds) },
    points,
    counts: what,
    ...{ mentors, mentees, mentorNode, menteeNode, mentorSets, menteeSets },
  }
}
