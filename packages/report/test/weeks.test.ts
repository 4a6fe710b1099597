import { Cohort, Values, View, type Event } from '@reverse-mentoring/core'
import { arbitraryHistory, Scene } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelAt } from '../src/calendar/level-at.ts'
import { factsOf } from '../src/facts.ts'
import { datesIn, dayAfter, daysBetween } from '../src/calendar/dates.ts'
import { weeksOf, type Weeks } from '../src/calendar/weeks.ts'
import { calledOff, endOf, formal, inputAt, mentor, met, shown } from './worked.ts'

const { beginOf } = datesIn('Europe/London' as Values.Zone)

type Events = ReadonlyArray<Event.CohortEvent>

/** The weeks of a cohort with this history, as of an instant. */
const weeksAt = (events: Events, asOf: Values.Instant): Weeks | undefined => {
  const input = inputAt(events, asOf)
  return input && weeksOf(factsOf(input))
}

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

/** In the order in which it was said. */
const inTime = (events: Events): Events =>
  events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

const enrolmentOf = (participant: Values.ParticipantId): Values.EnrolmentId => {
  const found = formal(1).find(
    (event) => event.type === 'Enrolled' && event.participant === participant,
  )
  if (found?.type !== 'Enrolled') throw new Error('nobody was enrolled')
  return found.enrolment
}

