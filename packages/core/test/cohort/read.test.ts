import { Cohort, type Event } from '@reverse-mentoring/core'
import { arbitraryHistory } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histories } from './nonsense.ts'
import {
  F,
  at,
  closed,
  e,
  e2,
  enrolment,
  held,
  m,
  m2,
  matched,
  pairing,
  participant,
  ready,
  scheduled,
  session,
} from './scene.ts'

/** Every accessor, by its name: what it shows that is still live. */
const live: Readonly<Record<string, (cohort: Cohort.Cohort) => ReadonlyArray<unknown>>> = {
  pairing: (cohort) =>
    Cohort.pairings(cohort).filter((one) => Cohort.pairing(cohort, one.pairing)?._tag !== 'Ended'),
  pairings: (cohort) => Cohort.pairings(cohort).filter(({ _tag }) => _tag !== 'Ended'),
  pairingsOf: (cohort) =>
    Cohort.people(cohort)
      .flatMap(({ participant }) => Cohort.pairingsOf(cohort, participant))
      .filter(({ _tag }) => _tag !== 'Ended'),
  person: (cohort) =>
    Cohort.people(cohort)
      .map(({ participant }) => Cohort.person(cohort, participant))
      .filter((one) => one === undefined || takesPart(one)),
  people: (cohort) => Cohort.people(cohort).filter(takesPart),
  enrolment: (cohort) =>
    Cohort.enrolments(cohort).filter(
      ({ enrolled }) => Cohort.enrolment(cohort, enrolled.enrolment)?.endedAt === undefined,
    ),
  enrolments: (cohort) => Cohort.enrolments(cohort).filter(({ endedAt }) => endedAt === undefined),
  session: (cohort) =>
    Cohort.sessions(cohort).filter((one) => isOpen(Cohort.session(cohort, one.session))),
  sessions: (cohort) => Cohort.sessions(cohort).filter(isOpen),
  sessionsOf: (cohort) =>
    Cohort.pairings(cohort)
      .flatMap((one) => Cohort.sessionsOf(cohort, one))
      .filter(isOpen),
  pair: (cohort) =>
    Cohort.pairs(cohort).filter(
      ({ first, second }) => Cohort.pair(cohort, first, second).live !== undefined,
    ),
  pairs: (cohort) => Cohort.pairs(cohort).filter((pair) => pair.live !== undefined),
  missingGates: (cohort) =>
    inRoles(cohort, (person, role) => Cohort.missingGates(cohort, person, role).length === 0),
  freePlaces: (cohort) =>
    inRoles(cohort, (person, role) => Cohort.freePlaces(cohort, person, role) > 0),
}

/** What tells of the past, or of no one thing: nothing of it lives. */
const pastOrPlain = [
  ...[
    'Gate',
    'coordinatorsOf',
    'claims',
    'feedback',
    'isErased',
    'isTaken',
    'wasAsked',
    'wasEnrolled',
  ],
  ...[
    'decide',
    'evolve',
    'evolveAll',
    'englishLabels',
    'explain',
    'foldCohort',
    'handOver',
    'inOneLine',
    'noCohort',
  ],
]

const takesPart = ({ mentor, mentee }: Cohort.Person): boolean =>
  [mentor, mentee].some((part) => part.enrolment !== undefined || part.live.size > 0)

const isOpen = (one: Cohort.Session | undefined): boolean => one?.status.value === 'open'

const inRoles = (
  cohort: Cohort.Cohort,
  lives: (person: Cohort.Person, role: 'mentor' | 'mentee') => boolean,
): ReadonlyArray<unknown> =>
  Cohort.people(cohort).filter((person) => lives(person, 'mentor') || lives(person, 'mentee'))

const alive = (cohort: Cohort.Cohort): ReadonlyArray<string> =>
  Object.keys(live).filter((name) => (live[name]?.(cohort) ?? []).length > 0)

