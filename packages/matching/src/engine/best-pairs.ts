import type { Matching } from '@reverse-mentoring/core'
import { turnOf } from './turn-of.ts'
import { type PairScorer, type Sides, rowsOf, withPairs, withoutPairs } from './pair-scorer.ts'

/** The best so many of each person, by score and then by who comes first in the order; lowest score first. */
const bestOfEach = (people: number, most: number) => {
  const scores = new Int32Array(people * most).fill(-1)
  const others = new Int32Array(people * most).fill(-1)
  return {
    others,
    /** The score that a newcomer must beat. */
    floor: (person: number): number => scores[person * most] ?? -1,
    offer: (person: number, other: number, score: number): void => {
      const start = person * most
      let at = start
      const end = start + most - 1
      while (at < end && (scores[at + 1] ?? 0) < score) {
        scores[at] = scores[at + 1] ?? 0
        others[at] = others[at + 1] ?? 0
        at += 1
      }
      scores[at] = score
      others[at] = other
    },
  }
}

const inKeyOrder = (people: number, keys: Float64Array | undefined): Int32Array => {
  const order = Int32Array.from({ length: people }, (_, i) => i)
  return keys === undefined ? order : order.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
}

/**
 * A sparse problem of the best `most` pairs of every mentee and of every mentor with a place. Of equal scores those
 * whose other side has the lower key, or comes first in a row of the scorer, which is read from another place for each
 * mentee: else all would begin with the same few. One scan of all pairs that allocates nothing per pair.
 */
export const bestPairs = (
  sides: Sides,
  scorer: PairScorer,
  most: number,
  keys?: { readonly mentors: Float64Array; readonly mentees: Float64Array },
): Matching.MatchingProblem => {
  const { mentorPlaces, menteePlaces } = sides
  const ofMentor = bestOfEach(mentorPlaces.length, most)
  const ofMentee = bestOfEach(menteePlaces.length, most)
  const mentors = inKeyOrder(mentorPlaces.length, keys?.mentors).filter(
    (r) => mentorPlaces[r] !== 0,
  )
  const mentees = inKeyOrder(menteePlaces.length, keys?.mentees).filter(
    (e) => menteePlaces[e] !== 0,
  )
  const rowOf = rowsOf(scorer, mentors)
  for (const mentee of mentees) {
    if (scorer.isBroken?.() === true) break
    const row = rowOf(mentee)
    const from = turnOf(mentee, row.count)
    for (let turn = 0; turn < row.count; turn += 1) {
      const at = from + turn < row.count ? from + turn : from + turn - row.count
      const mentor = row.mentors[at] ?? 0
      const points = row.scores[at] ?? 0
      if (mentorPlaces[mentor] === 0) continue
      if (points > ofMentee.floor(mentee)) ofMentee.offer(mentee, mentor, points)
      if (points > ofMentor.floor(mentor)) ofMentor.offer(mentor, mentee, points)
    }
  }
  const pairs = Array.from(menteePlaces, () => new Set<number>())
  ofMentee.others.forEach((mentor, at) => {
    if (mentor >= 0) pairs[Math.floor(at / most)]?.add(mentor)
  })
  ofMentor.others.forEach((mentee, at) => {
    if (mentee >= 0) pairs[mentee]?.add(Math.floor(at / most))
  })
  return withPairs(
    withoutPairs(sides),
    pairs.map((set) => [...set]),
    scorer,
  )
}
