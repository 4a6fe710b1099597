import type { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { coverPrices } from '../cover.ts'
import { countPrices, reachFromFree } from '../reach.ts'
import { highestReserve, reservesOf } from '../reserves.ts'
import {
  type BeyondExact,
  type EngineFault,
  type OnProgress,
  type Solution,
  cancelled,
} from '../solution.ts'
import { highestScore, takenEdges, worthOf } from '../worth.ts'
import { forward } from './forward.ts'
import { type Market, openMarket } from './market.ts'
import { release } from './release.ts'
import { reverse } from './reverse.ts'
import { offerUnsold, withdrawUnsold } from './unsold.ts'
import { wholePrices } from './whole-prices.ts'

/** By how much the step shrinks from one scale to the next. */
const shrink = 7

const beyond: BeyondExact = {
  _tag: 'BeyondExact',
  problem: 'scores times mentors exceed what whole doubles can tell apart',
}

/** A bonus that did not do, raised. */
const raised = (bonus: number, highest: number): number => (bonus === 0 ? highest : 4 * bonus)

/** Tells how far a run is: the scales that are done of those to do at most. */
const progressOf = (onProgress: OnProgress | undefined, firstStep: number) => {
  let done = 0
  return (step: number): boolean => {
    if (onProgress === undefined) return true
    done = Math.max(done, 1 - Math.log(step) / Math.log(firstStep + 1))
    return onProgress(done)
  }
}

/** Scale after scale, down from a first step, until the prices in whole points prove the result. */
const runScales = (
  market: Market,
  firstStep: number,
  goesOn: (step: number) => boolean,
): Float64Array | undefined => {
  market.step = Math.max(1, Math.floor(firstStep))
  for (;;) {
    const ask = (): boolean => goesOn(market.step)
    release(market)
    if (!ask()) return undefined
    offerUnsold(market)
    const isDone = forward(market, ask)
    withdrawUnsold(market)
    if (!isDone || !reverse(market, ask)) return undefined
    const whole = market.step < market.unit ? wholePrices(market) : undefined
    if (whole !== undefined) return whole
    market.step = Math.max(1, Math.floor(market.step / shrink))
  }
}

/** What each mentee's worst holding leaves at whole prices, but no more than another place must bring. O(places). */
const menteePrices = (
  { problem, holdings, holdingCount, holding, bonus, firstPartner }: Market,
  prices: Float64Array,
) => {
  const { menteePlaces, mentorOf, scoreOf } = problem
  const reserve = reservesOf(problem, () => firstPartner).mentees
  return Float64Array.from(menteePlaces, (places, mentee) => {
    const count = holdingCount[mentee] ?? 0
    const start = holdings[mentee] ?? 0
    let lowest = count < places ? reserve(mentee, count + 1) : Infinity
    for (let at = start; at < start + count; at += 1) {
      const edge = holding[at] ?? 0
      lowest = Math.min(lowest, (scoreOf[edge] ?? 0) + bonus - (prices[mentorOf[edge] ?? 0] ?? 0))
    }
    return lowest === Infinity ? 0 : lowest
  })
}

/** The proof of the levels that count, as far as the auction got; undefined where a level is not proved yet. */
const counted = (
  { problem, offers, offerEdge, offerMentee }: Market,
  taken: Matching.TakenEdges,
) => {
  const grouped = { first: offers, edgeOf: offerEdge, menteeOf: offerMentee }
  const people = coverPrices(problem, taken, grouped)
  const reached = reachFromFree(problem, taken, grouped)
  return { people, pairs: reached.freePlace ? undefined : countPrices(reached) }
}

/**
 * An exact forward and reverse auction with ε-scaling (Bertsekas 1979; Bertsekas & Castañón 1991, 1992) for places on
 * both sides, of which each may have to bring more than the one before. Prices rise as mentees bid and fall as mentors
 * with free places court; whole prices that prove the optimum end it, and are the certificate. For `participation-first`
 * each pair gets a bonus, and somebody's first partner another one, raised until no more pairs and no more people can be
 * placed; `BeyondExact` where doubles do not reach so far. About 0.3–1 µs per edge in all; places may be at most one more
 * than edges.
 */
export const auction = (
  problem: Matching.MatchingProblem,
  onProgress?: OnProgress,
): E.Either<EngineFault, Solution> => {
  const market = openMarket(problem)
  const highest = Math.max(1, highestScore(problem), highestReserve(problem))
  const goesOn = progressOf(onProgress, (highest * market.unit) / 8)
  const most = Math.floor(Number.MAX_SAFE_INTEGER / (2 * market.unit))
  for (;;) {
    const { bonus, firstPartner } = market
    const range = highest + bonus + 2 * firstPartner
    if (range > most) return E.left(beyond)
    const prices = runScales(market, (range * market.unit) / 8, goesOn)
    if (prices === undefined) return E.left(cancelled)
    const taken = takenEdges(market.taken)
    const score = {
      mentors: prices,
      mentees: menteePrices(market, prices),
      bonus,
      first: firstPartner,
    }
    const found = (levels: ReadonlyArray<Matching.NumericPrices>): E.Either<never, Solution> =>
      E.right({ taken, worth: worthOf(problem, taken), certificate: { levels } })
    if (problem.objective === 'score-first') return found([score])
    const { people, pairs } = counted(market, taken)
    if (people !== undefined && pairs !== undefined) return found([people, pairs, score])
    if (pairs === undefined) market.bonus = raised(bonus, highest)
    else market.firstPartner = raised(firstPartner, highest)
  }
}
