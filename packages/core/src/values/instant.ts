import type * as t from 'io-ts'
import { text } from './text.ts'

const YEAR_MONTH_DAY =
  '\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))'
const LEAP_DAY = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29'
const TIME = 'T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z'

interface InstantBrand {
  readonly Instant: symbol
}

/** A moment in UTC with milliseconds, `2026-03-01T10:00:00.000Z`: the order of the texts is the order of time. */
export type Instant = t.Branded<string, InstantBrand>
export const Instant = text<Instant>(
  'Instant',
  new RegExp(`^(?:${YEAR_MONTH_DAY}|${LEAP_DAY})${TIME}$`),
  'an instant in UTC with milliseconds, such as 2026-03-01T10:00:00.000Z',
)

/** One day is 24 hours, whatever the zone does with its clocks. */
export const DAY = 86_400_000
export const HOUR = 3_600_000
export const MINUTE = 60_000

/** Milliseconds since 1970. */
export const millis = (instant: Instant): number => Date.parse(instant)

/** Years before 0 and after 9999 are written with a sign and two digits more; all else that a date writes is an instant. */
const isOfFourDigits = (text: string): text is Instant => text.length === 24

/** The instant so many milliseconds later; the same instant where that leaves the years 0 to 9999. */
export const plusMillis = (instant: Instant, amount: number): Instant => {
  const sum = Date.parse(instant) + amount
  const text = Math.abs(sum) < 8.64e15 ? new Date(sum).toISOString() : ''
  return isOfFourDigits(text) ? text : instant
}

/** The instant so many days of 24 hours later. */
export const plusDays = (instant: Instant, days: number): Instant => plusMillis(instant, days * DAY)

/** The later of the two. */
export const later = (a: Instant, b: Instant): Instant => (a < b ? b : a)
