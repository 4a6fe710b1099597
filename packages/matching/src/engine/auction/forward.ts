import { takeBid } from './bids.ts'
import { hold } from './holders.ts'
import type { Market } from './market.ts'

/** Mentees waiting to bid, first in first out, each at most once. */
interface Queue {
  readonly add: (mentee: number) => void
  readonly next: () => number
}

const queueOf = (people: number): Queue => {
  const ring = new Int32Array(people)
  const waits = new Uint8Array(people)
  let [head, size] = [0, 0]
  return {
    add: (mentee) => {
      if (waits[mentee] === 1) return
      waits[mentee] = 1
      const at = head + size
      ring[at < people ? at : at - people] = mentee
      size += 1
    },
    next: () => {
      if (size === 0) return -1
      const mentee = ring[head] ?? 0
      waits[mentee] = 0
      head = head + 1 < people ? head + 1 : 0
      size -= 1
      return mentee
    },
  }
}

/**
 * Forward rounds: a mentee with free places bids for the best choices, each as much as leaves it `step` worse off than
 * the best choice that it does not bid for. Until nobody with a free place has anything worth a bid. False if told to stop.
 */
export const forward = (market: Market, goesOn: () => boolean): boolean => {
  const { problem, unit, bonus, step, taken, price, holdingCount, reserves } = market
  const { first, mentorOf, scoreOf, menteePlaces } = problem
  const mentees = menteePlaces.length
  const queue = queueOf(mentees)
  let most = 0
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    const places = menteePlaces[mentee] ?? 0
    if (places > most) most = places
    if ((holdingCount[mentee] ?? 0) < places) queue.add(mentee)
  }
  const bestNet = new Float64Array(most + 1)
  const bestEdge = new Int32Array(most + 1)
  let turns = 0

  for (let mentee = queue.next(); mentee >= 0; mentee = queue.next()) {
    turns += 1
    if ((turns & 16383) === 0 && !goesOn()) return false
    const held = holdingCount[mentee] ?? 0
    const free = (menteePlaces[mentee] ?? 0) - held
    let found = 0
    let floor = reserves.mentees(mentee, held + 1)
    const end = first[mentee + 1] ?? 0
    for (let edge = first[mentee] ?? 0; edge < end; edge += 1) {
      const net = ((scoreOf[edge] ?? 0) + bonus) * unit - (price[mentorOf[edge] ?? 0] ?? 0)
      if (net <= floor || taken[edge] === 1) continue
      let at = found
      if (found > free) at = free
      else found += 1
      while (at > 0 && (bestNet[at - 1] ?? 0) < net) {
        bestNet[at] = bestNet[at - 1] ?? 0
        bestEdge[at] = bestEdge[at - 1] ?? 0
        at -= 1
      }
      bestNet[at] = net
      bestEdge[at] = edge
      if (found > free) floor = bestNet[free] ?? 0
    }
    let bids = found < free ? found : free
    while (bids > 1 && (bestNet[bids - 1] ?? 0) <= reserves.mentees(mentee, held + bids)) bids -= 1
    if (bids > 0) floor = Math.max(floor, reserves.mentees(mentee, held + bids))
    if (bids < found) floor = Math.max(floor, bestNet[bids] ?? 0)
    for (let i = 0; i < bids; i += 1) {
      const edge = bestEdge[i] ?? 0
      const amount = ((scoreOf[edge] ?? 0) + bonus) * unit - floor + step
      const ousted = takeBid(market, mentorOf[edge] ?? 0, amount, edge, mentee)
      hold(market, mentee, edge)
      if (ousted >= 0) queue.add(ousted)
    }
  }
  return true
}