const withClose = (events: ReadonlyArray<Event.CohortEvent>) => [...events, closed(100_000)]

describe('After the close', () => {
  test('no accessor shows anything live, whatever has happened', () => {
    fc.assert(
      fc.property(fc.oneof(histories, arbitraryHistory()), (events) => {
        const cohort = Cohort.foldCohort(withClose(events))
        fc.pre(cohort.closedAt !== undefined)
        expect(alive(cohort)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('every accessor is asked', () => {
    const exported = Object.keys(Cohort).filter((name) => !pastOrPlain.includes(name))
    expect(exported.sort()).toEqual(Object.keys(live).sort())
  })

  test('what stood until then ended with it', () => {
    const before = Cohort.foldCohort([...F, scheduled(1, 1, m, 5, 90)])
    const after = Cohort.evolve(before, closed(60))
    expect(alive(before)).not.toEqual([])
    expect(Cohort.pairing(before, pairing(1))?._tag).toBe('Formal')
    expect(Cohort.pairing(after, pairing(1))).toMatchObject({
      _tag: 'Ended',
      at: at(60),
      because: 'closed',
    })
    expect(Cohort.enrolment(after, enrolment(1))?.endedAt).toBe(at(60))
    expect(Cohort.session(after, session(1))?.status).toEqual({ value: 'void', at: at(60) })
    expect(Cohort.pairingsOf(after, e)).toEqual(Cohort.pairings(after))
  })
})

test('A session that the end of its pairing leaves open is void from then on', () => {
  const said = { by: { role: 'participant', id: m }, pairing: pairing(1) } as const
  const cohort = Cohort.foldCohort([
    ...F,
    scheduled(1, 1, m, 5, 90),
    { type: 'ConsentWithdrawn', at: at(30), ...said, purpose: 'pairing' },
  ])
  expect(Cohort.session(cohort, session(1))?.status).toEqual({ value: 'void', at: at(30) })
  expect(Cohort.sessions(cohort)).toEqual([Cohort.session(cohort, session(1))])
})

test('Somebody’s pairings are those to which they are a party, in either role', () => {
  const cohort = Cohort.foldCohort([
    ...F,
    ...ready(m2, 'mentor'),
    ...ready(e2, 'mentee'),
    matched(2, m2, e2),
  ])
  const of = (who: typeof m) => Cohort.pairingsOf(cohort, who).map((one) => one.pairing)
  expect([of(m), of(e)]).toEqual([[pairing(1)], [pairing(1)]])
  expect([of(m2), of(e2)]).toEqual([[pairing(2)], [pairing(2)]])
  expect(of(participant(77))).toEqual([])
})

test('The sessions of a pairing are in the order of their time, whatever was recorded first (INV19)', () => {
  const cohort = Cohort.foldCohort([
    ...F,
    scheduled(1, 1, m, 5, 90),
    scheduled(2, 1, m, 6, 70),
    held(3, 1, m, 95, 80),
  ])
  const [one] = Cohort.pairings(cohort)
  const alike = Cohort.foldCohort([
    ...F,
    ...[3, 1, 2].map((n) => scheduled(n, 1, m, 5, 90)),
    scheduled(4, 1, m, 5, 80),
  ])
  const ids = Cohort.sessionsOf(alike, Cohort.pairing(alike, pairing(1))!).map((its) => its.session)
  expect(ids).toEqual([4, 1, 2, 3].map(session))
  expect(Cohort.sessionsOf(cohort, one!).map((its) => its.session)).toEqual([
    session(2),
    session(3),
    session(1),
  ])
})

test('Nobody is there who never was enrolled, before the close and after it', () => {
  for (const cohort of [Cohort.foldCohort(F), Cohort.foldCohort([...F, closed(60)])])
    expect(Cohort.person(cohort, participant(77))).toBeUndefined()
})

test('What a table is made of has no name outside', () => {
  expect(Object.keys(Cohort.noCohort.pairings)).toEqual([])
})
