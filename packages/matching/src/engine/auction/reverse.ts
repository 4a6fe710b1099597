import { dismiss, hold, letGo, seat } from './holders.ts'
import type { Market } from './market.ts'

/** The lowest net that a mentee holds if it has no free place, else 0. O(their places). */
const thresholdOf = (
  { problem, holdings, holdingCount, holding, price, unit, bonus }: Market,
  mentee: number,
): number => {
  const { menteePlaces, mentorOf, scoreOf } = problem
  const count = holdingCount[mentee] ?? 0
  if (count < (menteePlaces[mentee] ?? 0)) return 0
  const start = holdings[mentee] ?? 0
  let lowest = Infinity
  for (let at = start; at < start + count; at += 1) {
    const edge = holding[at] ?? 0
    const net = ((scoreOf[edge] ?? 0) + bonus) * unit - (price[mentorOf[edge] ?? 0] ?? 0)
    if (net < lowest) lowest = net
  }
  return lowest
}

/** Of the edges that a mentee holds, the one with the lowest net. */
const worstHolding = (
  { problem, holdings, holdingCount, holding, price, unit }: Market,
  mentee: number,
): number => {
  const { mentorOf, scoreOf } = problem
  const start = holdings[mentee] ?? 0
  const end = start + (holdingCount[mentee] ?? 0)
  let [worst, lowest] = [-1, Infinity]
  for (let at = start; at < end; at += 1) {
    const edge = holding[at] ?? 0
    const net = (scoreOf[edge] ?? 0) * unit - (price[mentorOf[edge] ?? 0] ?? 0)
    if (net < lowest) [worst, lowest] = [edge, net]
  }
  return worst
}

/**
 * Reverse rounds: a mentor with a free place and a price above 0 lowers it to what the second-best offer leaves, less
 * `step`, and pulls the best offerer in, who gives up the worst holding; or lowers it to 0. Until every mentor with a
 * free place costs nothing. False if told to stop.
 */
export const reverse = (market: Market, goesOn: () => boolean): boolean => {
  const { problem, unit, bonus, step, offers, offerEdge, offerMentee, offerScore } = market
  const { taken, price, bidders, bidderCount, bidMentee, holdingCount, threshold } = market
  const { mentorOf, menteePlaces } = problem
  const mentors = price.length
  const isOpen = (mentor: number): boolean =>
    (price[mentor] ?? 0) > 0 &&
    (bidders[mentor] ?? 0) + (bidderCount[mentor] ?? 0) < (bidders[mentor + 1] ?? 0)
  const open: Array<number> = []
  for (let mentor = mentors - 1; mentor >= 0; mentor -= 1) if (isOpen(mentor)) open.push(mentor)
  if (open.length === 0) return true
  for (let mentee = 0; mentee < threshold.length; mentee += 1)
    threshold[mentee] = thresholdOf(market, mentee)

  let turns = 0
  for (let mentor = open.pop(); mentor !== undefined; mentor = open.pop()) {
    turns += 1
    if ((turns & 16383) === 0 && !goesOn()) return false
    while (isOpen(mentor)) {
      let best = -1
      let bestOffer = 0
      let secondOffer = 0
      const end = offers[mentor + 1] ?? 0
      for (let at = offers[mentor] ?? 0; at < end; at += 1) {
        const offer =
          ((offerScore[at] ?? 0) + bonus) * unit - (threshold[offerMentee[at] ?? 0] ?? 0)
        if (offer <= secondOffer || taken[offerEdge[at] ?? 0] === 1) continue
        if (offer > bestOffer) {
          secondOffer = bestOffer
          bestOffer = offer
          best = at
        } else {
          secondOffer = offer
        }
      }
      const lowered = Math.min(price[mentor] ?? 0, Math.max(0, secondOffer - step))
      price[mentor] = lowered
      if (best >= 0 && bestOffer >= lowered + step) {
        const mentee = offerMentee[best] ?? 0
        if ((holdingCount[mentee] ?? 0) === menteePlaces[mentee]) {
          const dropped = worstHolding(market, mentee)
          const loser = mentorOf[dropped] ?? 0
          letGo(market, mentee, dropped)
          const wasOpen = isOpen(loser)
          dismiss(market, loser, dropped)
          if (!wasOpen && isOpen(loser) && loser !== mentor) open.push(loser)
        }
        const edge = offerEdge[best] ?? 0
        seat(market, mentor, edge, mentee)
        hold(market, mentee, edge)
      }
      const last = (bidders[mentor] ?? 0) + (bidderCount[mentor] ?? 0)
      for (let at = bidders[mentor] ?? 0; at < last; at += 1) {
        const holder = bidMentee[at] ?? 0
        threshold[holder] = thresholdOf(market, holder)
      }
    }
  }
  return true
}
