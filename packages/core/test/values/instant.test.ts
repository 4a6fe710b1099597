import { Values } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valuesOf } from '../arbitrary.ts'

const instants = valuesOf(Values.Instant).map((value) => value as Values.Instant)
const instant = (text: string) => text as Values.Instant

describe('An instant', () => {
  test.each([
    '2026-03-01T10:00:00.000Z',
    '2024-02-29T23:59:59.999Z',
    '2000-02-29T00:00:00.000Z',
    '0000-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
  ])('is %s', (text) => {
    expect(Values.Instant.is(text)).toBe(true)
    expect(new Date(text).toISOString()).toBe(text)
  })

  test.each([
    ['a day that its month has not', '2026-04-31T10:00:00.000Z'],
    ['a leap day of no leap year', '2026-02-29T10:00:00.000Z'],
    ['a leap day of a century', '1900-02-29T10:00:00.000Z'],
    ['the day 0', '2026-03-00T10:00:00.000Z'],
    ['the month 13', '2026-13-01T10:00:00.000Z'],
    ['the hour 24', '2026-03-01T24:00:00.000Z'],
    ['a leap second', '2026-06-30T23:59:60.000Z'],
    ['an offset', '2026-03-01T10:00:00.000+00:00'],
    ['no zone', '2026-03-01T10:00:00.000'],
    ['no milliseconds', '2026-03-01T10:00:00Z'],
    ['microseconds', '2026-03-01T10:00:00.000000Z'],
    ['a lower-case letter', '2026-03-01t10:00:00.000z'],
    ['a year of six digits', '+012026-03-01T10:00:00.000Z'],
    ['a line break after it', '2026-03-01T10:00:00.000Z\n'],
    ['a number', 1_772_359_200_000],
  ])('is not %s', (_name, value) => {
    expect(Values.Instant.is(value)).toBe(false)
  })

  test('has the order of its text', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(a < b).toBe(Values.millis(a) < Values.millis(b))
        expect(Values.later(a, b)).toBe(a < b ? b : a)
      }),
    )
  })

  test('and some milliseconds later is an instant, and as far back leads to it', () => {
    fc.assert(
      fc.property(instants, fc.integer(), (a, amount) => {
        const sum = Values.plusMillis(a, amount)
        expect(Values.Instant.is(sum)).toBe(true)
        if (sum !== a) expect(Values.plusMillis(sum, -amount)).toBe(a)
      }),
    )
  })

  test('stays where the years 0 to 9999 end', () => {
    const last = instant('9999-12-31T23:59:59.999Z')
    expect(Values.plusMillis(last, 1)).toBe(last)
    expect(Values.plusDays(last, Number.POSITIVE_INFINITY)).toBe(last)
    expect(Values.plusMillis(instant('0000-01-01T00:00:00.000Z'), -1)).toBe(
      '0000-01-01T00:00:00.000Z',
    )
  })

  test('a day later is 24 hours later, when clocks change too', () => {
    expect(Values.plusDays(instant('2026-03-28T12:00:00.000Z'), 2)).toBe('2026-03-30T12:00:00.000Z')
  })
})
