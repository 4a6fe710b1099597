import type { Values, View } from '@reverse-mentoring/core'
import type { Facts, Names } from '../facts.ts'

/** A session that is planned. */
export interface Upcoming {
  readonly number: number
  readonly names: Names
  readonly start: Values.Instant
  readonly minutes: number | undefined
  readonly mode: View.CalendarRow['mode']
}

/** Every session planned from the date of the report on, the next one first. */
export const upcoming = ({ input, formal }: Facts): ReadonlyArray<Upcoming> =>
  formal
    .flatMap(({ number, names, sessions }) =>
      sessions.flatMap(({ state, start, minutes, mode }) =>
        state === 'planned' && start !== undefined && start >= input.answers.asOf
          ? [{ number, names, start, minutes, mode }]
          : [],
      ),
    )
    .sort((a, b) => (a.start === b.start ? a.number - b.number : a.start < b.start ? -1 : 1))
