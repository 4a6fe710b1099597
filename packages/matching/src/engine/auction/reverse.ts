import { dismiss, hold, letGo, seat } from './holders.ts'
import type { Market } from './market.ts'
import { worstHolding } from './worst-holding.ts'

/** What an offer must leave a mentee: more than the worst holding, or what a free place must bring. O(their places). */
const thresholdOf = (market: Market, mentee: number): number => {
  const { problem, holdingCount, reserves } = market
  const held = holdingCount[mentee] ?? 0
  const { net } = worstHolding(market, mentee)
  return held < (problem.menteePlaces[mentee] ?? 0)
    ? Math.min(net, reserves.mentees(mentee, held + 1))
    : net
}

/**
 * Reverse rounds: a mentor with a free place and a price above what it must bring lowers it to what the second-best offer
 * leaves, less `step`, and pulls the best offerer in, who gives up the worst holding if no place of theirs is worth it; or
 * lowers it to what the place must bring. Until no mentor asks more for a free place. False if told to stop.
 */
export const reverse = (market: Market, goesOn: () => boolean): boolean => {
  const { problem, unit, bonus, step, offers, offerEdge, offerMentee, offerScore } = market
  const { taken, price, bidders, bidderCount, bidMentee, holdingCount, threshold, reserves } =
    market
  const { mentorOf, menteePlaces } = problem
  const mentors = price.length
  const reserveOf = (mentor: number): number =>
    reserves.mentors(mentor, (bidderCount[mentor] ?? 0) + 1)
  const isOpen = (mentor: number): boolean =>
    (bidders[mentor] ?? 0) + (bidderCount[mentor] ?? 0) < (bidders[mentor + 1] ?? 0) &&
    (price[mentor] ?? 0) > reserveOf(mentor)
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
      const reserve = reserveOf(mentor)
      let best = -1
      let bestOffer = reserve
      let secondOffer = reserve
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
      const lowered = Math.min(price[mentor] ?? 0, Math.max(reserve, secondOffer - step))
      price[mentor] = lowered
      if (best >= 0 && bestOffer >= lowered + step) {
        const mentee = offerMentee[best] ?? 0
        const held = holdingCount[mentee] ?? 0
        const isFull = held === menteePlaces[mentee]
        if (isFull || (threshold[mentee] ?? 0) < reserves.mentees(mentee, held + 1)) {
          const dropped = worstHolding(market, mentee).edge
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
