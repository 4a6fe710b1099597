import { Command } from '@reverse-mentoring/core'
import { given } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'
import {
  F,
  P,
  at,
  cancelled,
  cohort,
  code,
  coordinator,
  e,
  ended,
  enrolment,
  held,
  hold,
  m,
  m2,
  matched,
  meeting,
  opening,
  pairing,
  ready,
  reopened,
  said,
  says,
  schedule,
  scheduled,
  self,
  session,
  yes,
} from '../scene.ts'

// F is formal at hour 4, and its sessions take 45 minutes.

const tooEarly = { _tag: 'TooEarly', after: at(4) } as const
const over = { _tag: 'SessionOver', session: session(1) } as const
const moved = { start: at(130), minutes: 30 }
const move = {
  type: 'RescheduleSession',
  ...says(self(m), 60),
  ...moved,
  sessions: [session(1)],
} as const

const scheduledMove = (hours: number, start: number) =>
  ({
    type: 'SessionRescheduled',
    ...said(self(m), hours),
    session: session(1),
    start: at(start),
    minutes: 45,
  }) as const

describe('A session starts after the second consent', () => {
  test('as planned', () => {
    given(...F)
      .when(schedule(scheduled(1, 1, m, 3, 4)))
      .thenRefused(tooEarly)
    given(...P)
      .when(schedule(scheduled(1, 1, e, 5, 9)))
      .thenRefused({ _tag: 'NotFormal', pairing: pairing(1) })
  })

  test('as moved', () => {
    given(...F, scheduled(1, 1, m, 2, 90))
      .when({ ...move, at: at(3), start: at(4) })
      .thenRefused(tooEarly)
  })

  test('as held', () => {
    given(...F)
      .when(hold(held(1, 1, m, 5, 4)))
      .thenRefused(tooEarly)
    given(...P)
      .when(hold(held(1, 1, e, 9, 5)))
      .thenRefused({ _tag: 'NotFormal', pairing: pairing(1) })
  })

  test('whichever of the two consents has the later instant', () => {
    const late = [...P, yes(e, 1, 30), yes(m, 1, 20)]
    given(...late)
      .when(schedule(scheduled(1, 1, m, 21, 25)))
      .thenRefused({ _tag: 'TooEarly', after: at(30) })
  })
})

test('A session is recorded once it has begun', () => {
  given(...F)
    .when(hold(held(1, 1, m, 50, 51)))
    .thenRefused({ _tag: 'TooEarly', after: at(51) })
  given(...F)
    .when(hold(held(1, 1, m, 50, 50)))
    .then(held(1, 1, m, 50, 50))
})

test('A session may begin when the one before is over, and not a millisecond before', () => {
  const next = { ...held(2, 1, m, 60, 50), began: at(50.75) }
  given(...F, held(1, 1, m, 60, 50))
    .when(hold(next))
    .then(next)
  const before = { ...held(2, 1, m, 60, 50), began: at(49.25) }
  given(...F, held(1, 1, m, 60, 50))
    .when(hold(before))
    .then(before)
  given(...F, held(1, 1, m, 60, 50))
    .when(hold({ ...before, minutes: 46 }))
    .thenRefused(over)
})

test('A session that ended is not moved, called off or held again', () => {
  for (const past of [
    [...F, scheduled(1, 1, m, 5, 50), held(1, 1, m, 55, 50)],
    [...F, scheduled(1, 1, m, 5, 50), cancelled(1, e, 40)],
  ]) {
    given(...past)
      .when(move)
      .thenRefused(over)
    given(...past)
      .when({
        type: 'CancelSession',
        ...says(self(e), 61),
        session: session(1),
        cancelledBy: 'mentor',
      })
      .thenRefused(over)
    given(...past)
      .when(hold(held(1, 1, e, 62, 50)))
      .thenRefused(over)
  }
})