describe('the weeks of a cohort', () => {
  test('ends with the levels that the momentum view shows', () => {
    fc.assert(
      fc.property(arbitraryHistory(), fc.nat(400), (events, days) => {
        const asOf = Values.plusDays(endOf(events), days)
        const last = weeksAt(events, asOf)?.weeks.at(-1)
        expect(new Map(last?.levels)).toEqual(levelsByView(events, asOf))
      }),
    )
  })

  test('tells of the day of the report by its sessions what the view tells', () => {
    fc.assert(
      fc.property(arbitraryHistory(), fc.nat(400), (events, days) => {
        const asOf = Values.plusDays(endOf(events), days + 1)
        const input = inputAt(events, asOf)
        if (input === undefined) return
        const { answers } = input
        // Of an unplanned session that was taken back and called off no time is known.
        fc.pre(
          answers.calendar.every((row) => row.state !== 'cancelled' || row.start !== undefined),
        )
        const sessions = new Map(
          factsOf(input).formal.map((each) => [each.pairing.pairing, each.sessions]),
        )
        for (const row of answers.momentum) {
          const living = { row, sessions: sessions.get(row.pairing) ?? [] }
          expect(levelAt(living, answers.cohort, asOf)).toBe(row.level)
        }
      }),
    )
  })

  test('ends with the levels of the day of the report, in whatever week it lies', () => {
    const last = (days: number) => weeksAt(formal(1), Scene.at(24 * days))?.weeks.at(-1)
    expect([...(last(58)?.levels.values() ?? [])]).toEqual(['steady'])
    expect([...(last(62)?.levels.values() ?? [])]).toEqual(['dormant'])
  })

  test('shows each week as it was known at its end, where all was recorded in time', () => {
    const kind = fc.constantFrom('met', 'mentee', 'mentor', 'programme')
    const story = fc.record({
      n: fc.integer({ min: 1, max: 2 }),
      // A session that begins as a week ends is recorded in the next one.
      day: fc.integer({ min: 2, max: 180 }).filter((n) => n % 7 !== 0),
      kind,
    })
    const stories = fc.uniqueArray(story, {
      selector: ({ n, day }) => `${String(n)} ${String(day)}`,
    })
    const ends = fc.option(fc.integer({ min: 100, max: 200 }), { nil: undefined })
    fc.assert(
      fc.property(stories, ends, fc.boolean(), (told, end, isClose) => {
        const sessions = told.flatMap(({ n, day, kind: how }, i) =>
          how === 'met' ? [met(i, n, day)] : calledOff(i, n, day, how as 'mentee'),
        )
        const over =
          end === undefined
            ? []
            : [isClose ? Scene.closed(24 * end) : Scene.ended(2, 'completed', 24 * end)]
        const events = inTime([...formal(2), ...sessions, ...over])
        const walked = weeksAt(events, Scene.at(24 * 250))
        expect(walked?.weeks.length).toBeGreaterThan(10)
        for (const { from, levels } of walked?.weeks.slice(0, -1) ?? []) {
          const at = Values.plusMillis(beginOf(dayAfter(from, walked?.days ?? 0)), -1)
          expect(new Map(levels)).toEqual(levelsByView(knownAt(events, at), at))
        }
      }),
    )
  })

  test('tells what stood right before the close', () => {
    const events = [...formal(2), ...calledOff(1, 1, 20), Scene.ended(2, 'completed', 24 * 24)]
    const walked = weeksAt([...events, Scene.closed(24 * 25)], Scene.at(24 * 300))
    expect([...(walked?.standing.values() ?? [])]).toEqual(['slipping', 'over'])
    expect([...(walked?.weeks.at(-1)?.levels.values() ?? [])]).toEqual(['over', 'over'])
  })

  test('calls no silence dormant that a pause ended, or in which one lasts', () => {
    const paused = (value: boolean, day: number): Event.EnrolmentAmended => ({
      type: 'EnrolmentAmended',
      ...Scene.said(Scene.self(mentor(1)), 24 * day),
      enrolment: enrolmentOf(mentor(1)),
      paused: value,
    })
    const levels = (events: Events, day: number) =>
      weeksAt(events, Scene.at(24 * day))?.weeks.map((week) => [...week.levels.values()].join())
    const asleep = [...formal(1), paused(true, 20)]
    expect(new Set(levels(asleep, 140))).toEqual(new Set(['steady']))
    const awake = levels([...asleep, paused(false, 100)], 170)
    expect(awake?.slice(0, 22).every((level) => level === 'steady')).toBe(true)
    expect(awake?.at(-1)).toBe('dormant')
  })

  test('has no gap between weeks, and no more than 104 of them', () => {
    const events = formal(1)
    for (const days of [0, 6, 7, 8, 180, 728, 729, 5000]) {
      const walked = weeksAt(events, Scene.at(24 * days))
      const begins = walked?.weeks.map(({ from }) => from) ?? []
      const gaps = begins.slice(1).map((from, i) => daysBetween(begins[i] ?? from, from))
      expect(new Set(gaps.filter((gap) => gap !== walked?.days))).toEqual(new Set())
      expect(begins.length).toBeLessThanOrEqual(104)
      expect(begins.length * (walked?.days ?? 0)).toBeGreaterThanOrEqual(days)
    }
  })

  test('ends with the close, however late the report is made', () => {
    const events = [...formal(1), Scene.closed(24 * 30)]
    expect(weeksAt(events, Scene.at(24 * 3000))?.weeks).toHaveLength(5)
  })

  test('ends even where time does', () => {
    const [start, end] = ['9999-12-28T00:00:00.000Z', '9999-12-31T00:00:00.000Z'] as const
    const opening = { ...Scene.opened(), start: start as Values.Instant }
    expect(weeksAt([opening], end as Values.Instant)?.weeks).toHaveLength(1)
  })

  test('is nothing before the opening', () => {
    expect(weeksAt([], Scene.at(0))).toBeUndefined()
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
    const { lines } = shown(events, 48, {}).pairings
    const short = lines.map(({ levels }) => levels.map((level) => level?.slice(0, 2)).join(' '))
    expect(short).toEqual(['st st sl st st st st', 'st st st st st ov ov'])
  })

  test('puts a session into the week in which it began', () => {
    expect(shown(events, 48).pairings.lines[0]?.held).toEqual([0, 1, 0, 0, 1, 0, 0])
  })

  test('puts a session at the end of time into the last week', () => {
    const late = { ...met(1, 1, 14), at: Scene.at(24 * 14) }
    expect(shown([...formal(1), late], 14).pairings.lines[0]?.held).toEqual([0, 0, 1])
  })

  test('begins with the first week in which a pairing was formal', () => {
    const late = formal(1).map((event) =>
      event.type === 'ConsentGiven' ? { ...event, at: Scene.at(24 * 20) } : event,
    )
    expect(shown(late, 30).pairings.weeks).toEqual(['2026-03-15', '2026-03-22', '2026-03-29'])
  })
})
