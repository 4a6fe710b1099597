import { Values } from '@reverse-mentoring/core'
import { Temporal } from 'temporal-polyfill'

/** A day of the calendar, `2026-03-14`, in whatever zone: these sort as time does. */
export type Day = string

/** What a zone's calendar and clocks say. */
export interface Dates {
  /** `14 March 2026` */
  readonly day: (instant: Values.Instant) => string
  /** `14 Mar 2026` */
  readonly briefDay: (instant: Values.Instant) => string
  /** `Sat 14 Mar 2026, 10:30` */
  readonly time: (instant: Values.Instant) => string
  readonly dayOf: (instant: Values.Instant) => Day
  /** `2026-03-14 10:30` */
  readonly minuteOf: (instant: Values.Instant) => string
  /** The first instant of a day. */
  readonly beginOf: (day: Day) => Values.Instant
}

const isKnown = (zone: string): boolean => {
  try {
    return Intl.DateTimeFormat('en-GB', { timeZone: zone }).format() !== ''
  } catch {
    return false
  }
}

const DAY = 86_400_000

/** Days since 1970. */
const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`) / DAY

/** How many days later the second one is. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from)

/** The day so many days later; the same one where the years of four digits end. */
export const dayAfter = (day: Day, days: number): Day => {
  const text = new Date((numberOf(day) + days) * DAY).toISOString()
  return text.length === 24 ? text.slice(0, 10) : day
}

const beginIn = (timeZone: string, day: Day): Values.Instant => {
  const begin = Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
  const text = new Date(begin).toISOString()
  const utc = `${day}T00:00:00.000Z`
  if (Values.Instant.is(text)) return text
  if (Values.Instant.is(utc)) return utc
  throw new TypeError(`${day} is no day`)
}

/** The calendar of a zone; that of UTC where this machine does not know the zone. */
export const datesIn = (zone: Values.Zone): Dates => {
  const timeZone = isKnown(zone) ? zone : 'UTC'
  const shown = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone, ...options })
    return (instant: Values.Instant) => format.format(new Date(instant))
  }
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
  })
  const minuteOf = (instant: Values.Instant): string => {
    const [date = '', clock = ''] = parts.format(new Date(instant)).split(', ')
    return `${date.padStart(10, '0')} ${clock}`
  }
  const date = { day: 'numeric', year: 'numeric' } as const
  return {
    day: shown({ ...date, month: 'long' }),
    briefDay: shown({ ...date, month: 'short' }),
    time: shown({
      ...{ ...date, month: 'short', weekday: 'short', hour: '2-digit', minute: '2-digit' },
      hourCycle: 'h23',
    }),
    dayOf: (instant) => minuteOf(instant).slice(0, 10),
    minuteOf,
    beginOf: (day) => beginIn(timeZone, day),
  }
}

const named = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
  return (day: Day): string => format.format(new Date(`${day}T00:00:00.000Z`))
}

/** `14 Mar` */
export const shortDay = named({ day: 'numeric', month: 'short' })

const monthAndYear = named({ month: 'short', year: 'numeric' })

/** `Mar 2026` for `2026-03`. */
export const monthName = (month: string): string => monthAndYear(`${month}-01`)

/** The month after `2026-12` is `2027-01`. */
export const monthAfter = (month: string): string => {
  const [year = 0, of = 0] = month.split('-').map(Number)
  const [next, itsYear] = of === 12 ? [1, year + 1] : [of + 1, year]
  return `${String(itsYear).padStart(4, '0')}-${String(next).padStart(2, '0')}`
}
