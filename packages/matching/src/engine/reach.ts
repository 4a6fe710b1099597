import type { Matching } from '@reverse-mentoring/core'
import type { ByMentor } from './by-mentor.ts'

/** Whom alternating paths reach from the free places of mentees. */
export interface Reached {
  readonly mentors: Uint8Array
  readonly mentees: Uint8Array
  /** Whether a free place of a mentor is among them: then one more pair could be placed. */
  readonly freePlace: boolean
}

const countHeld = (problem: Matching.MatchingProblem, taken: Uint8Array) => {
  const { first, mentorOf, mentorPlaces, menteePlaces } = problem
  const ofMentor = new Int32Array(mentorPlaces.length)
  const ofMentee = new Int32Array(menteePlaces.length)
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    const end = first[mentee + 1] ?? 0
    for (let edge = first[mentee] ?? 0; edge < end; edge += 1) {
      if (taken[edge] !== 1) continue
      const mentor = mentorOf[edge] ?? 0
      ofMentor[mentor] = (ofMentor[mentor] ?? 0) + 1
      ofMentee[mentee] = (ofMentee[mentee] ?? 0) + 1
    }
  }
  return { ofMentor, ofMentee }
}

/**
 * One pass over alternating paths (untaken edges to mentors, taken edges back) from every mentee with a free place.
 * Breadth first, each person once. O(people + edges).
 */
export const reachFromFree = (
  problem: Matching.MatchingProblem,
  grouped: ByMentor,
  taken: Uint8Array,
): Reached => {
  const { first, mentorOf, mentorPlaces, menteePlaces } = problem
  const { ofMentor, ofMentee } = countHeld(problem, taken)
  const mentors = new Uint8Array(mentorPlaces.length)
  const mentees = new Uint8Array(menteePlaces.length)
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
      if (taken[edge] === 1 || mentors[mentor] === 1) continue
      mentors[mentor] = 1
      if ((ofMentor[mentor] ?? 0) < (mentorPlaces[mentor] ?? 0))
        return { mentors, mentees, freePlace: true }
      const last = grouped.first[mentor + 1] ?? 0
      for (let at = grouped.first[mentor] ?? 0; at < last; at += 1) {
        const holder = grouped.menteeOf[at] ?? 0
        if (taken[grouped.edgeOf[at] ?? 0] !== 1 || mentees[holder] === 1) continue
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
})
