import type { Sides } from '../engine/pair-scorer.ts'

/** So many pairs of people are still listed one by one: all pairs of 2 000 × 2 000. */
const few = 4_000_000

/** Whether a pool is small enough to list all its pairs. */
export const isSmall = ({ mentorPlaces, menteePlaces }: Sides): boolean =>
  mentorPlaces.length * menteePlaces.length <= few
