import { type Holders, letGo } from './holders.ts'

const put = (
  { bid, bidEdge, bidMentee }: Holders,
  at: number,
  amount: number,
  edge: number,
  mentee: number,
): void => {
  bid[at] = amount
  bidEdge[at] = edge
  bidMentee[at] = mentee
}

const copy = ({ bid, bidEdge, bidMentee }: Holders, from: number, to: number): void => {
  bid[to] = bid[from] ?? 0
  bidEdge[to] = bidEdge[from] ?? 0
  bidMentee[to] = bidMentee[from] ?? 0
}

/** Puts a bid at the first free place of a mentor; the price becomes the lowest bid once all places are taken. */
const accept = (
  holders: Holders,
  mentor: number,
  amount: number,
  edge: number,
  mentee: number,
): void => {
  const { bidders, bidderCount, bid, price } = holders
  const start = bidders[mentor] ?? 0
  const count = bidderCount[mentor] ?? 0
  let at = count
  while (at > 0) {
    const parent = (at - 1) >> 1
    if ((bid[start + parent] ?? 0) <= amount) break
    copy(holders, start + parent, start + at)
    at = parent
  }
  put(holders, start + at, amount, edge, mentee)
  bidderCount[mentor] = count + 1
  if (start + count + 1 === bidders[mentor + 1]) price[mentor] = bid[start] ?? 0
}

/** Puts a bid in the place of the lowest one. */
const replaceLowest = (
  holders: Holders,
  mentor: number,
  amount: number,
  edge: number,
  mentee: number,
): void => {
  const { bidders, bidderCount, bid, price } = holders
  const start = bidders[mentor] ?? 0
  const count = bidderCount[mentor] ?? 0
  let at = 0
  for (let child = 1; child < count; child = 2 * at + 1) {
    if (child + 1 < count && (bid[start + child + 1] ?? 0) < (bid[start + child] ?? 0)) child += 1
    if ((bid[start + child] ?? 0) >= amount) break
    copy(holders, start + child, start + at)
    at = child
  }
  put(holders, start + at, amount, edge, mentee)
  price[mentor] = bid[start] ?? 0
}

/**
 * A mentor takes a bid. Without a free place the lowest bidder leaves and is returned, else -1; -1 too where a free place
 * stood among the bids at what it must bring.
 */
export const takeBid = (
  holders: Holders,
  mentor: number,
  amount: number,
  edge: number,
  mentee: number,
): number => {
  const { bidders, bidderCount, bidEdge, bidMentee } = holders
  const start = bidders[mentor] ?? 0
  if (start + (bidderCount[mentor] ?? 0) < (bidders[mentor + 1] ?? 0)) {
    accept(holders, mentor, amount, edge, mentee)
    return -1
  }
  const ousted = bidMentee[start] ?? 0
  if (ousted >= 0) letGo(holders, ousted, bidEdge[start] ?? 0)
  replaceLowest(holders, mentor, amount, edge, mentee)
  return ousted
}
