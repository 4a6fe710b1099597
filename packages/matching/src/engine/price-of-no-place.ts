import type { Matching } from '@reverse-mentoring/core'

const lowest = (prices: Float64Array): number =>
  prices.reduce((low, price) => Math.min(low, price), 0)

/** What somebody without a place costs in a level: as much as no pair of theirs is worth. It adds nothing to the bound. */
export const priceOfNoPlace = (
  { mentors, mentees, bonus }: Matching.NumericPrices,
  highestScore: number,
): number => highestScore + bonus - Math.min(lowest(mentors), lowest(mentees))
