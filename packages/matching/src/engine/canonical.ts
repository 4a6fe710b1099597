import type { Matching } from '@reverse-mentoring/core'
import { byMentor } from './by-mentor.ts'
import { isComplete } from './dense/table.ts'
import type { Solution } from './solution.ts'
import { priceOfNoPlace } from './price-of-no-place.ts'
import { highestScore } from './worth.ts'

/** One number for each person, such as a hash of the seed and their id. Who has the lower key comes first. */
export interface Keys {
  readonly mentors: Float64Array
  readonly mentees: Float64Array
}

/** A problem in an order that depends on keys only, and the way back. */
export interface Canonical {
  readonly problem: Matching.MatchingProblem
  /** What an index of this problem is in the given one. */
  readonly mentorAt: Int32Array
  readonly menteeAt: Int32Array
  readonly edgeAt: (edge: number) => number
}

const inOrder = (people: number, keys: Float64Array | undefined): Int32Array => {
  const order = new Int32Array(people)
  for (let at = 0; at < people; at += 1) order[at] = at
  if (keys === undefined) return order
  return order.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
}

const positions = (order: Int32Array): Int32Array => {
  const positionOf = new Int32Array(order.length)
  for (let at = 0; at < order.length; at += 1) positionOf[order[at] ?? 0] = at
  return positionOf
}

/** No more places than edges and one: who has more than edges is never full, as before. */
const clamped = (places: Int32Array, order: Int32Array, degrees: Int32Array): Int32Array =>
  degrees.map((degree, at) => Math.min(places[order[at] ?? 0] ?? 0, degree + 1))

/** What a problem says of people beside their places and pairs, in their new order. */
const peopleInOrder = (
  { partners, limits, floors }: Matching.MatchingProblem,
  mentorAt: Int32Array,
  menteeAt: Int32Array,
): Pick<Matching.MatchingProblem, 'partners' | 'limits' | 'floors'> => {
  if (partners === undefined && limits === undefined && floors === undefined) return {}
  const now = { mentors: positions(mentorAt), mentees: positions(menteeAt) }
  const moved = <G extends Matching.Group>(group: G): G => ({
    ...group,
    members: group.members.map((person) => now[group.side][person] ?? 0).sort(),
  })
  return {
    ...(partners && {
      partners: {
        mentors: mentorAt.map((mentor) => partners.mentors[mentor] ?? 0),
        mentees: menteeAt.map((mentee) => partners.mentees[mentee] ?? 0),
      },
    }),
    ...(limits && { limits: limits.map(moved) }),
    ...(floors && { floors: floors.map(moved) }),
  }
}

/** The same for a problem where every pair is an edge, in order: rows and columns move. O(edges). */
const completeInOrder = (
  problem: Matching.MatchingProblem,
  mentorAt: Int32Array,
  menteeAt: Int32Array,
  isAsGiven: boolean,
): Canonical => {
  const { first, mentorOf, scoreOf } = problem
  const mentors = mentorAt.length
  const inRow = isAsGiven ? scoreOf : new Int32Array(scoreOf.length)
  for (let row = 0; row < menteeAt.length && !isAsGiven; row += 1) {
    const from = (menteeAt[row] ?? 0) * mentors
    const to = row * mentors
    for (let at = 0; at < mentors; at += 1)
      inRow[to + at] = scoreOf[from + (mentorAt[at] ?? 0)] ?? 0
  }
  const degrees = (people: Int32Array, degree: number) => new Int32Array(people.length).fill(degree)
  return {
    problem: {
      ...problem,
      ...peopleInOrder(problem, mentorAt, menteeAt),
      mentorPlaces: clamped(problem.mentorPlaces, mentorAt, degrees(mentorAt, menteeAt.length)),
      menteePlaces: clamped(problem.menteePlaces, menteeAt, degrees(menteeAt, mentors)),
      first,
      mentorOf,
      scoreOf: inRow,
    },
    mentorAt,
    menteeAt,
    edgeAt: (edge) =>
      (menteeAt[Math.floor(edge / mentors)] ?? 0) * mentors + (mentorAt[edge % mentors] ?? 0),
  }
}

/**
 * Puts people and edges in the order of their keys, and leaves out the edges of people without places. The same people
 * and pairs in any order become the same problem, as long as no two keys are equal. O(people × log people + edges).
 */
