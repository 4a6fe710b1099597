import { Cohort, Command, type Event } from '@reverse-mentoring/core'
import { given } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  B,
  closed,
  coordinator,
  deputy,
  enrolled,
  erased,
  m,
  m2,
  named,
  opening,
  participant,
  said,
  says,
  system,
} from '../scene.ts'

const name = (hour: number, by: typeof coordinator, ...coordinators: ReadonlyArray<typeof m>) =>
  ({ type: 'NameCoordinators', ...says(by, hour), coordinators }) as const
const close = (hour: number, by: typeof coordinator) =>
  ({ type: 'CloseCohort', ...says(by, hour) }) as const
const older: Event.CohortOpened = { ...opening(), anybodyCoordinates: true }

describe('Who opens a cohort', () => {
  test('coordinates it, and nobody else in the role does', () => {
    given(opening()).when(close(9, coordinator)).then(closed(9))
    given(opening()).when(close(9, deputy)).thenRefused({ _tag: 'NotAllowed', by: deputy })
  })

  test('names others, in the order of their ids, and goes', () => {
    const [first, second] = [participant(92), participant(95)]
    given(opening())
      .when(name(9, coordinator, second, first))
      .then(named(9, first, second))
    given(opening(), named(9, first, second))
      .when(close(10, coordinator))
      .thenRefused({ _tag: 'NotAllowed', by: coordinator })
    given(opening(), named(9, first, second))
      .when(close(10, deputy))
      .then({ type: 'CohortClosed', ...said(deputy, 10) })
  })

  test('asks in vain what was done already, though they left themselves out (INV28)', () => {
    const past = [opening(), named(9, deputy.id)]
    given(...past)
      .when(name(9, coordinator, deputy.id))
      .then()
    given(...past)
      .when(name(8, coordinator, coordinator.id))
      .thenRefused({ _tag: 'Superseded' })
    given(...past)
      .when(name(10, coordinator, coordinator.id))
      .thenRefused({ _tag: 'NotAllowed', by: coordinator })
  })

  test('is told so, and no stranger: not by asking for the list that stands, or for one before it', () => {
    const stranger = { role: 'coordinator', id: participant(93) } as const
    for (const past of [[opening()], [opening(), named(9, deputy.id)]])
      for (const [hour, asked] of [
        [9, deputy.id],
        [9, coordinator.id],
        [0, deputy.id],
      ] as const)
        given(...past)
          .when(name(hour, stranger, asked))
          .thenRefused({ _tag: 'NotAllowed', by: stranger })
  })
})

test('Coordinators are named after the close too, by a system or one of them', () => {
  const past = [opening(), closed(9)]
  given(...past)
    .when(name(10, coordinator, deputy.id))
    .then(named(10, deputy.id))
  given(...past)
    .when(name(10, system, deputy.id))
    .then({ ...named(10, deputy.id), by: system })
})

test('A list that is older than the one that stands is superseded', () => {
  given(opening(), named(9, coordinator.id, deputy.id))
    .when(name(8, deputy, deputy.id))
    .thenRefused({ _tag: 'Superseded' })
})

test('Nobody coordinates where they are or were enrolled, nor are the erased named', () => {
  const past = [...B, named(3, coordinator.id, m)]
  const by = { role: 'coordinator', id: m } as const
  given(...past)
    .when(close(9, by))
    .thenRefused({ _tag: 'NotAllowed', by })
  expect(Cohort.coordinatorsOf(Cohort.foldCohort(past))).toEqual([coordinator.id])
  given(...past, erased(m, 5))
    .when(name(9, coordinator, coordinator.id, m))
    .thenRefused({ _tag: 'NotAllowed', by: coordinator })
})

test('Who is enrolled may stand in a list with somebody who never was', () => {
  given(...B)
    .when(name(9, coordinator, coordinator.id, m))
    .then(named(9, m, coordinator.id))
})

test('A list of whom everybody is or was enrolled is refused, for it leaves nobody', () => {
  given(...B)
    .when(name(9, coordinator, m))
    .thenRefused({ _tag: 'NotAllowed', by: coordinator })
  given(...B)
    .when(name(9, system, m))
    .thenRefused({ _tag: 'NotAllowed', by: system })
  given(...B, named(3, deputy.id), { ...enrolled(deputy.id, 'mentor'), by: system })
    .when(name(3, coordinator, deputy.id))
    .then()
})

describe('A cohort of the schema that named nobody', () => {
  test('is coordinated by anybody until somebody is named', () => {
    expect(Cohort.coordinatorsOf(Cohort.foldCohort([older]))).toBeUndefined()
    given(older)
      .when(close(9, deputy))
      .then({ type: 'CohortClosed', ...said(deputy, 9) })
    given(older, named(5, coordinator.id))
      .when(close(9, deputy))
      .thenRefused({ _tag: 'NotAllowed', by: deputy })
  })

  test('is coordinated by nobody who is enrolled', () => {
    const by = { role: 'coordinator', id: m2 } as const
    given(older, enrolled(m2, 'mentor')).when(close(9, by)).thenRefused({ _tag: 'NotAllowed', by })
  })

  test('is opened again in vain (INV28)', () => {
    given(older)
      .when({ ...opening(), type: 'OpenCohort' })
      .then()
  })
})

test('No command names nobody, too many, or one twice, nor opens a cohort for anybody', () => {
  const many = (length: number) => Array.from({ length }, (_, i) => participant(i))
  expect(E.isRight(Command.fromJson(name(9, system, ...many(100))))).toBe(true)
  for (const list of [[], many(101), [m, m]]) {
    expect(Command.fromJson(name(9, system, ...list))).toMatchObject(
      E.left({ _tag: 'MalformedPayload', problems: [{ path: 'coordinators' }] }),
    )
  }
  const { type: _type, ...asked } = older
  expect(Command.fromJson({ ...asked, type: 'OpenCohort' })).toMatchObject(
    E.left({ problems: [{ path: 'anybodyCoordinates' }] }),
  )
})
