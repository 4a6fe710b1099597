import type { Objective } from '../port/matching-policy.ts'

/** People of one side who share a limit or a floor, by index, ascending. */
export interface Group {
  readonly side: 'mentors' | 'mentees'
  readonly members: Int32Array
}

/** A group that may have so many pairs at most. */
export interface Limit extends Group {
  readonly atMost: number
}

/** A group of which so many people at least are to get a pair. */
export interface Floor extends Group {
  readonly atLeast: number
}

/** Pairs of somebody of one group with somebody of another, of which there may be so many at most. */
export interface PairLimit {
  readonly mentors: Int32Array
  readonly mentees: Int32Array
  readonly atMost: number
}

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
  /** Partners that people have already, who are not touched; absent: nobody has one. */
  readonly partners?: { readonly mentors: Int32Array; readonly mentees: Int32Array }
  /** Points that somebody's second partner costs, twice as many the third, and so on; absent: 0. */
  readonly spread?: number
  readonly limits?: ReadonlyArray<Limit>
  readonly floors?: ReadonlyArray<Floor>
  /** Checked by `verify`; no prices of its levels stand for them. */
  readonly pairLimits?: ReadonlyArray<PairLimit>
}

/** The edges that are taken, ascending. */
export type TakenEdges = Int32Array
