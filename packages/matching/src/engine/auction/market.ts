import type { Matching } from '@reverse-mentoring/core'
import { byMentor } from '../by-mentor.ts'
import { type Reserves, reservesOf } from '../reserves.ts'
import { type Holders, openHolders } from './holders.ts'

/** The state of an auction, changed in place. Prices, bids and nets are whole numbers in steps of 1 / `unit` of a score point. */
export interface Market extends Holders {
  readonly problem: Matching.MatchingProblem
  readonly unit: number
  /** What a pair counts for beside its score. */
  bonus: number
  /** What somebody's first partner counts for. */
  firstPartner: number
  /** What places must bring at least, in steps. */
  readonly reserves: Reserves
  /** The bidding step: nobody holds what is worse than another choice by more. */
  step: number
  /** The problem's edges by mentor: `offers[r]` up to, not including, `offers[r + 1]`. */
  readonly offers: Int32Array
  readonly offerEdge: Int32Array
  readonly offerMentee: Int32Array
  readonly offerScore: Int32Array
  /** What an offer must leave a mentee to be taken; kept in reverse rounds only. */
  readonly threshold: Float64Array
}

/** An auction before the first bid: every price 0. Places may be at most one more than edges. O(people + edges). */
export const openMarket = (problem: Matching.MatchingProblem): Market => {
  const { mentorPlaces, menteePlaces, scoreOf } = problem
  const { first, edgeOf, menteeOf } = byMentor(problem)
  const offerScore = new Int32Array(edgeOf.length)
  for (let at = 0; at < edgeOf.length; at += 1) offerScore[at] = scoreOf[edgeOf[at] ?? 0] ?? 0
  const unit = 2 * (mentorPlaces.length + 2)
  const inPoints = reservesOf(problem, () => market.firstPartner)
  const market: Market = {
    ...openHolders(mentorPlaces, menteePlaces, scoreOf.length),
    problem,
    unit,
    bonus: 0,
    firstPartner: 0,
    reserves: {
      mentors: (mentor, place) => unit * inPoints.mentors(mentor, place),
      mentees: (mentee, place) => unit * inPoints.mentees(mentee, place),
    },
    step: 1,
    offers: first,
    offerEdge: edgeOf,
    offerMentee: menteeOf,
    offerScore,
    threshold: new Float64Array(menteePlaces.length),
  }
  return market
}