test('Several sessions without a meeting are no joint meeting', () => {
  const both = [
    { session: session(1), pairing: pairing(1) },
    { session: session(2), pairing: pairing(2) },
  ]
  given(...F, scheduled(1, 1, m, 5, 90), scheduled(2, 1, m, 5, 95))
    .when({ ...move, sessions: [session(1), session(2)] })
    .thenRefused({ _tag: 'NotAllowed', by: self(m) })
  given(...F)
    .when({ ...schedule(scheduled(1, 1, m, 5, 90)), sessions: both })
    .thenRefused({ _tag: 'UnknownPairing', pairing: pairing(2) })
})

describe('A planned session’s id stands for its pairing, meeting, first time and mode', () => {
  const taken = { _tag: 'IdTaken', id: session(1) } as const
  const moves = { ...scheduledMove(6, 120) }
  const past = [...F, scheduled(1, 1, m, 5, 90)]

  test('whoever says so again, and also after it was moved', () => {
    given(...past)
      .when(schedule(scheduled(1, 1, e, 6, 90)))
      .then()
    given(...past, moves)
      .when(schedule(scheduled(1, 1, e, 7, 90)))
      .then()
  })

  test('and for no other', () => {
    for (const other of [
      scheduled(1, 1, e, 6, 120),
      { ...scheduled(1, 1, m, 5, 90), minutes: 30 },
      { ...scheduled(1, 1, m, 5, 90), mode: 'onSite' as const },
      { ...scheduled(1, 1, m, 5, 90), meeting: meeting(1) },
    ]) {
      given(...past)
        .when(schedule(other))
        .thenRefused(taken)
    }
    given(...past, moves)
      .when(schedule(scheduled(1, 1, e, 7, 120)))
      .thenRefused(taken)
    given(...F, held(1, 1, m, 60, 52))
      .when(schedule(scheduled(1, 1, m, 61, 90)))
      .thenRefused(taken)
  })
})

describe('A session is planned', () => {
  test('for later than it is said, and for a year ahead at most', () => {
    given(...F)
      .when(schedule(scheduled(1, 1, m, 50, 50)))
      .thenRefused({ _tag: 'TooEarly', after: at(50) })
    const year = 50 + 24 * 365
    given(...F)
      .when(schedule(scheduled(1, 1, m, 50, year)))
      .then(scheduled(1, 1, m, 50, year))
    given(...F)
      .when(schedule({ ...scheduled(1, 1, m, 50, year), start: at(year + 1) }))
      .thenRefused({ _tag: 'TooFar', latest: at(year) })
    const far = { ...move, start: at(60 + 24 * 365 + 1) }
    given(...F, scheduled(1, 1, m, 5, 90))
      .when(far)
      .thenRefused({ _tag: 'TooFar', latest: at(60 + 24 * 365) })
  })

  test('for no time of another one of the pairing', () => {
    const past = [...F, scheduled(1, 1, m, 5, 90)]
    const overlapping = { _tag: 'Overlapping', session: session(1) } as const
    for (const start of [89.5, 90, 90.7]) {
      given(...past)
        .when(schedule(scheduled(2, 1, e, 6, start)))
        .thenRefused(overlapping)
      given(...past, scheduled(2, 1, m, 6, 120))
        .when({ ...move, sessions: [session(2)], start: at(start), minutes: 45 })
        .thenRefused(overlapping)
    }
    // Nor twice in one meeting.
    const together = { meeting: meeting(1) }
    given(...F, { ...scheduled(1, 1, m, 5, 90), ...together })
      .when(schedule({ ...scheduled(2, 1, m, 6, 90), ...together }))
      .thenRefused(overlapping)
    for (const start of [89.25, 90.75]) {
      const free = scheduled(2, 1, e, 6, start)
      given(...past)
        .when(schedule(free))
        .then(free)
    }
    const free = scheduled(2, 1, e, 20, 90)
    given(...past, cancelled(1, e, 10))
      .when(schedule(free))
      .then(free)
    given(...past)
      .when({ ...move, start: at(90.5) })
      .then({ ...scheduledMove(60, 90.5), minutes: 30 })
  })

  test('for no time at which who plans it is elsewhere; the other’s plans are not told', () => {
    const both = [
      ...F,
      ...ready(m2, 'mentor'),
      {
        ...said(self(e), 4),
        type: 'EnrolmentAmended',
        enrolment: enrolment(2),
        capacity: 3,
      } as const,
      matched(2, m2, e),
      yes(e, 2, 5),
      yes(m2, 2, 6),
    ]
    const past = [...both, scheduled(1, 1, m, 7, 90)]
    given(...past)
      .when(schedule(scheduled(2, 2, e, 8, 90)))
      .thenRefused({ _tag: 'Overlapping', session: session(1) })
    given(...past)
      .when(schedule(scheduled(2, 2, m2, 8, 90)))
      .then(scheduled(2, 2, m2, 8, 90))
    given(...past, ended(1, 'programme', 9))
      .when(schedule(scheduled(2, 2, e, 10, 90)))
      .then(scheduled(2, 2, e, 10, 90))
    const there = { ...scheduled(1, 1, m, 7, 90), meeting: meeting(1) }
    for (const elsewhere of [{}, { meeting: meeting(2) }])
      given(...both, there)
        .when(schedule({ ...scheduled(2, 2, e, 8, 90), ...elsewhere }))
        .thenRefused({ _tag: 'Overlapping', session: session(1) })
  })
})

