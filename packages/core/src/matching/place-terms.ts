import type { NumericPrices } from './certificate.ts'
import type { Group, MatchingProblem } from './problem.ts'

/** What the places of one side are worth in a level beside its pairs, by person. */
export interface PlaceTerms {
  /** What each new place earns: the price, less the prices of limits. */
  readonly each: Float64Array
  /** What the first new place earns on top: for who has no partner, and for floors. */
  readonly firstNew: Float64Array
  /** Partners that each has already. */
  readonly partners: Int32Array
  /** What the second partner of a person costs, the third twice. */
  readonly spread: number
}

const addTo = (
  sums: Float64Array,
  side: Group['side'],
  groups: ReadonlyArray<Group>,
  prices: Float64Array | undefined,
  sign: 1 | -1,
): void => {
  for (const [at, group] of groups.entries()) {
    const price = sign * (prices?.[at] ?? 0)
    if (group.side !== side || price === 0) continue
    for (const member of group.members) sums[member] = (sums[member] ?? 0) + price
  }
}

/** The terms of one side at the prices of a level. O(people + members of groups). */
export const placeTerms = (
  problem: MatchingProblem,
  side: Group['side'],
  prices: NumericPrices,
  ofScore: 0 | 1,
): PlaceTerms => {
  const people = prices[side].length
  const partners = problem.partners?.[side] ?? new Int32Array(people)
  const each = prices[side].slice()
  addTo(each, side, problem.limits ?? [], prices.limits, -1)
  const firstNew = Float64Array.from({ length: people }, (_, i) =>
    partners[i] === 0 ? prices.first : 0,
  )
  addTo(firstNew, side, problem.floors ?? [], prices.floors, 1)
  return { each, firstNew, partners, spread: ofScore * (problem.spread ?? 0) }
}

/** What the `count`-th new place of somebody earns. It never grows with the count. */
export const earnedBy = (
  { each, firstNew, partners, spread }: PlaceTerms,
  person: number,
  count: number,
): number =>
  (each[person] ?? 0) +
  (count === 1 ? (firstNew[person] ?? 0) : 0) -
  spread * ((partners[person] ?? 0) + count - 1)

/** What the first `count` new places of somebody earn together. */
export const earnedTogether = (
  { each, firstNew, partners, spread }: PlaceTerms,
  person: number,
  count: number,
): number =>
  count === 0
    ? 0
    : count * (each[person] ?? 0) +
      (firstNew[person] ?? 0) -
      spread * (count * (partners[person] ?? 0) + (count * (count - 1)) / 2)
