import { Cohort, Values, View, type Event } from '@reverse-mentoring/core'
import { arbitraryHistory, Scene } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { walkHistory } from '../../src/report/weeks.ts'
import { calledOff, endOf, formal, met, shown } from './worked.ts'

type Events = ReadonlyArray<Event.CohortEvent>

/** The levels at an instant by the view alone, from a fold of its own. */
const levelsByView = (events: Events, at: Values.Instant): ReadonlyMap<string, View.Level> => {
  const cohort = Cohort.foldCohort(events)
  const header = View.frameOf(cohort)
  const rows = [...View.viewRows(View.momentum, cohort)]
  return new Map(
    rows.flatMap(([key, row]) => (header ? [[key, View.showMomentum(row, header, at).level]] : [])),
  )
}

/** What had been recorded before the first event that is later than an instant. */
const knownAt = (events: Events, at: Values.Instant): Events => {
  const next = events.findIndex((event) => event.at > at)
  return next < 0 ? events : events.slice(0, next)
}

describe('a walk through a history', () => {
  test('ends with the levels that the momentum view shows', () => {
    fc.assert(
      fc.property(arbitraryHistory(), fc.nat(400), (events, days) => {
        const asOf = Values.plusDays(endOf(events), days)
        const last = walkHistory(events, asOf)?.weeks.at(-1)
        expect(new Map(last?.levels)).toEqual(levelsByView(events, asOf))
      }),
    )
  })

  test('ends with the levels of the day of the report, in whatever week it lies', () => {
    const last = (days: number) => walkHistory(formal(1), Scene.at(24 * days))?.weeks.at(-1)
    expect([...(last(58)?.levels.values() ?? [])]).toEqual(['steady'])
    expect([...(last(62)?.levels.values() ?? [])]).toEqual(['dormant'])
  })

  test('shows each week as it was known at its end', () => {
    fc.assert(
      fc.property(arbitraryHistory(), fc.nat(100), (events, days) => {
        const walked = walkHistory(events, Values.plusDays(endOf(events), days))
        for (const { from, levels } of walked?.weeks.slice(0, -1) ?? []) {
          const end = Values.plusDays(from, walked?.days ?? 0)
          expect(new Map(levels)).toEqual(levelsByView(knownAt(events, end), end))
        }
      }),
    )
  })

  test('has no gap between weeks, and no more than 104 of them', () => {
    const events = formal(1)
    for (const days of [0, 6, 7, 8, 180, 728, 729, 5000]) {
      const walked = walkHistory(events, Scene.at(24 * days))
      const begins = walked?.weeks.map(({ from }) => Values.millis(from)) ?? []
      const gaps = begins.slice(1).map((from, i) => (from - (begins[i] ?? 0)) / Values.DAY)
      expect(new Set(gaps.filter((gap) => gap !== walked?.days))).toEqual(new Set())
      expect(begins.length).toBeLessThanOrEqual(104)
      expect(begins.length * (walked?.days ?? 0)).toBeGreaterThanOrEqual(days)
    }
  })

  test('ends with the close, however late the report is made', () => {
    const events = [...formal(1), Scene.closed(24 * 30)]
    expect(walkHistory(events, Scene.at(24 * 3000))?.weeks).toHaveLength(5)
  })

  test('ends even where time does', () => {
    const [start, end] = ['9999-12-28T00:00:00.000Z', '9999-12-31T00:00:00.000Z'] as const
    const opening = { ...Scene.opened(), start: start as Values.Instant }
    expect(walkHistory([opening], end as Values.Instant)?.weeks).toHaveLength(1)
  })

  test('is nothing before the opening', () => {
    expect(walkHistory([], Scene.at(0))).toBeUndefined()
  })
})

describe('the momentum of pairings over time', () => {
  const events = [
    ...formal(2),
    met(1, 1, 10),
    ...calledOff(2, 1, 17),
    ...calledOff(3, 1, 24),
    met(4, 1, 31),
    Scene.ended(2, 'completed', 24 * 40),
  ]

  test('tells a pairing that slips, stalls and recovers, and one that goes dormant and ends', () => {
    const { lines } = shown(events, 49, {}).momentum
    const short = lines.map(({ levels }) => levels.map((level) => level?.slice(0, 2)).join(' '))
    expect(short).toEqual(['st st sl st st st st', 'st st st st st ov ov'])
  })

  test('puts a session into the week in which it began', () => {
    expect(shown(events, 49).momentum.lines[0]?.held).toEqual([0, 1, 0, 0, 1, 0, 0])
  })

  test('puts a session at the end of time into the last week', () => {
    const late = { ...met(1, 1, 14), at: Scene.at(24 * 14) }
    expect(shown([...formal(1), late], 14).momentum.lines[0]?.held).toEqual([0, 1])
  })

  test('begins with the first week in which a pairing was formal', () => {
    const late = formal(1).map((event) =>
      event.type === 'ConsentGiven' ? { ...event, at: Scene.at(24 * 20) } : event,
    )
    expect(shown(late, 30).momentum.weeks).toEqual([
      Scene.at(24 * 14),
      Scene.at(24 * 21),
      Scene.at(24 * 28),
    ])
  })
})