describe('What nobody planned', () => {
  const past = [...F, held(1, 1, m, 60, 52), reopened(1, m, 61)]
  const unknown = { _tag: 'UnknownSession', session: session(1) } as const

  test('can only be held again once it was taken back', () => {
    given(...past)
      .when(hold(held(1, 1, m, 62, 52)))
      .then(held(1, 1, m, 62, 52))
    given(...past)
      .when({ ...move, at: at(62), start: at(90) })
      .thenRefused(unknown)
    // It is in nobody's way either: no time was planned for it.
    given(...past)
      .when(schedule(scheduled(2, 1, m, 62, 90)))
      .then(scheduled(2, 1, m, 62, 90))
    for (const by of [self(m), coordinator]) {
      const cancelledBy = by === coordinator ? 'programme' : 'mentor'
      given(...past)
        .when({ type: 'CancelSession', ...says(by, 62), session: session(1), cancelledBy })
        .thenRefused(unknown)
    }
  })
})

test('Reopening what is open adds nothing', () => {
  given(...F, scheduled(1, 1, m, 5, 90))
    .when({ type: 'ReopenSession', ...says(self(e), 9), session: session(1) })
    .then()
})

test('The notice of a cancellation follows from the plan', () => {
  const past = [...F, scheduled(1, 1, m, 5, 90)]
  const cancel = (hours: number) => ({
    ...({ type: 'CancelSession', ...says(self(e), hours), session: session(1) } as const),
    cancelledBy: 'mentee' as const,
  })
  for (const [hours, notice] of [
    [9, 81],
    [88.5, 1],
    [89.5, 0],
    [95, 0],
  ] as const) {
    given(...past)
      .when(cancel(hours))
      .then({ ...cancelled(1, e, hours), notice })
  }
  given(...past, scheduledMove(6, 190))
    .when(cancel(9))
    .then({ ...cancelled(1, e, 9), notice: 181 })
  given(...past, { ...cancelled(1, e, 9), notice: 7 })
    .when(cancel(9))
    .then()
})

describe('A word on a session that comes late is superseded', () => {
  const past = [...F, scheduled(1, 1, m, 5, 120)]
  const superseded = { _tag: 'Superseded' } as const
  const cancel = (by: 'mentor' | 'mentee', hours: number) =>
    ({
      type: 'CancelSession',
      ...says(self(e), hours),
      session: session(1),
      cancelledBy: by,
    }) as const

  test('where it says another time', () => {
    given(...past, { ...scheduledMove(60, 125) })
      .when({ ...move, at: at(59) })
      .thenRefused(superseded)
  })

  test('where it says another end, or the same of somebody else', () => {
    given(...past, cancelled(1, e, 40))
      .when(cancel('mentor', 40))
      .thenRefused(superseded)
    given(...past, cancelled(1, e, 40))
      .when(cancel('mentee', 39))
      .then()
    given(...past, held(1, 1, m, 125, 120))
      .when(cancel('mentee', 125))
      .thenRefused(superseded)
    given(...past, cancelled(1, e, 40), reopened(1, e, 41))
      .when(cancel('mentee', 41))
      .thenRefused(superseded)
  })
})

