import type { LockedPair, MatchingPool } from './pool.ts'

/** How many people of a pool who had no partner have one by these pairs. O(pairs). */
export const newlyPlaced = (
  { locked }: Pick<MatchingPool, 'locked'>,
  pairs: ReadonlyArray<LockedPair>,
): number => {
  const inPairs = (some: ReadonlyArray<LockedPair>): ReadonlySet<string> =>
    new Set(some.flatMap(({ mentor, mentee }) => [`mentor ${mentor}`, `mentee ${mentee}`]))
  const had = inPairs(locked)
  return [...inPairs(pairs)].filter((one) => !had.has(one)).length
}
