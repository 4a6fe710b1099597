import type { Market } from './market.ts'

/**
 * Puts the places that nobody holds among the bids, each at what it must bring, but not below the price: a bid takes the
 * cheapest of them or outbids who bid least. O(places).
 */
export const offerUnsold = (market: Market): void => {
  const { price, bidders, bidderCount, bid, bidEdge, bidMentee, reserves } = market
  for (let mentor = 0; mentor < price.length; mentor += 1) {
    const start = bidders[mentor] ?? 0
    const end = bidders[mentor + 1] ?? 0
    for (let at = start + (bidderCount[mentor] ?? 0); at < end; at += 1) {
      bid[at] = Math.max(price[mentor] ?? 0, reserves.mentors(mentor, at - start + 1))
      bidEdge[at] = bidMentee[at] = -1
    }
    bidderCount[mentor] = end - start
    if (end > start) price[mentor] = bid[start] ?? 0
  }
}

/** Takes the places that nobody holds out of the bids again, which are then in no order. O(places). */
export const withdrawUnsold = (market: Market): void => {
  const { price, bidders, bidderCount, bid, bidEdge, bidMentee } = market
  for (let mentor = 0; mentor < price.length; mentor += 1) {
    const start = bidders[mentor] ?? 0
    const end = bidders[mentor + 1] ?? 0
    let to = start
    for (let at = start; at < end; at += 1) {
      if ((bidEdge[at] ?? -1) < 0) continue
      bid[to] = bid[at] ?? 0
      bidEdge[to] = bidEdge[at] ?? 0
      bidMentee[to] = bidMentee[at] ?? 0
      to += 1
    }
    bidderCount[mentor] = to - start
  }
}
