import { Cohort, View, type Event, type Values } from '@reverse-mentoring/core'
import { given, givenNonsense } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'
import {
  F,
  P,
  at,
  boss,
  cancelled,
  closed,
  coordinator,
  e,
  ended,
  held,
  hold,
  m,
  m2,
  matched,
  meeting,
  no,
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

const day = (n: number) => (n - 1) * 24

/** Cancellations in a row of the first pairing, as somebody sees them who looks at the whole history. */
const runOf = (...past: ReadonlyArray<Event.CohortEvent>): number => {
  const state = Cohort.foldCohort(past)
  const found = Cohort.pairing(state, pairing(1))
  if (found === undefined) throw new Error('There is no such pairing')
  return Cohort.sessionsOf(state, found).reduce(View.runAfter, View.noRun).total
}

describe('Cancellations in a row', () => {
  const planned = [
    scheduled(1, 1, m, 5, 100),
    scheduled(2, 1, m, 5, 110),
    scheduled(3, 1, m, 5, 120),
  ]

  test('are counted in the order of the planned starts, also when a record comes late', () => {
    expect(
      runOf(...F, ...planned, cancelled(1, e, 50), cancelled(3, e, 60), held(2, 1, m, 130, 110)),
    ).toBe(1)
  })

  test('stay counted when the pairing ends', () => {
    const past = [...F, scheduled(1, 1, m, 5, 220), cancelled(1, e, 52), ended(1, 'programme', 52)]
    expect(runOf(...past)).toBe(1)
    given(...past.slice(0, -2), ended(1, 'programme', 52))
      .when({
        type: 'CancelSession',
        ...says(self(e), 53),
        session: session(1),
        cancelledBy: 'mentee',
      })
      .thenRefused({ _tag: 'PairingOver', pairing: pairing(1) })
  })

  test('are taken back by a reopening and counted anew', () => {
    const two = [...F, ...planned, cancelled(1, e, 50), cancelled(2, e, 51)]
    expect(runOf(...two)).toBe(2)
    expect(runOf(...two, reopened(2, e, 52))).toBe(1)
    expect(runOf(...two, reopened(2, e, 52), cancelled(2, e, 53))).toBe(2)
  })
})

describe('A record that was taken back', () => {
  const past = [...F, held(1, 1, m, 30, 29), reopened(1, m, 151)]

  test('can be made again', () => {
    given(...past)
      .when(hold(held(1, 1, m, 152, 29)))
      .then(held(1, 1, m, 152, 29))
  })

  test('does not come back with a repeat of the first command', () => {
    given(...past)
      .when(hold(held(1, 1, m, 30, 29)))
      .thenRefused({ _tag: 'Superseded' })
  })
})

test('Two sessions of a pairing are not held at one time: both parties recording it is the normal case', () => {
  given(...F, held(1, 1, m, 60, 52))
    .when(hold(held(2, 1, e, 61, 52)))
    .thenRefused({ _tag: 'SessionOver', session: session(1) })
  given(...F, held(1, 1, m, 60, 52))
    .when(hold(held(2, 1, e, 61, 53)))
    .then(held(2, 1, e, 61, 53))
})

describe('When a pairing ends', () => {
  test('the end takes effect though a session that is recorded began after its instant, and both count', () => {
    const past = [...F, held(1, 1, m, day(8) + 1, day(8))]
    const end = ended(1, 'programme', day(5))
    given(...past)
      .when({
        type: 'EndPairing',
        ...says(coordinator, day(5)),
        pairing: pairing(1),
        reason: 'programme',
      })
      .then(end)
    const state = Cohort.foldCohort([...past, end])
    expect(Cohort.session(state, session(1))?.status.value).toBe('held')
    expect(Cohort.pairing(state, pairing(1))).toMatchObject({ _tag: 'Ended', at: at(day(5)) })
  })

  test('a session held before is recorded after, and one held after is not', () => {
    const past = [...F, no(e, 1, day(12))]
    given(...past)
      .when(hold(held(1, 1, m, day(13), day(10))))
      .then(held(1, 1, m, day(13), day(10)))
    given(...past)
      .when(hold(held(1, 1, m, day(13) + 1, day(13))))
      .thenRefused({ _tag: 'PairingOver', pairing: pairing(1) })
  })

  test('before both agreed, no session of it was held', () => {
    for (const past of [
      [...P, ended(1, 'lapsed', 400)],
      [...P, no(e, 1, 400)],
      [...P, closed(400)],
    ])
      given(...past)
        .when(hold(held(1, 1, e, 500, 390)))
        .thenRefused({ _tag: 'PairingOver', pairing: pairing(1) })
  })

  test('nothing that was planned can be called off, moved or reopened', () => {
    const past = [...F, scheduled(1, 1, m, 5, 100), ended(1, 'completed', 50)]
    const over = { _tag: 'PairingOver', pairing: pairing(1) } as const
    const when = given(...past).when
    when({
      type: 'RescheduleSession',
      ...says(self(m), 51),
      sessions: [session(1)],
      start: at(101),
      minutes: 45,
    }).thenRefused(over)
    when({ type: 'ReopenSession', ...says(self(m), 51), session: session(1) }).thenRefused(over)
  })
})

test('A session that began after the close is not recorded', () => {
  given(...F, closed(50))
    .when(hold(held(1, 1, m, 60, 51)))
    .thenRefused({ _tag: 'CohortOver', cohort: opening().cohort })
})

describe('One mentee meets two mentors in one room, where mentors schedule', () => {
  const twoPairings = [
    opening({ scheduler: 'mentor' }),
    ...ready(m, 'mentor'),
    ...ready(m2, 'mentor', { chain: [boss] }),
    ...ready(e, 'mentee', { capacity: 2 }),
    matched(1, m, e),
    matched(2, m2, e),
    yes(e, 1, 3),
    yes(m, 1, 3),
    yes(e, 2, 3),
    yes(m2, 2, 3),
  ]
  const joint = [
    { ...scheduled(1, 1, e, 5, 100), meeting: meeting(1) },
    { ...scheduled(2, 2, e, 5, 100), meeting: meeting(1) },
  ] as const
  const sessions = joint.map((event) => ({ session: event.session, pairing: event.pairing }))

  test('the mentee schedules it, being a party to both', () => {
    given(...twoPairings)
      .when({ ...schedule(joint[0]), sessions })
      .then(...joint)
  })

  test('the mentee alone does not schedule a session of one pairing', () => {
    given(...twoPairings)
      .when(schedule(scheduled(1, 1, e, 5, 100)))
      .thenRefused({ _tag: 'NotAllowed', by: self(e) })
  })

  test('a mentor does not schedule it for both', () => {
    given(...twoPairings)
      .when({ ...schedule(joint[0]), ...said(self(m), 5), sessions })
      .thenRefused({ _tag: 'NotAllowed', by: self(m) })
  })

  test('none is recorded if one of them cannot be', () => {
    given(...twoPairings, ended(2, 'programme', 6))
      .when({ ...schedule(joint[0]), ...said(self(e), 7), sessions })
      .thenRefused({ _tag: 'PairingOver', pairing: pairing(2) })
  })

  const move = (by: Values.ParticipantId, ...of: ReadonlyArray<number>) =>
    ({
      type: 'RescheduleSession',
      ...says(self(by), 50),
      sessions: of.map(session),
      start: at(120),
      minutes: 45,
    }) as const
  const moved = (by: Values.ParticipantId, of: number) =>
    ({
      type: 'SessionRescheduled',
      ...said(self(by), 50),
      session: session(of),
      start: at(120),
      minutes: 45,
    }) as const

  test('its open sessions move together, whichever of them are named', () => {
    for (const named of [[1], [2], [1, 2]]) {
      given(...twoPairings, ...joint)
        .when(move(e, ...named))
        .then(...(named[0] === 1 ? [moved(e, 1), moved(e, 2)] : [moved(e, 2), moved(e, 1)]))
    }
    given(...twoPairings, ...joint, cancelled(2, m2, 20))
      .when(move(e, 1))
      .then(moved(e, 1))
  })

  test('a move that is repeated moves nothing that was open again only later', () => {
    const past = [...joint, cancelled(2, m2, 20), moved(e, 1), reopened(2, m2, 60)]
    given(...twoPairings, ...past)
      .when(move(e, 1))
      .then()
  })

  test('a party to one of its pairings moves nothing out of it, nor after the other one has left', () => {
    const no = { _tag: 'NotAllowed', by: self(m) } as const
    given(...twoPairings, ...joint)
      .when(move(m, 1))
      .thenRefused(no)
    given(...twoPairings, ...joint, ended(2, 'programme', 20))
      .when(move(m, 1))
      .thenRefused(no)
    given(...twoPairings, ...joint, ended(2, 'programme', 20))
      .when(move(e, 1))
      .then(moved(e, 1))
  })

  test('nobody plans themselves into a meeting of others', () => {
    // Half a joint plan: the whole of it would be too long a story here.
    const more = { ...scheduled(3, 2, m2, 9, 100), meeting: meeting(1) }
    givenNonsense(...twoPairings, joint[0])
      .when(schedule(more))
      .thenRefused({ _tag: 'NotAllowed', by: self(m2) })
    givenNonsense(...twoPairings, joint[0])
      .when(schedule({ ...more, by: self(e) }))
      .then({ ...more, by: self(e) })
  })

  test('each pairing records and calls off its own, and need not name the meeting', () => {
    const { meeting: _meeting, ...mine } = { ...held(1, 1, m, 110, 100), meeting: meeting(1) }
    given(...twoPairings, ...joint)
      .when(hold(mine))
      .then({ ...mine, meeting: meeting(1) })
    given(...twoPairings, ...joint)
      .when({ ...hold({ ...mine, by: self(e) }), sessions })
      .then(
        { ...held(1, 1, e, 110, 100), meeting: meeting(1) },
        { ...held(2, 2, e, 110, 100), meeting: meeting(1) },
      )
    given(...twoPairings, ...joint)
      .when(hold({ ...mine, meeting: meeting(2) }))
      .thenRefused({ _tag: 'IdTaken', id: session(1) })
    given(...twoPairings, ...joint, { ...mine, meeting: meeting(1) })
      .when(hold(mine))
      .then()
  })

  test('a session is recorded for the pairing that it was planned for', () => {
    const mine = scheduled(1, 1, m, 5, 100)
    given(...twoPairings, mine)
      .when(hold({ ...held(1, 2, m2, 110, 100) }))
      .thenRefused({ _tag: 'IdTaken', id: session(1) })
  })

  test('sessions that were not planned as one meeting are recorded as one where it is named, if at all', () => {
    givenNonsense(...twoPairings, joint[0], scheduled(2, 2, m2, 5, 100))
      .when({ ...hold(held(1, 1, e, 110, 100)), sessions })
      .thenRefused({ _tag: 'NotAllowed', by: self(e) })
  })

  test('whether a pairing is over is asked of all before whether a session is', () => {
    given(...twoPairings, ...joint, cancelled(1, m, 20), ended(2, 'programme', 30))
      .when({ ...hold({ ...held(1, 1, e, 110, 100), meeting: meeting(1) }), sessions })
      .thenRefused({ _tag: 'PairingOver', pairing: pairing(2) })
    given(...twoPairings, ...joint, cancelled(1, m, 20), ended(2, 'programme', 30))
      .when(move(e, 1, 2))
      .thenRefused({ _tag: 'PairingOver', pairing: pairing(2) })
  })
})
