import { Cohort, Command, Event, View } from '@reverse-mentoring/core'
import {
  arbitraryCommand,
  arbitraryHistory,
  arbitraryWalk,
  Scene,
  type Walk,
} from '@reverse-mentoring/testing'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'

const walks = fc.sample(arbitraryWalk(), { numRuns: 1000, seed: 1999 })

const distinct = (names: Iterable<string>): ReadonlyArray<string> => [...new Set(names)].sort()

const refusals = {
  NotAllowed: 0,
  UnknownCohort: 0,
  UnknownParticipant: 0,
  UnknownEnrolment: 0,
  UnknownPairing: 0,
  UnknownSession: 0,
  PairingOver: 0,
  EnrolmentOver: 0,
  SessionOver: 0,
  CohortOver: 0,
  IdTaken: 0,
  Superseded: 0,
  UnknownCode: 0,
  AlreadyEnrolled: 0,
  NotReady: 0,
  NoPlace: 0,
  NotAdmissible: 0,
  NotFormal: 0,
  AlreadyFormal: 0,
  TooEarly: 0,
  TooFar: 0,
  Overlapping: 0,
  OtherTerms: 0,
  NoConsent: 0,
  StaleDraft: 0,
  UnsoundRules: 0,
} satisfies Record<Command.Refusal['_tag'], 0>

const endings = {
  refused: 0,
  withdrawn: 0,
  declared: 0,
  line: 0,
  left: 0,
  erased: 0,
  lapsed: 0,
  completed: 0,
  conflict: 0,
  programme: 0,
  closed: 0,
} satisfies Record<Cohort.EndCause, 0>

describe('1 000 walks', () => {
  test('ask every command', () => {
    const asked = distinct(walks.flatMap(({ steps }) => steps.map(({ command }) => command.type)))
    expect(asked).toEqual(distinct(Object.keys(Command.commands)))
  })

  test('record every event', () => {
    const recorded = distinct(walks.flatMap(({ events }) => events.map(({ type }) => type)))
    expect(recorded).toEqual(distinct(Object.keys(Event.events)))
  })

  test('meet every refusal', () => {
    const answers = walks.flatMap(({ steps }) => steps.map(({ answer }) => answer))
    const met = distinct(answers.flatMap((answer) => (E.isLeft(answer) ? [answer.left._tag] : [])))
    expect(met).toEqual(distinct(Object.keys(refusals)))
  })

  test('are made of what the README says', () => {
    const share = (has: (walk: Walk) => boolean): number =>
      (100 * walks.filter(has).length) / walks.length
    const records = (type: Event.EventType) =>
      share(({ events }) => events.some((event) => event.type === type))
    const formal = share(({ cohort }) =>
      Cohort.pairings(cohort).some((one) => one._tag !== 'Proposed' && one.formalAt !== undefined),
    )
    const stalled = share(({ cohort }) =>
      [...View.viewRows(View.momentum, cohort).values()].some(({ inARow }) => inARow.total >= 2),
    )
    const shares = [
      [records('Matched'), 75],
      [formal, 69],
      [records('SessionHeld'), 43],
      [records('SessionReopened'), 18],
      [stalled, 6.5],
      [records('CohortClosed'), 19],
      [records('OutcomeObserved'), 9],
    ] as const
    for (const [found, told] of shares) expect(Math.abs(found - told)).toBeLessThan(3)
  })

  test('are mostly about what is possible', () => {
    const answers = walks.flatMap(({ steps }) => steps.map(({ answer }) => answer))
    const accepted = answers.filter((answer) => E.isRight(answer) && answer.right.length > 0)
    const adding = answers.filter((answer) => E.isRight(answer) && answer.right.length === 0)
    expect(accepted.length / answers.length).toBeGreaterThan(0.5)
    expect(adding.length / answers.length).toBeGreaterThan(0.02)
  })

  test('end pairings in every way', () => {
    const pairings = walks.flatMap(({ cohort }) => Cohort.pairings(cohort))
    const causes = distinct(pairings.flatMap((p) => (p._tag === 'Ended' ? [p.because] : [])))
    expect(causes).toEqual(distinct(Object.keys(endings)))
  })

  test('stall, recover, join again, meet together and record after the close', () => {
    const ways = walks.map(({ cohort, events }) => {
      const momentum = [...View.viewRows(View.momentum, cohort).values()]
      const roles = events.flatMap((e) => (e.type === 'Enrolled' ? [e.participant + e.role] : []))
      const meetings = events.flatMap((e) =>
        e.type === 'SessionScheduled' && e.meeting ? [e.meeting + e.at] : [],
      )
      const close = events.findIndex(({ type }) => type === 'CohortClosed')
      return {
        stalled: momentum.some(({ inARow }) => inARow.total >= 2),
        again: new Set(roles).size < roles.length,
        together: new Set(meetings).size < meetings.length,
        heldLate: close >= 0 && events.slice(close).some(({ type }) => type === 'SessionHeld'),
        chosen: events.some(({ type, by }) => type === 'Matched' && by.role === 'participant'),
      }
    })
    for (const way of ['stalled', 'again', 'together', 'heldLate', 'chosen'] as const) {
      expect({ way, seen: ways.filter((walk) => walk[way]).length > 2 }).toEqual({
        way,
        seen: true,
      })
    }
  })
})

test('every event of a history is one that the codecs know', () => {
  fc.assert(
    fc.property(arbitraryHistory({ maxLength: 40 }), (events) =>
      events.every((event) => Event.events[event.type].is(event)),
    ),
  )
})

test('every command is one that the codecs know', () => {
  const cohort = Cohort.foldCohort(Scene.F)
  fc.assert(
    fc.property(arbitraryCommand(cohort), (command) => Command.commands[command.type].is(command)),
  )
})

test('a walk shrinks to the commands that matter', () => {
  const { failed, counterexample } = fc.check(
    fc.property(
      arbitraryWalk(),
      ({ cohort }) => !Cohort.pairings(cohort).some(({ _tag }) => _tag === 'Formal'),
    ),
    { seed: 7, numRuns: 500 },
  )
  expect(failed).toBe(true)
  expect(counterexample?.[0].events.length).toBeLessThan(12)
})
