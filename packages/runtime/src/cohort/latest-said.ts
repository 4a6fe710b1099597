import { Values } from '@reverse-mentoring/core'
import type { Sources } from '../sources.ts'

/** Milliseconds that what is said may be ahead of the clock. */
const mostAhead = 5 * Values.MINUTE

/** The latest instant at which anything can have been said. */
export const latestSaid = ({ now }: Pick<Sources, 'now'>): Values.Instant =>
  Values.plusMillis(now(), mostAhead)
