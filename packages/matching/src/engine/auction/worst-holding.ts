import type { Market } from './market.ts'

/** Of the edges that a mentee holds, the one with the lowest net; edge -1 and Infinity if there is none. O(their places). */
export const worstHolding = (
  { problem, holdings, holdingCount, holding, price, unit, bonus }: Market,
  mentee: number,
): { readonly edge: number; readonly net: number } => {
  const { mentorOf, scoreOf } = problem
  const start = holdings[mentee] ?? 0
  const end = start + (holdingCount[mentee] ?? 0)
  let [worst, lowest] = [-1, Infinity]
  for (let at = start; at < end; at += 1) {
    const edge = holding[at] ?? 0
    const net = ((scoreOf[edge] ?? 0) + bonus) * unit - (price[mentorOf[edge] ?? 0] ?? 0)
    if (net < lowest) [worst, lowest] = [edge, net]
  }
  return { edge: worst, net: lowest }
}
