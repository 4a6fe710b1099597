import { Cohort, type Command, type Event } from '@reverse-mentoring/core'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  at,
  closed,
  cohort,
  coordinator,
  e,
  ended,
  enrolment,
  m,
  participant,
  pairing,
  said,
  self,
  session,
  withdrew,
} from '../scene.ts'
import { specimens, type Specimen } from '../specimen.ts'

const runs = { numRuns: 10 }

const expectOf = (
  { past, orders, events }: Specimen,
  more: ReadonlyArray<Event.CohortEvent>,
  answer: Command.Refusal | 'takes effect' | 'adds nothing',
) => {
  const state = Cohort.foldCohort([...past, ...more])
  fc.assert(
    fc.property(orders, (order) => {
      const expected =
        answer === 'adds nothing'
          ? E.right([])
          : answer === 'takes effect'
            ? E.right(events(order as never))
            : E.left(answer)
      expect(Cohort.decide(order, state)).toEqual(expected)
    }),
    runs,
  )
}

/** What still has effect once a cohort is closed; of consents those to a use of data (INV21). */
const outlives: ReadonlyArray<Command.CommandType> = [
  'NameCoordinators',
  'EraseParticipant',
  'HoldSession',
  'GiveFeedback',
  'SharePractice',
  'NominateCandidate',
  'RaiseConcern',
  'ObserveOutcome',
]

describe.each(specimens.filter(({ type }) => type !== 'OpenCohort'))(
  'After the close, $type ($repeats)',
  (specimen) => {
    const { type, repeats } = specimen
    const isOfUse = type.endsWith('Consent') && repeats !== 'once'
    const answer =
      type === 'CloseCohort'
        ? 'adds nothing'
        : isOfUse || outlives.includes(type)
          ? 'takes effect'
          : ({ _tag: 'CohortOver', cohort } as const)

    test(typeof answer === 'string' ? answer : 'is refused', () => {
      expectOf(specimen, [closed(650)], answer)
    })
  },
)

const of = (type: Command.CommandType, repeats?: Specimen['repeats']) =>
  specimens.find((one) => one.type === type && (repeats ?? one.repeats) === one.repeats)!

describe('Once a pairing is over', () => {
  test.each([
    ['LapseProposal', [ended(1, 'programme', 650)]],
    ['EndPairing', [ended(1, 'lapsed', 650)]],
    ['AgreeGoals', [ended(1, 'completed', 650)]],
    ['GiveConsent', [ended(1, 'programme', 650)]],
    ['WithdrawConsent', [ended(1, 'programme', 650)]],
    ['ScheduleSession', [ended(1, 'programme', 650)]],
    ['RescheduleSession', [ended(1, 'programme', 650)]],
    ['CancelSession', [ended(1, 'programme', 650)]],
  ] as const)('%s is told so, and not why', (type, more) => {
    const once = type.endsWith('Consent') ? 'once' : undefined
    expectOf(of(type, once), more, { _tag: 'PairingOver', pairing: pairing(1) })
  })
})

describe('Once an enrolment is over', () => {
  test.each([
    ['AmendEnrolment', 1, m],
    ['CompleteBriefing', 6, participant(6)],
  ] as const)('%s is told so', (type, n, who) => {
    expectOf(of(type), [withdrew(who, 650)], { _tag: 'EnrolmentOver', enrolment: enrolment(n) })
  })

  test('who withdrew withdraws once', () => {
    expectOf(of('WithdrawParticipant'), [withdrew(m, 650)], 'adds nothing')
  })
})

describe('Of what is not there', () => {
  const state = Cohort.foldCohort(of('CancelSession').past)
  const asked = { cohort, ...said(coordinator, 700) } as const
  const own = { cohort, ...said(self(e), 700) } as const
  const none = { pairing: pairing(80), enrolment: enrolment(80), session: session(80) }

  test.each<[string, Command.Command, Command.Refusal]>([
    [
      'a pairing is ended',
      { type: 'EndPairing', ...asked, pairing: none.pairing, reason: 'programme' },
      { _tag: 'UnknownPairing', pairing: none.pairing },
    ],
    [
      'an enrolment is amended',
      { type: 'AmendEnrolment', ...asked, enrolment: none.enrolment, capacity: 2 },
      { _tag: 'UnknownEnrolment', enrolment: none.enrolment },
    ],
    [
      'an enrolment ends',
      { type: 'WithdrawParticipant', ...asked, enrolment: none.enrolment },
      { _tag: 'UnknownEnrolment', enrolment: none.enrolment },
    ],
    [
      'a briefing is recorded',
      { type: 'CompleteBriefing', ...asked, enrolment: none.enrolment },
      { _tag: 'UnknownEnrolment', enrolment: none.enrolment },
    ],
    [
      'somebody is erased',
      { type: 'EraseParticipant', ...asked, participant: participant(80) },
      { _tag: 'UnknownParticipant', participant: participant(80) },
    ],
    [
      'goals are agreed',
      { type: 'AgreeGoals', ...own, pairing: none.pairing, goals: [] },
      { _tag: 'UnknownPairing', pairing: none.pairing },
    ],
    [
      'a session is moved',
      { type: 'RescheduleSession', ...own, sessions: [none.session], start: at(900), minutes: 9 },
      { _tag: 'UnknownSession', session: none.session },
    ],
    [
      'a session is called off',
      { type: 'CancelSession', ...own, session: none.session, cancelledBy: 'mentee' },
      { _tag: 'UnknownSession', session: none.session },
    ],
    [
      'a session is reopened',
      { type: 'ReopenSession', ...own, session: none.session },
      { _tag: 'UnknownSession', session: none.session },
    ],
  ])('%s in vain', (_, order, refusal) => {
    expect(Cohort.decide(order, state)).toEqual(E.left(refusal))
  })

  test('a pairing gets no feedback after the close either', () => {
    const over = Cohort.foldCohort([...of('GiveFeedback').past, closed(650)])
    fc.assert(
      fc.property(of('GiveFeedback').orders, (order) => {
        const { pairing } = none
        expect(Cohort.decide({ ...order, pairing } as Command.Command, over)).toEqual(
          E.left({ _tag: 'UnknownPairing', pairing }),
        )
      }),
      runs,
    )
  })
})
