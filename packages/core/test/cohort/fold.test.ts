import { Cohort, type Event, type Values } from '@reverse-mentoring/core'
import { arbitraryHistory } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histories } from './nonsense.ts'
import {
  F,
  at,
  closed,
  e,
  held,
  m,
  matched,
  opening,
  pairing,
  participant,
  ready,
  session,
  yes,
} from './scene.ts'

const inOrder = (key: string, value: unknown): unknown =>
  (key === 'live' || key === 'sessions') && Array.isArray(value) ? value.map(String).sort() : value

/** A table as it is kept, whatever the accessors make of it. */
const tableText = (table: object): unknown => {
  const parts = Object.getOwnPropertySymbols(table).map(
    (part) => Reflect.get(table, part) as Iterable<[string, unknown]>,
  )
  const all = new Map(parts.flatMap((part) => [...part]))
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Everything that a state says, as text. */
const text = (state: Cohort.Cohort): string => {
  const { opened, closedAt, people, enrolments, pairs, pairings, sessions, feedback, claims } =
    state
  const tables = [people, enrolments, pairs, pairings, feedback, claims].map((table) =>
    tableText(table),
  )
  return JSON.stringify([opened, closedAt, tables, tableText(sessions)], inOrder)
}

/** Everything that can be read of a state, in the order of its text. */
const listed = (state: Cohort.Cohort): ReadonlyArray<ReadonlyArray<string>> => {
  const { people, enrolments, pairings, sessions, pairs, feedback, claims } = Cohort
  return [people, enrolments, pairings, sessions, pairs, feedback, claims].map((read) =>
    read(state)
      .map((one) => JSON.stringify(one, inOrder))
      .sort(),
  )
}

describe('A fold', () => {
  test('is total: nonsense is ignored, never thrown', () => {
    fc.assert(
      fc.property(histories, (events) => {
        expect(() => Cohort.foldCohort(events)).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  test('says the same as event by event, and as one that goes on from any split (INV23)', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (events, n) => {
        const whole = text(Cohort.foldCohort(events))
        const split = n % (events.length + 1)
        const first = Cohort.foldCohort(events.slice(0, split))
        expect(text(Cohort.evolveAll(first, events.slice(split)))).toBe(whole)
        expect(text(events.reduce(Cohort.evolve, Cohort.noCohort))).toBe(whole)
      }),
      { numRuns: 150 },
    )
  })

  test('shows the same, each thing once, wherever it went on from (INV23)', () => {
    fc.assert(
      fc.property(fc.oneof(histories, arbitraryHistory()), fc.nat(), (events, n) => {
        const split = n % (events.length + 1)
        const warm = Cohort.evolveAll(
          Cohort.foldCohort(events.slice(0, split)),
          events.slice(split),
        )
        expect(listed(warm)).toEqual(listed(Cohort.foldCohort(events)))
      }),
      { numRuns: 50 },
    )
  })

  test('leaves every earlier state as it was', () => {
    fc.assert(
      fc.property(histories, (events) => {
        let state = Cohort.noCohort
        const seen: Array<readonly [Cohort.Cohort, string]> = []
        for (const event of events) {
          seen.push([state, text(state)])
          state = Cohort.evolve(state, event)
        }
        for (const [before, said] of seen) expect(text(before)).toBe(said)
      }),
      { numRuns: 50 },
    )
  })

  test('knows nothing before the opening', () => {
    const [, ...rest] = F
    expect(Cohort.foldCohort(rest)).toEqual(Cohort.foldCohort([]))
  })

  test('keeps the first opening and the first close', () => {
    const state = Cohort.foldCohort([...F, opening({ k: 9 }), closed(9), closed(10)])
    expect(state.opened?.rules.k).toBe(5)
    expect(state.closedAt).toBe(at(9))
  })

  test('of three thousand sessions of one pairing, and of three thousand pairings of one mentee, ends', () => {
    const many = Array.from({ length: 3_000 }, (_, i) => i + 1000)
    const sessions = [...F, ...many.map((n) => held(n, 1, m, n + 1, n))]
    const busy = Cohort.foldCohort(sessions)
    expect(Cohort.sessions(busy).length).toBe(3_000)
    expect(Cohort.pairing(busy, pairing(1))?.sessions.size).toBe(3_000)
    const crowd = [
      opening(),
      ...ready(e, 'mentee', { capacity: 1000 }),
      ...many.flatMap((n) => [
        ...ready(participant(n), 'mentor'),
        matched(n, participant(n), e),
        yes(e, n, 3),
        yes(participant(n), n, 4),
      ]),
    ]
    expect(Cohort.freePlaces(Cohort.foldCohort(crowd), personOf(crowd, e), 'mentee')).toBe(-2000)
  })

  test('shares what an event does not touch', () => {
    const before = Cohort.foldCohort(F)
    const after = Cohort.evolve(before, held(1, 1, m, 60, 50))
    expect(Cohort.session(before, session(1))).toBeUndefined()
    expect(after.people).toBe(before.people)
    expect(after.enrolments).toBe(before.enrolments)
    expect(Cohort.person(after, e)).toBe(Cohort.person(before, e))
  })
})

const personOf = (events: ReadonlyArray<Event.CohortEvent>, id: Values.ParticipantId) =>
  Cohort.person(Cohort.foldCohort(events), id)