export const canonical = (problem: Matching.MatchingProblem, keys?: Keys): Canonical => {
  const { mentorPlaces, menteePlaces } = problem
  const mentorAt = inOrder(mentorPlaces.length, keys?.mentors)
  const menteeAt = inOrder(menteePlaces.length, keys?.mentees)
  if (isComplete(problem) && !mentorPlaces.includes(0) && !menteePlaces.includes(0))
    return completeInOrder(problem, mentorAt, menteeAt, keys === undefined)
  const positionOf = positions(menteeAt)
  const grouped = byMentor(problem)

  const first = new Int32Array(menteePlaces.length + 1)
  const degrees = new Int32Array(mentorPlaces.length)
  const kept = (mentor: number, mentee: number): boolean =>
    mentorPlaces[mentor] !== 0 && menteePlaces[mentee] !== 0
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    const at = (positionOf[mentee] ?? 0) + 1
    const end = problem.first[mentee + 1] ?? 0
    for (let edge = problem.first[mentee] ?? 0; edge < end; edge += 1)
      if (kept(problem.mentorOf[edge] ?? 0, mentee)) first[at] = (first[at] ?? 0) + 1
  }
  for (let at = 1; at < first.length; at += 1) first[at] = (first[at] ?? 0) + (first[at - 1] ?? 0)
  const edges = first[first.length - 1] ?? 0
  const mentorOf = new Int32Array(edges)
  const scoreOf = new Int32Array(edges)
  const edgeAt = new Int32Array(edges)
  const next = first.slice(0, -1)
  for (let at = 0; at < mentorAt.length; at += 1) {
    const mentor = mentorAt[at] ?? 0
    const end = grouped.first[mentor + 1] ?? 0
    for (let g = grouped.first[mentor] ?? 0; g < end; g += 1) {
      const mentee = grouped.menteeOf[g] ?? 0
      if (!kept(mentor, mentee)) continue
      const position = positionOf[mentee] ?? 0
      const to = next[position] ?? 0
      next[position] = to + 1
      const edge = grouped.edgeOf[g] ?? 0
      mentorOf[to] = at
      edgeAt[to] = edge
      scoreOf[to] = problem.scoreOf[edge] ?? 0
      degrees[at] = (degrees[at] ?? 0) + 1
    }
  }
  const menteeDegrees = Int32Array.from(
    { length: menteeAt.length },
    (_, at) => (first[at + 1] ?? 0) - (first[at] ?? 0),
  )
  return {
    problem: {
      ...problem,
      ...peopleInOrder(problem, mentorAt, menteeAt),
      mentorPlaces: clamped(mentorPlaces, mentorAt, degrees),
      menteePlaces: clamped(menteePlaces, menteeAt, menteeDegrees),
      first,
      mentorOf,
      scoreOf,
    },
    mentorAt,
    menteeAt,
    edgeAt: (edge) => edgeAt[edge] ?? 0,
  }
}

/** Prices in the order of the given problem. Who has no place costs what nobody pays: it adds nothing to a bound. */
const pricesBack = (
  prices: Float64Array,
  order: Int32Array,
  places: Int32Array,
  most: number,
): Float64Array => {
  const back = new Float64Array(places.length)
  for (let at = 0; at < order.length; at += 1) {
    const person = order[at] ?? 0
    back[person] = places[person] === 0 ? most : (prices[at] ?? 0)
  }
  return back
}

/** The solution of a canonical problem, told of the given one. O(people + pairs log pairs). */
export const fromCanonical = (
  given: Matching.MatchingProblem,
  { mentorAt, menteeAt, edgeAt }: Canonical,
  { taken, worth, certificate }: Solution,
): Solution => {
  const solved = { taken: taken.map(edgeAt).sort(), worth }
  if (certificate === undefined) return solved
  const isAnyoneOut = given.mentorPlaces.includes(0) || given.menteePlaces.includes(0)
  const highest = isAnyoneOut ? highestScore(given) : 0
  const levels = certificate.levels.map((level) => {
    const most = isAnyoneOut ? priceOfNoPlace(level, highest) : 0
    return {
      ...level,
      mentors: pricesBack(level.mentors, mentorAt, given.mentorPlaces, most),
      mentees: pricesBack(level.mentees, menteeAt, given.menteePlaces, most),
    }
  })
  return { ...solved, certificate: { levels } }
}
