import type { Matching } from '@reverse-mentoring/core'
import { isEdge, openBest } from './best-gains.ts'
import type { PairScorer } from './pair-scorer.ts'

/** What a level counts: a pair is worth `ofScore` times its score, and the bonus. */
export interface Level {
  readonly prices: Matching.NumericPrices
  readonly ofScore: 0 | 1
}

/** Mentors by price, cheapest first; of equal prices by key. */
const byPrice = (
  prices: Float64Array,
  places: Int32Array,
  keys: Float64Array | undefined,
): Int32Array =>
  Int32Array.from(prices.keys())
    .filter((mentor) => places[mentor] !== 0)
    .sort(
      (a, b) => (prices[a] ?? 0) - (prices[b] ?? 0) || (keys?.[a] ?? 0) - (keys?.[b] ?? 0) || a - b,
    )

/** Pairs added for one mentee in one pass, at most: the best ones. */
const perMentee = 8

/** Whom to add for each mentee; `undefined` when told to stop. */
export type Pricing = (
  problem: Matching.MatchingProblem,
  level: Level,
  goesOn: (mentee: number) => boolean,
) => ReadonlyArray<ReadonlyArray<number>> | undefined

/**
 * Pairs that are worth more than their prices in a level and are no edges yet, the best few of each mentee. Reads the
 * mentors from the cheapest on, and stops at the first that the best score could not pay.
 */
export const pricePairs =
  (scorer: PairScorer, keys: Float64Array | undefined): Pricing =>
  (problem, { prices, ofScore }, goesOn) => {
    const { menteePlaces, mentorPlaces } = problem
    const order = byPrice(prices.mentors, mentorPlaces, keys)
    const { score } = scorer
    const most = ofScore * scorer.most + prices.bonus
    const best = openBest(perMentee)
    const found: Array<ReadonlyArray<number>> = []
    for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
      if ((mentee & 255) === 0 && !goesOn(mentee)) return undefined
      best.clear(0)
      const own = (prices.mentees[mentee] ?? 0) - prices.bonus
      const limit = most - (prices.mentees[mentee] ?? 0)
      for (let at = 0; at < order.length && menteePlaces[mentee] !== 0; at += 1) {
        const mentor = order[at] ?? 0
        const paid = prices.mentors[mentor] ?? 0
        if (paid + best.floor >= limit) break
        const points = score(mentor, mentee)
        const gain = ofScore * points - own - paid
        if (points < 0 || gain <= best.floor || isEdge(problem, mentor, mentee)) continue
        best.offer(mentor, gain)
      }
      found.push(best.chosen())
    }
    return found
  }
