import { dismiss, letGo } from './holders.ts'
import type { Market } from './market.ts'

/** The best net that a mentee does not hold; 0 if none is above. O(their edges). */
const bestUnheld = ({ problem, price, taken, unit, bonus }: Market, mentee: number): number => {
  const { first, mentorOf, scoreOf } = problem
  let best = 0
  const end = first[mentee + 1] ?? 0
  for (let edge = first[mentee] ?? 0; edge < end; edge += 1) {
    const net = ((scoreOf[edge] ?? 0) + bonus) * unit - (price[mentorOf[edge] ?? 0] ?? 0)
    if (net > best && taken[edge] === 0) best = net
  }
  return best
}

/**
 * Begins a finer scale: pairs that are within the new `step` of the mentee's best other choice stay, at the price of
 * their mentor; the others part. O(edges).
 */
export const release = (market: Market): void => {
  const { problem, price, holdings, holdingCount, holding, bidders, bidderCount, bid, unit } =
    market
  const { mentorOf, scoreOf } = problem
  for (let mentee = 0; mentee < holdingCount.length; mentee += 1) {
    const start = holdings[mentee] ?? 0
    if (holdingCount[mentee] === 0) continue
    const least = bestUnheld(market, mentee) - market.step
    for (let at = start + (holdingCount[mentee] ?? 0) - 1; at >= start; at -= 1) {
      const edge = holding[at] ?? 0
      const mentor = mentorOf[edge] ?? 0
      if (((scoreOf[edge] ?? 0) + market.bonus) * unit - (price[mentor] ?? 0) >= least) continue
      letGo(market, mentee, edge)
      dismiss(market, mentor, edge)
    }
  }
  for (let mentor = 0; mentor < price.length; mentor += 1) {
    const start = bidders[mentor] ?? 0
    bid.fill(price[mentor] ?? 0, start, start + (bidderCount[mentor] ?? 0))
  }
}
