import type { Values } from '@reverse-mentoring/core'

/** One line of the table for the sponsor; without a value there is none, or it would tell of too few people. */
export interface PublishedLine {
  readonly metric: string
  /** `each`: a mean for each person. */
  readonly unit: 'people' | 'share' | 'each' | 'days' | 'rating'
  readonly value: number | undefined
  /** Whether it is that or more. */
  readonly isLeast?: true
  /** How many people stand behind it. */
  readonly people: number | undefined
  /** The date on which it was last read. */
  readonly since?: Values.Instant
}
