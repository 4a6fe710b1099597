import type { Matching } from '@reverse-mentoring/core'
import { isEdge, openBest } from './best-gains.ts'
import { turnOf } from './turn-of.ts'
import type { PairScorer, Row } from './pair-scorer.ts'
import type { Level, Pricing } from './underpriced.ts'

/** Pairs added for one mentee in one pass, at most: the best ones. */
const perMentee = 24

/** Pairs that fall short of their prices by less than this part of the highest score are added too: prices will move. */
const nearly = 1 / 8

/** How far the prices of mentors fell: few of them far, and the others no farther than `rest`. */
const falls = (before: Float64Array, now: Float64Array, far: number) => {
  const fell: Array<number> = []
  let rest = 0
  for (let mentor = 0; mentor < now.length; mentor += 1) {
    const by = (before[mentor] ?? 0) - (now[mentor] ?? 0)
    if (by > far) fell.push(mentor)
    else if (by > rest) rest = by
  }
  return { fell: Int32Array.from(fell), rest }
}

/**
 * Pairs that are worth more than their prices in a level and are no edges yet, and those that nearly are, the best of
 * each mentee; nothing at all once no pair is worth more. After the first pass a row is read again only if the prices
 * moved so far since that one of its pairs could be worth more by now; of other rows only mentors who fell far.
 */
export const priceRows = (row: NonNullable<PairScorer['row']>, scorer: PairScorer): Pricing => {
  const best = openBest(perMentee)
  let before: Matching.NumericPrices | undefined
  /** By how much every pair of a mentee that is no edge falls short of its prices, at least. */
  let short = new Float64Array(0)
  let highest = new Float64Array(0)

  const offer = (
    { mentors, scores, count }: Row,
    mentee: number,
    problem: Matching.MatchingProblem,
    { prices, ofScore }: Level,
  ): void => {
    const own = (prices.mentees[mentee] ?? 0) - prices.bonus
    const from = turnOf(mentee, count)
    for (let turn = 0; turn < count; turn += 1) {
      const at = from + turn < count ? from + turn : from + turn - count
      const mentor = mentors[at] ?? 0
      const gain = ofScore * (scores[at] ?? 0) - own - (prices.mentors[mentor] ?? 0)
      if (gain <= best.floor || problem.mentorPlaces[mentor] === 0) continue
      if (!isEdge(problem, mentor, mentee)) best.offer(mentor, gain)
    }
  }

  return (problem, level, goesOn) => {
    const { prices, ofScore } = level
    const { menteePlaces } = problem
    const most = ofScore * scorer.most + prices.bonus
    const slack = ofScore * Math.ceil(scorer.most * nearly)
    const cheapest = prices.mentors.reduce((low, price) => Math.min(low, price), Infinity)
    const isFirst = before === undefined
    if (isFirst) {
      short = new Float64Array(menteePlaces.length)
      highest = new Float64Array(menteePlaces.length)
    }
    const { fell, rest } = falls(before?.mentors ?? prices.mentors, prices.mentors, slack / 4)
    const moved = rest + prices.bonus - (before?.bonus ?? prices.bonus)
    const found: Array<ReadonlyArray<number>> = []
    let gained = false
    for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
      if ((mentee & 255) === 0 && !goesOn(mentee)) return undefined
      const price = prices.mentees[mentee] ?? 0
      const left = (short[mentee] ?? 0) - moved - ((before?.mentees[mentee] ?? price) - price)
      best.clear(-slack)
      if (menteePlaces[mentee] === 0 || cheapest + price >= most + slack) {
        short[mentee] = cheapest + price - most
      } else if (isFirst || left < 0) {
        offer(row(mentee), mentee, problem, level)
        short[mentee] = -best.floor
      } else {
        if (fell.length > 0) offer(row(mentee, fell), mentee, problem, level)
        short[mentee] = Math.min(left, -best.floor)
      }
      highest[mentee] = best.highest()
      if (best.highest() > 0) gained = true
      found.push(best.chosen())
    }
    before = { ...prices, mentors: prices.mentors.slice(), mentees: prices.mentees.slice() }
    if (gained) return found
    // What was nearly worth it is not added, and so remains among the pairs that are no edges.
    short = short.map((by, mentee) => Math.min(by, -(highest[mentee] ?? 0)))
    return found.map(() => [])
  }
}