test('A late word on goals is superseded, and the same one again adds nothing', () => {
  const agree = (hours: number, goal: string) =>
    ({
      type: 'AgreeGoals',
      ...says(self(e), hours),
      pairing: pairing(1),
      goals: [code(goal)],
    }) as const
  const past = [
    ...F,
    { type: 'GoalsAgreed', ...said(self(e), 9), pairing: pairing(1), goals: [code('listen')] },
  ] as const
  given(...past)
    .when(agree(8, 'try'))
    .thenRefused({ _tag: 'Superseded' })
  given(...past)
    .when(agree(8, 'listen'))
    .then()
})

describe('A command about sessions', () => {
  const { HoldSession, RescheduleSession } = Command.commands
  const of = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ session: session(i), pairing: pairing(i) }))
  const records = (...sessions: ReadonlyArray<object>) =>
    HoldSession.is({ ...hold(held(1, 1, m, 60, 50)), sessions })
  const moves = (...sessions: ReadonlyArray<string>) => RescheduleSession.is({ ...move, sessions })

  test('names one to a hundred, each once and of its own pairing', () => {
    const [one, two] = [of(1)[0]!, { session: session(8), pairing: pairing(9) }]
    expect([0, 1, 100, 101].map((n) => records(...of(n)))).toEqual([false, true, true, false])
    expect([0, 1, 100, 101].map((n) => moves(...of(n).map((its) => its.session)))).toEqual([
      ...[false, true, true, false],
    ])
    expect(records(one, two)).toBe(true)
    expect(records(one, { ...two, session: one.session })).toBe(false)
    expect(records(one, { ...two, pairing: one.pairing })).toBe(false)
    expect(moves(one.session, one.session)).toBe(false)
  })
})

test('A topic that the cohort does not have is not recorded', () => {
  given(...F)
    .when({ ...hold(held(1, 1, m, 60, 50)), byMentee: [code('golf')] })
    .thenRefused({ _tag: 'UnknownCode', code: code('golf'), list: 'topics' })
})

test('Goals are agreed once the pairing is formal, and of goals that the cohort has', () => {
  const goals = {
    type: 'AgreeGoals',
    cohort,
    ...said(self(e), 9),
    pairing: pairing(1),
    goals: [],
  } as const
  given(...P)
    .when(goals)
    .thenRefused({ _tag: 'NotFormal', pairing: pairing(1) })
  given(...F)
    .when({ ...goals, goals: [code('golf')] })
    .thenRefused({ _tag: 'UnknownCode', code: code('golf'), list: 'goals' })
  given(...F, ended(1, 'completed', 8))
    .when(goals)
    .thenRefused({ _tag: 'PairingOver', pairing: pairing(1) })
})

test('Sessions of two meetings are not moved as one', () => {
  const both = [
    opening(),
    ...ready(m, 'mentor'),
    ...ready(m2, 'mentor'),
    ...ready(e, 'mentee', { capacity: 2 }),
    matched(1, m, e),
    matched(2, m2, e),
    yes(e, 1, 3),
    yes(m, 1, 4),
    yes(e, 2, 3),
    yes(m2, 2, 4),
  ]
  const planned = (second: number) => [
    { ...scheduled(1, 1, e, 5, 100), meeting: meeting(1) },
    { ...scheduled(2, 2, e, 5, 100), meeting: meeting(second) },
  ]
  const moves = { ...move, ...says(self(e), 60), sessions: [session(1), session(2)] }
  given(...both, ...planned(2))
    .when(moves)
    .thenRefused({ _tag: 'NotAllowed', by: self(e) })
  const { cohort: _cohort, sessions: _sessions, ...content } = moves
  given(...both, ...planned(1))
    .when(moves)
    .then(
      { ...content, type: 'SessionRescheduled', session: session(1) },
      { ...content, type: 'SessionRescheduled', session: session(2) },
    )
})
