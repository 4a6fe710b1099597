import { checkHistory } from '@reverse-mentoring/audit'
import type { Event, Values } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'

const { cancelled, F, held, id, matched, opened, ready, reopened, said } = Scene
const { scheduled, self, the, yes } = Scene

const rulesOf = (...events: ReadonlyArray<Event.CohortEvent>): ReadonlyArray<string> =>
  checkHistory(events).map(({ rule, at }) => `${rule} at ${String(at - events.length)}`)

/** Two mentors of one mentee, in a cohort in which such parties schedule. */
const past = (scheduler: Event.Rules['scheduler']): ReadonlyArray<Event.CohortEvent> => [
  opened({ scheduler }),
  ...ready(the.mentor, 'mentor'),
  ...ready(the.secondMentor, 'mentor'),
  ...ready(the.mentee, 'mentee', { capacity: 2 }),
  ...[matched(1, the.mentor, the.mentee), matched(2, the.secondMentor, the.mentee)],
  ...[yes(the.mentee, 1, 3), yes(the.mentor, 1, 4)],
  ...[yes(the.mentee, 2, 3), yes(the.secondMentor, 2, 4)],
]

const together = <E extends Event.SessionScheduled | Event.SessionHeld>(event: E): E => ({
  ...event,
  meeting: id('meeting', 1),
})
const planned = (pairing: number, by: Values.ParticipantId, hours = 9) =>
  together(scheduled(pairing, pairing, by, hours, 20))
const took = (pairing: number, by: Values.ParticipantId, hours = 30) =>
  together(held(pairing, pairing, by, hours, 20))
const moved = (session: number, by: Values.ParticipantId): Event.SessionRescheduled => ({
  type: 'SessionRescheduled',
  ...said(self(by), 10),
  session: id('session', session),
  start: Scene.at(40),
  minutes: 45,
})

describe('INV41, of who plans, moves and records a session', () => {
  const alone = scheduled(1, 1, the.mentor, 9, 20)

  test('of one pairing: as the scheduler rule says', () => {
    for (const scheduler of ['either', 'mentor'] as const)
      expect(
        rulesOf(...past(scheduler), alone, moved(1, the.mentor), held(1, 1, the.mentor, 50, 40)),
      ).toEqual([])
    const last = held(1, 1, the.mentor, 50, 40)
    expect(rulesOf(...past('mentee'), alone, moved(1, the.mentor), last)).toEqual([
      'INV41 at -3',
      'INV41 at -2',
      'INV41 at -1',
    ])
  })

  test('of a meeting of several: whoever is a party to all of them', () => {
    const first = planned(1, the.mentee)
    const both = [...past('mentor'), first, planned(2, the.mentee)]
    expect(rulesOf(...both, moved(1, the.mentee))).toEqual([])
    expect(rulesOf(...both, moved(1, the.mentor))).toEqual(['INV41 at -1'])
    expect(rulesOf(...past('mentor'), first)).toEqual(['INV41 at -1'])
    const added = [planned(1, the.mentor, 8), planned(2, the.mentee)]
    expect(rulesOf(...past('mentor'), ...added)).toEqual([])
    const stranger = planned(2, the.secondMentor, 10)
    expect(rulesOf(...past('either'), first, stranger)).toEqual(['INV41 at -1'])
  })

  test('of a meeting of several that took place: the same, or what is new of it', () => {
    expect(rulesOf(...past('mentor'), took(1, the.mentee), took(2, the.mentee))).toEqual([])
    expect(rulesOf(...past('mentor'), took(1, the.mentor, 31), took(2, the.mentee))).toEqual([])
    expect(rulesOf(...past('mentor'), took(1, the.mentor, 29), took(2, the.mentee))).toEqual([
      'INV41 at -1',
    ])
    const other = { ...took(2, the.mentee), minutes: 30 }
    expect(rulesOf(...past('mentor'), took(1, the.mentor, 31), other)).toEqual(['INV41 at -1'])
  })
})

describe('INV41, of who takes a record back', () => {
  const plan = scheduled(1, 1, the.mentor, 9, 20)

  test.each<[string, Event.CohortEvent]>([
    ['that it was held', held(1, 1, the.mentor, 30, 20)],
    ['that it was cancelled', cancelled(1, the.mentor, 10, 'mentor')],
  ])('%s: who said so, or a coordinator, and not the other party', (_what, record) => {
    const own = reopened(1, the.mentor, 31)
    expect(rulesOf(...F, plan, record, own)).toEqual([])
    expect(rulesOf(...F, plan, record, { ...own, by: the.coordinator })).toEqual([])
    expect(rulesOf(...F, plan, record, reopened(1, the.mentee, 31))).toEqual(['INV41 at -1'])
  })
})
