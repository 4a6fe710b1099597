import type { Matching, Port } from '@reverse-mentoring/core'

/** The admissible mentors of one mentee and what the pairs score: the first `count` of both lists. */
export interface Row {
  readonly mentors: Int32Array
  readonly scores: Int32Array
  readonly count: number
}

/** The rules and scores of a run, fused to one function of two indices that allocates nothing. */
export interface PairScorer {
  /** The score of a pair, a whole number from 0; −1 if the pair is not admissible. */
  readonly score: (mentor: number, mentee: number) => number
  /** All pairs of a mentee at once, or those with some mentors, where that is quicker; the next call may fill the same lists. */
  readonly row?: (mentee: number, among?: Int32Array) => Row
  /** The most that any pair can score. */
  readonly most: number
  /** Whether something went wrong, so that no more rows need be read: the result is thrown away. */
  readonly isBroken?: () => boolean
}

/** Who is there, and what comes first: a problem whose pairs are known by a scorer instead of edges. */
export interface Sides extends Matching.SidesOfPool {
  readonly objective: Port.Objective
}

/** Pairs beside those of a problem: the mentors of each mentee, each pair once. */
export type PairsByMentee = ReadonlyArray<ReadonlyArray<number>>

/** A problem with more edges, after each mentee's own. O(edges). */
export const withPairs = (
  problem: Matching.MatchingProblem,
  pairs: PairsByMentee,
  scorer: PairScorer,
): Matching.MatchingProblem => {
  const { first, mentorOf, scoreOf, menteePlaces } = problem
  const more = pairs.reduce((sum, { length }) => sum + length, 0)
  const grown = {
    first: new Int32Array(first.length),
    mentorOf: new Int32Array(mentorOf.length + more),
    scoreOf: new Int32Array(mentorOf.length + more),
  }
  let to = 0
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    const [start, end] = [first[mentee], first[mentee + 1]]
    grown.mentorOf.set(mentorOf.subarray(start, end), to)
    grown.scoreOf.set(scoreOf.subarray(start, end), to)
    to += (end ?? 0) - (start ?? 0)
    for (const mentor of pairs[mentee] ?? []) {
      grown.mentorOf[to] = mentor
      grown.scoreOf[to] = scorer.score(mentor, mentee)
      to += 1
    }
    grown.first[mentee + 1] = to
  }
  return { ...problem, ...grown }
}

/** A problem without a single edge. */
export const withoutPairs = (sides: Sides): Matching.MatchingProblem => ({
  ...sides,
  first: new Int32Array(sides.menteePlaces.length + 1),
  mentorOf: new Int32Array(0),
  scoreOf: new Int32Array(0),
})

/** Rows of a scorer, in its own order; from single pairs where it has none, then of these mentors in this order. */
export const rowsOf = (scorer: PairScorer, mentors: Int32Array): ((mentee: number) => Row) => {
  if (scorer.row !== undefined) return scorer.row
  const people = mentors.length
  const row = { mentors: new Int32Array(people), scores: new Int32Array(people), count: 0 }
  const { score } = scorer
  return (mentee) => {
    row.count = 0
    for (let at = 0; at < people; at += 1) {
      const mentor = mentors[at] ?? 0
      const points = score(mentor, mentee)
      row.mentors[row.count] = mentor
      row.scores[row.count] = points
      row.count += points < 0 ? 0 : 1
    }
    return row
  }
}
