import { Cohort, Command, type Event, Values } from '@reverse-mentoring/core'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { closed, other } from './scene.ts'
import { specimens } from './specimen.ts'

const runs = { numRuns: 60 }
const none = E.right([])

describe.each(specimens)('$type ($repeats)', ({ past, orders, events, repeats }) => {
  const before = Cohort.foldCohort(past)
  const after = (order: Command.Command, ...more: ReadonlyArray<Event.CohortEvent>) =>
    Cohort.evolveAll(before, [...events(order as never), ...more])
  const later = (order: Command.Command) => ({ ...order, at: Values.plusMillis(order.at, 1) })

  test('does what it says when it may', () => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(Command.fromJson(order)).toEqual(E.right(order))
        expect(Cohort.decide(order, before)).toEqual(E.right(events(order as never)))
      }),
      runs,
    )
  })

  test('adds nothing when it is asked again, at once or after the close', () => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(Cohort.decide(order, after(order))).toEqual(none)
        expect(Cohort.decide(order, after(order, closed(60_000)))).toEqual(none)
      }),
      runs,
    )
  })

  if (repeats === 'own id' || repeats === 'once') {
    test('adds nothing when it is said once more, later', () => {
      fc.assert(
        fc.property(orders, (order) => {
          // A session that was held is over for whoever records it again; only the same record is a repeat.
          const expected =
            order.type === 'HoldSession'
              ? E.left({ _tag: 'SessionOver', session: order.sessions[0]?.session })
              : none
          expect(Cohort.decide(later(order), after(order))).toEqual(expected)
        }),
        runs,
      )
    })
  } else {
    test('takes effect again when it is said once more, later', () => {
      fc.assert(
        fc.property(orders, (order) => {
          const anew = later(order)
          const expected =
            order.type === 'CancelSession'
              ? E.left({ _tag: 'SessionOver', session: order.session })
              : order.type === 'ReopenSession'
                ? none
                : E.right(events(anew as never))
          expect(Cohort.decide(anew, after(order))).toEqual(expected)
        }),
        runs,
      )
    })
  }
})

type Own =
  'OpenCohort' | 'Enrol' | 'RecordMatching' | 'ProposePairing' | 'ScheduleSession' | 'HoldSession'
type Said =
  'GiveFeedback' | 'SharePractice' | 'NominateCandidate' | 'RaiseConcern' | 'ObserveOutcome'

/** Other content under the same id. */
const otherwise: {
  readonly [T in Own | Said]: (order: Extract<Command.Command, { readonly type: T }>) => object
} = {
  OpenCohort: ({ terms }) => ({ terms: terms === 1 ? 2 : 1 }),
  Enrol: ({ capacity }) => ({ capacity: capacity === 1 ? 2 : 1 }),
  RecordMatching: ({ seed }) => ({ seed: seed === 1 ? 2 : 1 }),
  ProposePairing: () => ({ continues: other(80) }),
  ScheduleSession: () => ({ meeting: other(80) }),
  HoldSession: () => ({ meeting: other(80) }),
  GiveFeedback: ({ rating }) => ({ rating: rating === 1 ? 2 : 1 }),
  SharePractice: () => ({ text: other(80) }),
  NominateCandidate: ({ role }) => ({ role: Values.otherRole(role) }),
  RaiseConcern: () => ({ text: other(80) }),
  ObserveOutcome: ({ kind }) => ({ kind: kind === 'left' ? 'moved' : 'left' }),
}

describe.each(specimens.filter(({ repeats }) => repeats === 'own id'))(
  'An id that $type took',
  ({ orders, past, events, type }) => {
    test('stands for its content for ever', () => {
      const change = otherwise[type as Own] as (order: Command.Command) => object
      fc.assert(
        fc.property(orders, (order) => {
          const state = Cohort.foldCohort([...past, ...events(order as never), closed(60_000)])
          const answer = Cohort.decide({ ...order, ...change(order) }, state)
          expect(answer).toMatchObject(E.left({ _tag: 'IdTaken' }))
        }),
        runs,
      )
    })
  },
)

test('Every command is asked', () => {
  expect([...new Set(specimens.map(({ type }) => type))].sort()).toEqual(
    Object.keys(Command.commands).sort(),
  )
})
