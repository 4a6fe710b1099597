import type { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { finishFrom } from '../augment.ts'
import { countPrices, reachFromFree } from '../reach.ts'
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
import { wholePrices } from './whole-prices.ts'

/** By how much the step shrinks from one scale to the next. */
const shrink = 7

const beyond: BeyondExact = {
  _tag: 'BeyondExact',
  problem: 'scores times mentors exceed what whole doubles can tell apart',
}

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
    if (!ask() || !forward(market, ask) || !reverse(market, ask)) return undefined
    const whole = market.step < market.unit ? wholePrices(market) : undefined
    if (whole !== undefined) return whole
    market.step = Math.max(1, Math.floor(market.step / shrink))
  }
}

/** What each mentee's worst holding leaves at whole prices, or 0 with a free place. */
const menteePrices = (
  { problem, holdings, holdingCount, holding, bonus }: Market,
  prices: Float64Array,
) => {
  const { menteePlaces, mentorOf, scoreOf } = problem
  return Float64Array.from(menteePlaces, (places, mentee) => {
    const count = holdingCount[mentee] ?? 0
    if (count < places || count === 0) return 0
    const start = holdings[mentee] ?? 0
    let lowest = Infinity
    for (let at = start; at < start + count; at += 1) {
      const edge = holding[at] ?? 0
      lowest = Math.min(lowest, (scoreOf[edge] ?? 0) + bonus - (prices[mentorOf[edge] ?? 0] ?? 0))
    }
    return lowest
  })
}

/**
 * An exact forward and reverse auction with ε-scaling (Bertsekas 1979; Bertsekas & Castañón 1991, 1992) for places on
 * both sides. Prices rise as mentees bid and fall as mentors with free places court; whole prices that prove the
 * optimum end it, and are the certificate. For `participation-first` each pair gets a bonus, raised until no more
 * pairs can be placed; where doubles do not reach so far, the last pairs are placed by shortest paths. About 0.3–1 µs per edge in all; places may be at most one more than edges.
 */
export const auction = (
  problem: Matching.MatchingProblem,
  onProgress?: OnProgress,
): E.Either<EngineFault, Solution> => {
  const market = openMarket(problem)
  const highest = Math.max(1, highestScore(problem))
  const countFirst = problem.objective === 'participation-first'
  const goesOn = progressOf(onProgress, (highest * market.unit) / 8)
  const mostBonus = Math.floor(Number.MAX_SAFE_INTEGER / (2 * market.unit)) - highest
  if (mostBonus < 0) return E.left(beyond)
  for (;;) {
    const prices = runScales(market, ((highest + market.bonus) * market.unit) / 8, goesOn)
    if (prices === undefined) return E.left(cancelled)
    const taken = takenEdges(market.taken)
    const score = { mentors: prices, mentees: menteePrices(market, prices), bonus: market.bonus }
    const raised = market.bonus === 0 ? highest : 4 * market.bonus
    if (!countFirst || raised > mostBonus) return finishFrom(problem, taken, score, onProgress)
    const grouped = {
      first: market.offers,
      edgeOf: market.offerEdge,
      menteeOf: market.offerMentee,
    }
    const reached = reachFromFree(problem, taken, grouped)
    if (!reached.freePlace) {
      const levels = [countPrices(reached), score]
      return E.right({ taken, worth: worthOf(problem, taken), certificate: { levels } })
    }
    market.bonus = raised
  }
}
