import { Command, type Event } from '@reverse-mentoring/core'
import { given } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'
import {
  B,
  boss,
  briefed,
  coordinator,
  declared,
  e,
  enrolled,
  enrolment,
  m,
  matched,
  no,
  opening,
  pairing,
  participant,
  ready,
  said,
  says,
  self,
  system,
  withdrew,
  yes,
} from '../scene.ts'

const proposes: Command.Command = {
  type: 'ProposePairing',
  ...says(coordinator, 9),
  pairing: pairing(9),
  mentor: m,
  mentee: e,
}
const happens = { ...matched(9, m, e, 9) }
const notAdmissible = { _tag: 'NotAdmissible', mentor: m, mentee: e } as const

const people = (
  mentor: Partial<Event.Enrolled>,
  mentee: Partial<Event.Enrolled> = {},
  rules: Partial<Event.Rules> = {},
) => [opening(rules), ...ready(m, 'mentor', mentor), ...ready(e, 'mentee', mentee)]

describe('Two people are not paired', () => {
  test('unless the mentor is strictly the junior', () => {
    given(...people({ seniority: 8 }))
      .when(proposes)
      .thenRefused(notAdmissible)
    given(...people({ seniority: 9 }))
      .when(proposes)
      .thenRefused(notAdmissible)
    given(...people({ seniority: 7 }))
      .when(proposes)
      .then(happens)
  })

  test('by the latest word on seniority', () => {
    const amended = {
      type: 'EnrolmentAmended',
      ...said(coordinator, 5),
      enrolment: enrolment(1),
      seniority: 9,
    } as const
    given(...B, amended)
      .when(proposes)
      .thenRefused(notAdmissible)
  })

  test('along a line, in either direction and at any distance', () => {
    given(...people({ chain: [boss, e] }))
      .when(proposes)
      .thenRefused(notAdmissible)
    given(...people({}, { chain: [boss, m] }))
      .when(proposes)
      .thenRefused(notAdmissible)
    given(...people({ chain: [boss] }, { chain: [boss] }))
      .when(proposes)
      .then(happens)
  })

  test('under one first manager, where the cohort forbids that', () => {
    const rules = { sameManager: 'forbidden' } as const
    const other = participant(8)
    given(...people({ chain: [boss] }, { chain: [boss] }, rules))
      .when(proposes)
      .thenRefused(notAdmissible)
    given(...people({ chain: [boss, other] }, { chain: [other] }, rules))
      .when(proposes)
      .then(happens)
    given(...people({}, {}, rules))
      .when(proposes)
      .then(happens)
  })

  test('under one of several direct managers, where the cohort forbids that', () => {
    const rules = { sameManager: 'forbidden' } as const
    const [other, top] = [participant(8), participant(10)]
    const joint = { chain: [boss, other, top], direct: [boss, other] }
    given(...people(joint, { chain: [other, top] }, rules))
      .when(proposes)
      .thenRefused(notAdmissible)
    given(...people({ chain: [other, top] }, joint, rules))
      .when(proposes)
      .thenRefused(notAdmissible)
    given(...people(joint, { chain: [top] }, rules))
      .when(proposes)
      .then(happens)
    given(...people(joint, { chain: [other, top] }))
      .when(proposes)
      .then(happens)
  })

  test('while one of them is paused, and that ends no pairing', () => {
    const pause = (paused: boolean, hour: number) =>
      ({
        type: 'EnrolmentAmended',
        ...said(self(e), hour),
        enrolment: enrolment(2),
        paused,
      }) as const
    given(...B, pause(true, 5))
      .when(proposes)
      .thenRefused({ _tag: 'NotReady', participant: e, role: 'mentee', missing: ['pause'] })
    given(...B, pause(true, 5), pause(false, 6))
      .when(proposes)
      .then(happens)
    given(...B, matched(1, m, e), pause(true, 5))
      .when(proposes)
      .thenRefused({ _tag: 'NotReady', participant: e, role: 'mentee', missing: ['pause'] })
  })

  test('before they are through every gate of the cohort', () => {
    const gates = { purpose: true, briefing: ['mentor' as const], hours: 3 }
    const missing = (list: ReadonlyArray<'purpose' | 'briefing' | 'hours'>) =>
      ({ _tag: 'NotReady', participant: m, role: 'mentor', missing: list }) as const
    const past = (mentor: Partial<Event.Enrolled>) => [
      opening({ gates }),
      enrolled(m, 'mentor', mentor),
      enrolled(e, 'mentee', { hours: 3 }),
    ]
    given(...past({ purposeAcknowledged: false, hours: 2 }))
      .when(proposes)
      .thenRefused(missing(['purpose', 'briefing', 'hours']))
    given(...past({ hours: 3 }))
      .when(proposes)
      .thenRefused(missing(['briefing']))
    given(...past({ hours: 3 }), briefed(m))
      .when(proposes)
      .then(happens)
  })

  test('who were barred by an earlier cohort, whoever is named first', () => {
    const barred = (first: typeof m, second: typeof m) =>
      ({
        type: 'PairsBarred',
        ...said({ role: 'system', id: boss }, 1),
        pairs: [{ first, second }],
      }) as const
    given(...B, barred(m, e))
      .when(proposes)
      .thenRefused(notAdmissible)
    given(...B, barred(e, m))
      .when(proposes)
      .thenRefused(notAdmissible)
  })

  test('again after one of them said no, while others are', () => {
    given(...B, matched(1, m, e), no(e, 1, 3))
      .when(proposes)
      .thenRefused(notAdmissible)
    given(
      ...B,
      matched(1, m, e),
      withdrew(m, 3),
      enrolled(m, 'mentor', { enrolment: enrolment(51) }),
    )
      .when(proposes)
      .then(happens)
  })

  test('with themselves', () => {
    const both = enrolled(m, 'mentee', { enrolment: enrolment(51), seniority: 9 })
    given(...B, both, { ...briefed(m), enrolment: enrolment(51) })
      .when({ ...proposes, mentee: m })
      .thenRefused({ _tag: 'NotAdmissible', mentor: m, mentee: m })
  })

  test('twice at one time, though both have places', () => {
    given(...people({ capacity: 2 }, { capacity: 2 }), matched(1, m, e))
      .when(proposes)
      .thenRefused(notAdmissible)
  })
})

