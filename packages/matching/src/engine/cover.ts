import type { Matching } from '@reverse-mentoring/core'
import { type ByMentor, byMentor } from './by-mentor.ts'

/** One side of a matching, and its edges. */
interface Side {
  readonly places: Int32Array
  readonly partners: Int32Array | undefined
  readonly held: Int32Array
  readonly first: Int32Array
  /** The edge at each position of a group; absent where the position is the edge. */
  readonly edgeOf: Int32Array | undefined
  readonly other: Int32Array
}

const sidesOf = (
  problem: Matching.MatchingProblem,
  isTaken: Uint8Array,
  grouped: ByMentor,
): { readonly mentors: Side; readonly mentees: Side } => {
  const { first, mentorOf, mentorPlaces, menteePlaces, partners } = problem
  const held = {
    mentors: new Int32Array(mentorPlaces.length),
    mentees: new Int32Array(menteePlaces.length),
  }
  for (let mentor = 0; mentor < mentorPlaces.length; mentor += 1) {
    const end = grouped.first[mentor + 1] ?? 0
    for (let at = grouped.first[mentor] ?? 0; at < end; at += 1) {
      if (isTaken[grouped.edgeOf[at] ?? 0] !== 1) continue
      const mentee = grouped.menteeOf[at] ?? 0
      held.mentors[mentor] = (held.mentors[mentor] ?? 0) + 1
      held.mentees[mentee] = (held.mentees[mentee] ?? 0) + 1
    }
  }
  return {
    mentors: {
      places: mentorPlaces,
      partners: partners?.mentors,
      held: held.mentors,
      first: grouped.first,
      edgeOf: grouped.edgeOf,
      other: grouped.menteeOf,
    },
    mentees: {
      places: menteePlaces,
      partners: partners?.mentees,
      held: held.mentees,
      first,
      edgeOf: undefined,
      other: mentorOf,
    },
  }
}

/**
 * Whom alternating paths reach from the people of one side who have no partner; undefined if one of them could have
 * one: a place opposite is free, or somebody of the same side could spare a partner. O(people + edges).
 */
const reach = (isTaken: Uint8Array, near: Side, far: Side) => {
  const reachedNear = new Uint8Array(near.places.length)
  const reachedFar = new Uint8Array(far.places.length)
  const queue = new Int32Array(near.places.length)
  let [head, tail] = [0, 0]
  const enter = (person: number): void => {
    reachedNear[person] = 1
    queue[tail] = person
    tail += 1
  }
  for (let person = 0; person < near.places.length; person += 1) {
    const isAlone = near.held[person] === 0 && (near.partners?.[person] ?? 0) === 0
    if (isAlone && (near.places[person] ?? 0) > 0) enter(person)
  }
  while (head < tail) {
    const person = queue[head] ?? 0
    head += 1
    const end = near.first[person + 1] ?? 0
    for (let at = near.first[person] ?? 0; at < end; at += 1) {
      const other = near.other[at] ?? 0
      if (isTaken[near.edgeOf?.[at] ?? at] === 1 || reachedFar[other] === 1) continue
      if ((far.held[other] ?? 0) < (far.places[other] ?? 0)) return undefined
      reachedFar[other] = 1
      const last = far.first[other + 1] ?? 0
      for (let back = far.first[other] ?? 0; back < last; back += 1) {
        const holder = far.other[back] ?? 0
        if (isTaken[far.edgeOf?.[back] ?? back] !== 1 || reachedNear[holder] === 1) continue
        if ((near.held[holder] ?? 0) + (near.partners?.[holder] ?? 0) > 1) return undefined
        enter(holder)
      }
    }
  }
  return { near: reachedNear, far: reachedFar }
}

/**
 * Proof that as many people as possible get their first partner, on both sides at once (Mendelsohn & Dulmage 1958);
 * undefined if more could. Who is reached from those left gives their place for nothing, and who holds them is full.
 * O(people + edges).
 */
export const coverPrices = (
  problem: Matching.MatchingProblem,
  taken: Matching.TakenEdges,
  grouped: ByMentor = byMentor(problem),
): Matching.NumericPrices | undefined => {
  const isTaken = new Uint8Array(problem.mentorOf.length)
  for (const edge of taken) isTaken[edge] = 1
  const { mentors, mentees } = sidesOf(problem, isTaken, grouped)
  const fromMentors = reach(isTaken, mentors, mentees)
  if (fromMentors === undefined) return undefined
  const fromMentees = reach(isTaken, mentees, mentors)
  if (fromMentees === undefined) return undefined
  return {
    mentors: Float64Array.from(
      fromMentors.near,
      (reached, i) => (fromMentees.far[i] ?? 0) - reached,
    ),
    mentees: Float64Array.from(
      fromMentees.near,
      (reached, i) => (fromMentors.far[i] ?? 0) - reached,
    ),
    bonus: 0,
    first: 1,
  }
}
