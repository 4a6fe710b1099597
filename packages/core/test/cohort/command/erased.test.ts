import { Cohort, type Command, type Event } from '@reverse-mentoring/core'
import { given } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'
import {
  B,
  boss,
  closed,
  coordinator,
  e,
  e2,
  enrolled,
  enrolment,
  erased,
  m,
  m2,
  matched,
  other,
  pairing,
  ready,
  said,
  says,
  self,
  system,
} from '../scene.ts'

const past = [...B, erased(m, 5)]

describe('Lines of management', () => {
  const of = (participant: typeof m) => ({ participant, chain: [boss] })

  test('of the erased alone are not allowed', () => {
    given(...past)
      .when({ type: 'RecordLines', ...says(system, 6), lines: [of(m)] })
      .thenRefused({ _tag: 'NotAllowed', by: system })
  })

  test('of the erased among others drop out, as do those of people who are not here', () => {
    given(...past)
      .when({ type: 'RecordLines', ...says(coordinator, 6), lines: [of(m), of(e), of(m2)] })
      .then({ type: 'LinesRecorded', ...said(coordinator, 6), lines: [of(e)] })
  })
})

describe('Whatever names who was erased is not allowed', () => {
  const history = [
    ...[...B, { type: 'ConsentGiven', ...said(self(m), 3), purpose: 'outcomes' } as const],
    ...[enrolled(e2, 'mentee'), ...ready(m2, 'mentor'), matched(1, m2, e)],
  ]
  const rows: ReadonlyArray<readonly [string, Command.Command, ReadonlyArray<Event.CohortEvent>?]> =
    [
      [
        'their enrolment that is amended',
        { type: 'AmendEnrolment', ...says(coordinator, 9), enrolment: enrolment(1), capacity: 3 },
      ],
      [
        'the end of their enrolment',
        { type: 'WithdrawParticipant', ...says(coordinator, 9), enrolment: enrolment(1) },
      ],
      [
        'their briefing',
        { type: 'CompleteBriefing', ...says(coordinator, 9), enrolment: enrolment(1) },
      ],
      [
        'a briefing by them',
        { type: 'CompleteBriefing', ...says(coordinator, 9), enrolment: enrolment(4), trainer: m },
      ],
      ['a conflict with them', { type: 'DeclareConflict', ...says(self(e), 9), against: m }],
      [
        'the end of a conflict with them',
        { type: 'LiftConflict', ...says(self(e), 9), against: m },
      ],
      [
        'a pairing of them',
        {
          ...{ type: 'ProposePairing', ...says(coordinator, 9), pairing: pairing(9) },
          ...{ mentor: m, mentee: e },
        },
      ],
      [
        'a nomination of them',
        {
          ...{ type: 'NominateCandidate', ...says(self(m2), 9), nomination: other(9) },
          ...{ candidate: m, role: 'mentor' },
        },
      ],
      [
        'what became of them',
        {
          ...{ type: 'ObserveOutcome', ...says(coordinator, 9), outcome: other(9) },
          ...{ participant: m, month: 6, kind: 'left' },
        },
        [closed(8)],
      ],
      [
        'a list of coordinators with them',
        { type: 'NameCoordinators', ...says(coordinator, 9), coordinators: [coordinator.id, m] },
      ],
    ]

  test.each(rows.map(([name, order, more = []]) => ({ name, order, more })))(
    '$name',
    ({ order, more }) => {
      given(...history, erased(m, 5), ...more)
        .when(order)
        .thenRefused({ _tag: 'NotAllowed', by: order.by })
      const answer = Cohort.decide(order, Cohort.foldCohort([...history, ...more]))
      expect(answer).not.toMatchObject({ left: { _tag: 'NotAllowed' } })
    },
  )
})

describe('Barred pairs', () => {
  test('that are none add nothing', () => {
    given(...past)
      .when({ type: 'CarryOver', ...says(system, 6), pairs: [] })
      .then()
  })

  test('of the erased alone are not allowed', () => {
    given(...past)
      .when({ type: 'CarryOver', ...says(system, 6), pairs: [{ first: m, second: e }] })
      .thenRefused({ _tag: 'NotAllowed', by: system })
  })

  test('of the erased among others drop out', () => {
    given(...past)
      .when({
        type: 'CarryOver',
        ...says(system, 6),
        pairs: [
          { first: m, second: e },
          { first: e, second: e2 },
          { first: e2, second: m },
        ],
      })
      .then({ type: 'PairsBarred', ...said(system, 6), pairs: [{ first: e, second: e2 }] })
  })
})
