/**
 * Who holds whom, changed in place. A mentor has one price: the lowest bid that it holds once it is full, and before
 * that what it was.
 */
export interface Holders {
  /** Of each edge, 1 if it is taken. */
  readonly taken: Uint8Array
  readonly price: Float64Array
  /** The bids that mentor `r` holds are at `bidders[r]` and the places after it, lowest first as in a heap. */
  readonly bidders: Int32Array
  readonly bidderCount: Int32Array
  readonly bidEdge: Int32Array
  readonly bidMentee: Int32Array
  readonly bid: Float64Array
  /** The edges that mentee `e` holds are at `holdings[e]` and the places after it. */
  readonly holdings: Int32Array
  readonly holdingCount: Int32Array
  readonly holding: Int32Array
}

/** Where each person's places begin, and at the end how many there are. */
const starts = (places: Int32Array): Int32Array => {
  const begin = new Int32Array(places.length + 1)
  for (let i = 0; i < places.length; i += 1) begin[i + 1] = (begin[i] ?? 0) + (places[i] ?? 0)
  return begin
}

/** Nobody holds anything, and every price is 0. O(places + edges). */
export const openHolders = (
  mentorPlaces: Int32Array,
  menteePlaces: Int32Array,
  edges: number,
): Holders => {
  const bidders = starts(mentorPlaces)
  const holdings = starts(menteePlaces)
  const places = bidders[mentorPlaces.length] ?? 0
  return {
    taken: new Uint8Array(edges),
    price: new Float64Array(mentorPlaces.length),
    bidders,
    bidderCount: new Int32Array(mentorPlaces.length),
    bidEdge: new Int32Array(places),
    bidMentee: new Int32Array(places),
    bid: new Float64Array(places),
    holdings,
    holdingCount: new Int32Array(menteePlaces.length),
    holding: new Int32Array(holdings[menteePlaces.length] ?? 0),
  }
}

/** Puts an edge among a mentor's bids at the price as it is, without looking at the order of the bids. */
export const seat = (holders: Holders, mentor: number, edge: number, mentee: number): void => {
  const { bidders, bidderCount, bidEdge, bidMentee, bid, price } = holders
  const count = bidderCount[mentor] ?? 0
  const at = (bidders[mentor] ?? 0) + count
  bidEdge[at] = edge
  bidMentee[at] = mentee
  bid[at] = price[mentor] ?? 0
  bidderCount[mentor] = count + 1
}

/** Adds an edge to what a mentee holds. */
export const hold = (
  { holdings, holdingCount, holding, taken }: Holders,
  mentee: number,
  edge: number,
): void => {
  const count = holdingCount[mentee] ?? 0
  holding[(holdings[mentee] ?? 0) + count] = edge
  holdingCount[mentee] = count + 1
  taken[edge] = 1
}

/** Takes an edge out of what a mentee holds. O(their places). */
export const letGo = (
  { holdings, holdingCount, holding, taken }: Holders,
  mentee: number,
  edge: number,
): void => {
  const start = holdings[mentee] ?? 0
  const last = start + (holdingCount[mentee] ?? 0) - 1
  let at = start
  while (holding[at] !== edge) at += 1
  holding[at] = holding[last] ?? 0
  holdingCount[mentee] = last - start
  taken[edge] = 0
}

/** Takes an edge out of the bids that a mentor holds, which are then in no order. O(their places). */
export const dismiss = (holders: Holders, mentor: number, edge: number): void => {
  const { bidders, bidderCount, bidEdge, bidMentee, bid } = holders
  const start = bidders[mentor] ?? 0
  const last = start + (bidderCount[mentor] ?? 0) - 1
  let at = start
  while (bidEdge[at] !== edge) at += 1
  bidEdge[at] = bidEdge[last] ?? 0
  bidMentee[at] = bidMentee[last] ?? 0
  bid[at] = bid[last] ?? 0
  bidderCount[mentor] = last - start
}
