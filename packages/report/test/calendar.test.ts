import { Values } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datesIn, dayAfter, daysBetween } from '../src/calendar/dates.ts'
import { formal, mentor, shown } from './worked.ts'

/** East and west of Greenwich, with clocks that change at midnight, by half an hour, and not at all. */
const zones = [
  'Asia/Tokyo',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'UTC',
] as Array<Values.Zone>

const zone = fc.constantFrom(...zones)

/** The local day, by another way than the one under test. */
const dayIn = (at: Values.Instant, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(new Date(at))
  const of = (type: string) =>
    (parts.find((part) => part.type === type)?.value ?? '').padStart(2, '0')
  return `${of('year')}-${of('month')}-${of('day')}`
}

describe('weeks', () => {
  test('of the zone begin with its days: every session is drawn in the week of its local day', () => {
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 5 * 24 * 4, max: 250 * 24 * 4 }),
        (timeZone, quarters) => {
          const began = Values.plusMillis(Scene.at(0), quarters * 900_000)
          const held = { ...Scene.held(1, 1, mentor(1), quarters / 4 + 1, 0), began }
          const events = [...formal(1), { ...held, at: Values.plusMillis(began, 3_600_000) }].map(
            (event) => (event.type === 'CohortOpened' ? { ...event, zone: timeZone } : event),
          )
          const { weeks, lines } = shown(events, 260).pairings
          const column = lines[0]?.held.indexOf(1) ?? -1
          const from = weeks[column] ?? ''
          const day = dayIn(began, timeZone)
          expect([from <= day, day < dayAfter(from, 7)]).toEqual([true, true])
        },
      ),
    )
  })

  test('begin with an instant of their first day, before which it is the day before', () => {
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 4000 }), (timeZone, days) => {
        const day = dayAfter('2020-01-01', days)
        const begin = datesIn(timeZone).beginOf(day)
        expect(dayIn(begin, timeZone)).toBe(day)
        expect(dayIn(Values.plusMillis(begin, -1), timeZone)).toBe(dayAfter(day, -1))
      }),
    )
  })

  test('are counted across leap days and years', () => {
    expect(dayAfter('2028-02-28', 2)).toBe('2028-03-01')
    expect(daysBetween('2027-12-31', '2028-03-01')).toBe(61)
    expect(dayAfter('9999-12-31', 1)).toBe('9999-12-31')
  })
})
