import type { Objective } from '../port/matching-policy.ts'

/**
 * Who can be paired with whom and what it is worth, in numbers: mentors and mentees by index, pairs as edges grouped
 * by mentee. A pair that is not admissible is an absent edge. Nobody is joined twice to the same person.
 */
export interface MatchingProblem {
  readonly objective: Objective
  /** Free places of each mentor, 0 or more. */
  readonly mentorPlaces: Int32Array
  /** Free places of each mentee, 0 or more. */
  readonly menteePlaces: Int32Array
  /** The edges of mentee `e` are `first[e]` up to, not including, `first[e + 1]`; one entry more than there are mentees. */
  readonly first: Int32Array
  /** The mentor of each edge. */
  readonly mentorOf: Int32Array
  /** The score of each edge: whole numbers from 0, at most 2³¹ − 1. */
  readonly scoreOf: Int32Array
}

/** The edges that are taken, ascending. */
export type TakenEdges = Int32Array
