import { given } from '@reverse-mentoring/testing'
import { describe, test } from 'vitest'
import {
  B,
  F,
  boss,
  briefed,
  closed,
  coordinator,
  declared,
  deputy,
  e,
  e3,
  enrolled,
  enrolment,
  m,
  m2,
  opening,
  pairing,
  participant,
  ready,
  said,
  says,
  self,
  withdrew,
} from '../scene.ts'

const superseded = { _tag: 'Superseded' } as const

describe('An amendment', () => {
  const amend = {
    type: 'AmendEnrolment',
    ...says(coordinator, 9),
    enrolment: enrolment(1),
  } as const
  const amended = {
    type: 'EnrolmentAmended',
    ...said(coordinator, 9),
    enrolment: enrolment(1),
  } as const

  test('of an enrolment that is over is refused', () => {
    given(...B, withdrew(m, 5))
      .when({ ...amend, capacity: 3 })
      .thenRefused({ _tag: 'EnrolmentOver', enrolment: enrolment(1) })
  })

  test('is refused whole for one value that comes late, and what it only repeats drops out', () => {
    const past = [...B, { ...amended, capacity: 3 }]
    const early = { ...amend, ...says(coordinator, 8) }
    given(...past)
      .when({ ...early, capacity: 2, paused: true })
      .thenRefused(superseded)
    given(...past)
      .when({ ...early, capacity: 3, paused: true })
      .then({ ...amended, ...said(coordinator, 8), paused: true })
  })

  test('that says nothing adds nothing', () => {
    given(...B)
      .when(amend)
      .then()
  })
})

test('A word that only repeats does not make an earlier one new again', () => {
  const repeated = enrolled(m, 'mentee', {
    ...said(coordinator, 5),
    enrolment: enrolment(51),
    seniority: 4,
  })
  const late = {
    type: 'AmendEnrolment',
    ...says(coordinator, 7),
    enrolment: enrolment(1),
    seniority: 3,
  } as const
  given(opening(), enrolled(m, 'mentor', { ...said(coordinator, 10), seniority: 4 }), repeated)
    .when(late)
    .thenRefused(superseded)
})

describe('Lines', () => {
  const record = (at: number, ...chains: ReadonlyArray<ReadonlyArray<typeof m>>) =>
    ({
      type: 'RecordLines',
      ...says(coordinator, at),
      lines: chains.map((chain) => ({ participant: m, chain })),
    }) as const

  test('of one person that are said twice: the last one counts', () => {
    given(...B)
      .when(record(9, [boss], [e3]))
      .then({
        type: 'LinesRecorded',
        ...said(coordinator, 9),
        lines: [{ participant: m, chain: [e3] }],
      })
  })

  test('that come late drop out, and are superseded where nothing else is said', () => {
    const past = [
      ...B,
      enrolled(m, 'mentee', { ...said(coordinator, 10), enrolment: enrolment(51) }),
    ]
    given(...past)
      .when(record(9, [boss]))
      .thenRefused({ _tag: 'Superseded' })
    const both = {
      ...record(9, [boss]),
      lines: [...record(9, [boss]).lines, { participant: e, chain: [deputy.id] }],
    }
    given(...past)
      .when(both)
      .then({
        type: 'LinesRecorded',
        ...said(coordinator, 9),
        lines: [{ participant: e, chain: [deputy.id] }],
      })
    given(...past, withdrew(e, 11))
      .when(record(9, []))
      .then()
  })
})

test('Nobody declares a conflict with themselves', () => {
  given(...B)
    .when({ type: 'DeclareConflict', ...says(self(m), 9), against: m })
    .thenRefused({ _tag: 'NotAllowed', by: self(m) })
})

test('A word on a conflict that comes late is superseded', () => {
  given(...B, declared(m, e, 10))
    .when({ type: 'LiftConflict', ...says(self(m), 9), against: e })
    .thenRefused(superseded)
})

test('A conflict is lifted by who declared it, and the other’s stands', () => {
  const lift = { type: 'LiftConflict', ...says(self(e), 9), against: m } as const
  const lifted = { type: 'ConflictLifted', ...said(self(e), 9), against: m } as const
  given(...B, declared(m, e, 4))
    .when(lift)
    .then(lifted)
  given(...B, declared(m, e, 4), lifted)
    .when({
      type: 'ProposePairing',
      ...says(coordinator, 10),
      pairing: pairing(1),
      mentor: m,
      mentee: e,
    })
    .thenRefused({ _tag: 'NotAdmissible', mentor: m, mentee: e })
})

describe('A mentor trains others', () => {
  const train = { type: 'CompleteBriefing', ...says(self(m), 9), enrolment: enrolment(6) } as const
  const refusal = { _tag: 'NotAllowed', by: self(m) } as const

  test('once they are briefed themselves', () => {
    given(opening(), enrolled(m, 'mentor'), enrolled(e3, 'mentee')).when(train).thenRefused(refusal)
  })

  test('while they are enrolled', () => {
    given(...B, enrolled(e3, 'mentee'), withdrew(m, 5))
      .when(train)
      .thenRefused(refusal)
  })

  test('and a second briefing adds nothing, whoever records it', () => {
    given(...B, enrolled(e3, 'mentee'), briefed(e3))
      .when(train)
      .then()
  })
})

test('An end by the programme is recorded once, and no other reason replaces the first', () => {
  const end = {
    type: 'EndPairing',
    ...says(coordinator, 9),
    pairing: pairing(1),
    reason: 'completed',
  } as const
  const ended = {
    type: 'PairingEnded',
    ...said(coordinator, 9),
    pairing: pairing(1),
    reason: 'completed',
  } as const
  given(...F, ended)
    .when({ ...end, reason: 'programme' })
    .thenRefused({ _tag: 'PairingOver', pairing: pairing(1) })
})

test('A formal pairing does not lapse', () => {
  given(...F)
    .when({
      type: 'LapseProposal',
      ...says({ role: 'system', id: participant(91) }, 900),
      pairing: pairing(1),
    })
    .thenRefused({ _tag: 'AlreadyFormal', pairing: pairing(1) })
})

test('After the close nothing new is planned, proposed or enrolled', () => {
  const over = { _tag: 'CohortOver', cohort: opening().cohort } as const
  const past = [...F, ...ready(m2, 'mentor'), closed(50)]
  const when = given(...past).when
  const mark = says(coordinator, 60)
  when({ ...enrolled(e3, 'mentee'), ...mark, type: 'Enrol' }).thenRefused(over)
  when({ type: 'AmendEnrolment', ...mark, enrolment: enrolment(1), capacity: 4 }).thenRefused(over)
  when({ type: 'ProposePairing', ...mark, pairing: pairing(2), mentor: m2, mentee: e }).thenRefused(
    over,
  )
  when({ type: 'EndPairing', ...mark, pairing: pairing(1), reason: 'completed' }).thenRefused(over)
  when({ type: 'WithdrawParticipant', ...mark, enrolment: enrolment(1) }).thenRefused(over)
  when({ type: 'DeclareConflict', ...says(self(m), 60), against: e }).thenRefused(over)
  when({
    type: 'WithdrawConsent',
    ...says(self(m), 60),
    purpose: 'pairing',
    pairing: pairing(1),
  }).thenRefused(over)
})