test('What is missing is said before what is full, and that before what is private', () => {
  const full = [...people({ capacity: 0 }), declared(m, e, 3)]
  given(...full)
    .when(proposes)
    .thenRefused({ _tag: 'NoPlace', participant: m, role: 'mentor' })
  given(...full, withdrew(e, 4))
    .when(proposes)
    .thenRefused({ _tag: 'NotReady', participant: e, role: 'mentee', missing: ['enrolment'] })
})

test('Gates that somebody passed outlive the enrolment, and a pause does not', () => {
  const again = enrolled(m, 'mentor', { ...said(coordinator, 6), enrolment: enrolment(51) })
  const paused = {
    type: 'EnrolmentAmended',
    ...said(self(m), 3),
    enrolment: enrolment(1),
    paused: true,
  } as const
  given(...B, paused, withdrew(m, 5), again)
    .when(proposes)
    .then(happens)
})

test('A mentee who proposes does not say in what the two differ', () => {
  const past = [opening({ selfMatch: true }), ...B.slice(1)]
  const chosen = { ...proposes, ...says(self(e), 9), terms: 1 } as const
  given(...past)
    .when({ ...chosen, differs: { region: true } })
    .thenRefused({ _tag: 'NotAllowed', by: self(e) })
  given(...past)
    .when({ ...proposes, differs: { region: true } })
    .then({ ...happens, differs: { region: true } })
})

test('Only a formal pairing was completed', () => {
  const end = { type: 'EndPairing', ...says(coordinator, 9), pairing: pairing(1) } as const
  given(...B, matched(1, m, e))
    .when({ ...end, reason: 'completed' })
    .thenRefused({ _tag: 'NotFormal', pairing: pairing(1) })
  given(...B, matched(1, m, e))
    .when({ ...end, reason: 'programme' })
    .then({
      type: 'PairingEnded',
      ...said(coordinator, 9),
      pairing: pairing(1),
      reason: 'programme',
    })
})

test('A yes that is said after one’s own no is too late, and one said before it is a repeat', () => {
  const past = [...B, matched(1, m, e), yes(e, 1, 3), no(e, 1, 5)]
  const agrees = (hour: number) =>
    ({
      type: 'GiveConsent',
      ...says(self(e), hour),
      ...({ purpose: 'pairing', pairing: pairing(1), terms: 1 } as const),
    }) as const
  given(...past)
    .when(agrees(6))
    .thenRefused({ _tag: 'PairingOver', pairing: pairing(1) })
  given(...past)
    .when(agrees(4))
    .then()
})

test('A pair of one person is no pair to be barred', () => {
  const order = { type: 'CarryOver', ...says(system, 9), pairs: [{ first: m, second: m }] }
  expect(Command.fromJson(order)).toMatchObject({
    left: { problems: [{ path: 'pairs.0', expected: 'two different people' }] },
  })
})
