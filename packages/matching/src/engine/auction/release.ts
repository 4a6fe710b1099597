import { dismiss, letGo } from './holders.ts'
import type { Market } from './market.ts'
import { worstHolding } from './worst-holding.ts'

/** The best net that a mentee does not hold; -Infinity if there is none. O(their edges). */
const bestUnheld = ({ problem, price, taken, unit, bonus }: Market, mentee: number): number => {
  const { first, mentorOf, scoreOf } = problem
  let best = -Infinity
  const end = first[mentee + 1] ?? 0
  for (let edge = first[mentee] ?? 0; edge < end; edge += 1) {
    const net = ((scoreOf[edge] ?? 0) + bonus) * unit - (price[mentorOf[edge] ?? 0] ?? 0)
    if (net > best && taken[edge] === 0) best = net
  }
  return best
}

/** Gives up what a mentee holds that is worse by more than the step than another choice, or than its place must bring. */
const releaseOne = (market: Market, mentee: number): void => {
  const { problem, step, holdingCount, reserves } = market
  let best = bestUnheld(market, mentee)
  for (let count = holdingCount[mentee] ?? 0; count > 0; count -= 1) {
    const { edge, net } = worstHolding(market, mentee)
    if (net >= Math.max(best, reserves.mentees(mentee, count)) - step) return
    letGo(market, mentee, edge)
    dismiss(market, problem.mentorOf[edge] ?? 0, edge)
    best = Math.max(best, net)
  }
}

/**
 * Begins a finer scale: pairs that are within the new `step` of the mentee's best other choice stay, at the price of
 * their mentor; the others part. O(edges).
 */
export const release = (market: Market): void => {
  const { price, holdingCount, bidders, bidderCount, bid } = market
  for (let mentee = 0; mentee < holdingCount.length; mentee += 1)
    if (holdingCount[mentee] !== 0) releaseOne(market, mentee)
  for (let mentor = 0; mentor < price.length; mentor += 1) {
    const start = bidders[mentor] ?? 0
    bid.fill(price[mentor] ?? 0, start, start + (bidderCount[mentor] ?? 0))
  }
}
