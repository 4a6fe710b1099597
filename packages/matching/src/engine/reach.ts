import type { Matching } from '@reverse-mentoring/core'
import { type ByMentor, byMentor } from './by-mentor.ts'

/** Whom alternating paths reach from the free places of mentees. */
export interface Reached {
  readonly mentors: Uint8Array
  readonly mentees: Uint8Array
  /** Whether a free place of a mentor is among them: then one more pair could be placed. */
  readonly freePlace: boolean
}

const countHeld = (problem: Matching.MatchingProblem, taken: Matching.TakenEdges) => {
  const { first, mentorOf, mentorPlaces, menteePlaces } = problem
  const ofMentor = new Int32Array(mentorPlaces.length)
  const ofMentee = new Int32Array(menteePlaces.length)
  let mentee = 0
  for (const edge of taken) {
    while ((first[mentee + 1] ?? Infinity) <= edge) mentee += 1
    const mentor = mentorOf[edge] ?? 0
    ofMentor[mentor] = (ofMentor[mentor] ?? 0) + 1
    ofMentee[mentee] = (ofMentee[mentee] ?? 0) + 1
  }
  return { ofMentor, ofMentee }
}

const sum = (numbers: Int32Array): number => numbers.reduce((all, n) => all + n, 0)

/**
 * One pass over alternating paths (untaken edges to mentors, taken edges back) from every mentee with a free place.
 * Breadth first, each person once; where a side has no free place there is nothing to pass. O(people + edges).
 */
export const reachFromFree = (
  problem: Matching.MatchingProblem,
  taken: Matching.TakenEdges,
  grouped?: ByMentor,
): Reached => {
  const mentors = new Uint8Array(problem.mentorPlaces.length)
  const mentees = new Uint8Array(problem.menteePlaces.length)
  if (taken.length === sum(problem.menteePlaces)) return { mentors, mentees, freePlace: false }
  if (taken.length === sum(problem.mentorPlaces))
    return { mentors: mentors.fill(1), mentees: mentees.fill(1), freePlace: false }
  return walk(problem, taken, grouped ?? byMentor(problem), mentors, mentees)
}

const walk = (
  problem: Matching.MatchingProblem,
  taken: Matching.TakenEdges,
  grouped: ByMentor,
  mentors: Uint8Array,
  mentees: Uint8Array,
): Reached => {
  const { first, mentorOf, mentorPlaces, menteePlaces } = problem
  const { ofMentor, ofMentee } = countHeld(problem, taken)
  const isTaken = new Uint8Array(mentorOf.length)
  for (const edge of taken) isTaken[edge] = 1
  const queue = new Int32Array(menteePlaces.length)
  let [head, tail] = [0, 0]
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    if ((ofMentee[mentee] ?? 0) >= (menteePlaces[mentee] ?? 0)) continue
    mentees[mentee] = 1
    queue[tail] = mentee
    tail += 1
  }
  while (head < tail) {
    const mentee = queue[head] ?? 0
    head += 1
    const end = first[mentee + 1] ?? 0
    for (let edge = first[mentee] ?? 0; edge < end; edge += 1) {
      const mentor = mentorOf[edge] ?? 0
      if (isTaken[edge] === 1 || mentors[mentor] === 1) continue
      mentors[mentor] = 1
      if ((ofMentor[mentor] ?? 0) < (mentorPlaces[mentor] ?? 0))
        return { mentors, mentees, freePlace: true }
      const last = grouped.first[mentor + 1] ?? 0
      for (let at = grouped.first[mentor] ?? 0; at < last; at += 1) {
        const holder = grouped.menteeOf[at] ?? 0
        if (isTaken[grouped.edgeOf[at] ?? 0] !== 1 || mentees[holder] === 1) continue
        mentees[holder] = 1
        queue[tail] = holder
        tail += 1
      }
    }
  }
  return { mentors, mentees, freePlace: false }
}

/**
 * Proof that no more pairs can be placed, from a pass that reached no free place: a mentor reached and a mentee not
 * reached cost 1 each, as in König's cover.
 */
export const countPrices = ({ mentors, mentees }: Reached): Matching.NumericPrices => ({
  mentors: Float64Array.from(mentors),
  mentees: Float64Array.from(mentees, (reached) => 1 - reached),
  bonus: 1,
  first: 0,
})
