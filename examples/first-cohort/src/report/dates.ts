import type { Values } from '@reverse-mentoring/core'

/** Dates as they are shown, in one zone. */
export interface Dates {
  /** `14 March 2026` */
  readonly day: (instant: Values.Instant) => string
  /** `14 Mar` */
  readonly shortDay: (instant: Values.Instant) => string
  /** `2026-03`: these sort as time does. */
  readonly month: (instant: Values.Instant) => string
}

const isKnown = (zone: string): boolean => {
  try {
    return Intl.DateTimeFormat('en-GB', { timeZone: zone }).format() !== ''
  } catch {
    return false
  }
}

/** Dates in a zone; in UTC where this machine does not know the zone. */
export const datesIn = (zone: Values.Zone): Dates => {
  const timeZone = isKnown(zone) ? zone : 'UTC'
  const shown = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone, ...options })
    return (instant: Values.Instant) => format.format(new Date(instant))
  }
  const month = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' })
  return {
    day: shown({ day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: shown({ day: 'numeric', month: 'short' }),
    month: (instant) => month.format(new Date(instant)).slice(0, 7),
  }
}

/** `Mar 2026` for `2026-03`. */
export const monthName = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' }).format(
    new Date(`${month}-01T00:00:00.000Z`),
  )

/** The month after `2026-12` is `2027-01`. */
export const monthAfter = (month: string): string => {
  const [year = 0, of = 0] = month.split('-').map(Number)
  const [next, itsYear] = of === 12 ? [1, year + 1] : [of + 1, year]
  return `${String(itsYear).padStart(4, '0')}-${String(next).padStart(2, '0')}`
}
