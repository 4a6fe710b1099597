import { given } from '@reverse-mentoring/testing'
import { describe, test } from 'vitest'
import {
  F,
  P,
  at,
  cancelled,
  cohort,
  code,
  e,
  ended,
  held,
  hold,
  m,
  m2,
  matched,
  meeting,
  opening,
  pairing,
  ready,
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

describe('A session starts after the second consent', () => {
  test('as planned', () => {
    given(...F)
      .when(schedule(scheduled(1, 1, m, 5, 4)))
      .thenRefused(tooEarly)
    given(...P)
      .when(schedule(scheduled(1, 1, e, 5, 9)))
      .thenRefused({ _tag: 'NotFormal', pairing: pairing(1) })
  })

  test('as moved', () => {
    given(...F, scheduled(1, 1, m, 5, 90))
      .when({ ...move, start: at(4) })
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
      .when(schedule(scheduled(1, 1, m, 31, 25)))
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
        notice: 0,
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

test('A session’s id stands for its pairing and meeting, whenever it is planned', () => {
  given(...F, scheduled(1, 1, m, 5, 90))
    .when(schedule(scheduled(1, 1, e, 6, 120)))
    .then()
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
