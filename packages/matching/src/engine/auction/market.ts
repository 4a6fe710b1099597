import type { Matching } from '@reverse-mentoring/core'
import { byMentor } from '../by-mentor.ts'

/**
 * The state of an auction, changed in place. Prices, bids and nets are whole numbers in steps of 1 / `unit` of a score
 * point. A mentor has one price: the lowest bid that it holds once it is full, and before that what it was.
 */
export interface Market {
  readonly problem: Matching.MatchingProblem
  readonly unit: number
  /** What a pair counts for beside its score. */
  bonus: number
  /** The bidding step: nobody holds what is worse than another choice by more. */
  step: number
  /** The problem's edges by mentor: `offers[r]` up to, not including, `offers[r + 1]`. */
  readonly offers: Int32Array
  readonly offerEdge: Int32Array
  readonly offerMentee: Int32Array
  readonly offerScore: Int32Array
  readonly taken: Uint8Array
  readonly price: Float64Array
  /** The bids that mentor `r` holds are at `bidders[r]` and the places after it, lowest first as in a heap. */
  readonly bidders: Int32Array
  readonly bidderCount: Int32Array
  readonly bidEdge: Int32Array
  readonly bidMentee: Int32Array
  readonly bid: Float64Array
  /** The edges that mentee `e` holds are at `holdings[e]` and the places after it. */
  readonly holdings: Int32Array
  readonly holdingCount: Int32Array
  readonly holding: Int32Array
  /** The lowest net that a mentee without a free place holds, else 0; kept in reverse rounds only. */
  readonly threshold: Float64Array
}

/** Where each person's places begin, and at the end how many there are. */
const starts = (places: Int32Array): Int32Array => {
  const begin = new Int32Array(places.length + 1)
  for (let i = 0; i < places.length; i += 1) begin[i + 1] = (begin[i] ?? 0) + (places[i] ?? 0)
  return begin
}

/** An auction before the first bid: every price 0. Places may be at most one more than edges. O(people + edges). */
export const openMarket = (problem: Matching.MatchingProblem): Market => {
  const { mentorPlaces, menteePlaces, scoreOf } = problem
  const { first, edgeOf, menteeOf } = byMentor(problem)
  const bidders = starts(mentorPlaces)
  const holdings = starts(menteePlaces)
  const places = bidders[mentorPlaces.length] ?? 0
  return {
    problem,
    unit: 2 * (mentorPlaces.length + 2),
    bonus: 0,
    step: 1,
    offers: first,
    offerEdge: edgeOf,
    offerMentee: menteeOf,
    offerScore: edgeOf.map((edge) => scoreOf[edge] ?? 0),
    taken: new Uint8Array(scoreOf.length),
    price: new Float64Array(mentorPlaces.length),
    bidders,
    bidderCount: new Int32Array(mentorPlaces.length),
    bidEdge: new Int32Array(places),
    bidMentee: new Int32Array(places),
    bid: new Float64Array(places),
    holdings,
    holdingCount: new Int32Array(menteePlaces.length),
    holding: new Int32Array(holdings[menteePlaces.length] ?? 0),
    threshold: new Float64Array(menteePlaces.length),
  }
}

/** Adds an edge to what a mentee holds. */
export const hold = (
  { holdings, holdingCount, holding, taken }: Market,
  mentee: number,
  edge: number,
): void => {
  const count = holdingCount[mentee] ?? 0
  holding[(holdings[mentee] ?? 0) + count] = edge
  holdingCount[mentee] = count + 1
  taken[edge] = 1
}

/** Takes an edge out of what a mentee holds. O(their places). */
export const letGo = (
  { holdings, holdingCount, holding, taken }: Market,
  mentee: number,
  edge: number,
): void => {
  const start = holdings[mentee] ?? 0
  const last = start + (holdingCount[mentee] ?? 0) - 1
  let at = start
  while (holding[at] !== edge) at += 1
  holding[at] = holding[last] ?? 0
  holdingCount[mentee] = last - start
  taken[edge] = 0
}

/** Takes an edge out of the bids that a mentor holds, which are then in no order. O(their places). */
export const dismiss = (market: Market, mentor: number, edge: number): void => {
  const { bidders, bidderCount, bidEdge, bidMentee, bid } = market
  const start = bidders[mentor] ?? 0
  const last = start + (bidderCount[mentor] ?? 0) - 1
  let at = start
  while (bidEdge[at] !== edge) at += 1
  bidEdge[at] = bidEdge[last] ?? 0
  bidMentee[at] = bidMentee[last] ?? 0
  bid[at] = bid[last] ?? 0
  bidderCount[mentor] = last - start
}
