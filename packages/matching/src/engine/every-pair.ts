import type { Matching } from '@reverse-mentoring/core'
import { type PairScorer, type Sides, rowsOf } from './pair-scorer.ts'

const grown = (numbers: Int32Array, atLeast: number): Int32Array => {
  if (numbers.length >= atLeast) return numbers
  const more = new Int32Array(Math.max(atLeast, 2 * numbers.length))
  more.set(numbers)
  return more
}

/** The problem of all admissible pairs. O(pairs), and 8 bytes for each admissible one. */
export const everyPair = (sides: Sides, scorer: PairScorer): Matching.MatchingProblem => {
  const rowOf = rowsOf(scorer, Int32Array.from(sides.mentorPlaces.keys()))
  const first = new Int32Array(sides.menteePlaces.length + 1)
  let mentorOf: Int32Array = new Int32Array(1024)
  let scoreOf: Int32Array = new Int32Array(1024)
  let edges = 0
  for (let mentee = 0; mentee < sides.menteePlaces.length; mentee += 1) {
    first[mentee + 1] = edges
    if (scorer.isBroken?.() === true) continue
    const row = rowOf(mentee)
    mentorOf = grown(mentorOf, edges + row.count)
    scoreOf = grown(scoreOf, edges + row.count)
    mentorOf.set(row.mentors.subarray(0, row.count), edges)
    scoreOf.set(row.scores.subarray(0, row.count), edges)
    edges += row.count
    first[mentee + 1] = edges
  }
  return {
    ...sides,
    first,
    mentorOf: mentorOf.slice(0, edges),
    scoreOf: scoreOf.slice(0, edges),
  }
}
