import * as t from 'io-ts'

const INSTANT =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

const daysOfMonth = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31

const isInstant = (text: string): boolean =>
  INSTANT.test(text) &&
  Number(text.slice(8, 10)) <= daysOfMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)))

/** A moment in UTC with milliseconds, `2026-03-01T10:00:00.000Z`: the order of the texts is the order of time. */
export const Instant = t.brand(
  t.string,
  (text): text is t.Branded<string, { readonly Instant: symbol }> => isInstant(text),
  'Instant',
)
export type Instant = t.TypeOf<typeof Instant>

/** One day is 24 hours, whatever the zone does with its clocks. */
export const DAY = 86_400_000
export const HOUR = 3_600_000
export const MINUTE = 60_000

/** Milliseconds since 1970. */
export const millis = (instant: Instant): number => Date.parse(instant)

/** The instant so many milliseconds later; the same instant where that leaves the years 0 to 9999. */
export const plusMillis = (instant: Instant, amount: number): Instant => {
  const sum = Date.parse(instant) + amount
  const text = Math.abs(sum) < 8.64e15 ? new Date(sum).toISOString() : ''
  return Instant.is(text) ? text : instant
}

/** The instant so many days of 24 hours later. */
export const plusDays = (instant: Instant, days: number): Instant => plusMillis(instant, days * DAY)

/** The later of the two. */
export const later = (a: Instant, b: Instant): Instant => (a < b ? b : a)
