import { Cohort, Matching, type Event, type Port } from '@reverse-mentoring/core'
import { describe, expect, test } from 'vitest'
import {
  closed,
  declared,
  e,
  e2,
  ended,
  enrolled,
  m,
  m2,
  m3,
  matched,
  opening,
  ready,
  said,
  self,
} from '../cohort/scene.ts'
import { candidate, code, poolOf, who } from './people.ts'

const state = (...more: ReadonlyArray<Event.CohortEvent>) =>
  Cohort.foldCohort([
    opening(),
    ...ready(e, 'mentee', { capacity: 2 }),
    ...ready(m2, 'mentor'),
    ...ready(m, 'mentor', { capacity: 2 }),
    ...ready(e2, 'mentee'),
    ...more,
  ])
const pair = (mentor: typeof m, mentee: typeof m) => ({ mentor, mentee })

describe('Pairs beside each other', () => {
  test('are allowed as far as the places of both sides go', () => {
    const all = [pair(m, e), pair(m, e2), pair(m2, e)]
    expect(Matching.illegalPair(state(), all)).toBeUndefined()
    expect(Matching.illegalPair(state(), [...all, pair(m2, e2)])).toEqual(pair(m2, e2))
    expect(
      Matching.illegalPair(state(matched(1, m, e)), [pair(m, e2), pair(m2, e)]),
    ).toBeUndefined()
    expect(Matching.illegalPair(state(matched(1, m2, e)), [pair(m, e), pair(m2, e2)])).toEqual(
      pair(m2, e2),
    )
  })

  test('are allowed once, and not in conflict', () => {
    expect(Matching.illegalPair(state(), [pair(m, e), pair(m, e)])).toEqual(pair(m, e))
    expect(Matching.illegalPair(state(declared(m2, e, 3)), [pair(m, e), pair(m2, e)])).toEqual(
      pair(m2, e),
    )
    expect(Matching.illegalPair(state(), [pair(m3, e)])).toEqual(pair(m3, e))
  })
})

test('A policy may want to know something of everybody, in the order of their ids', () => {
  const cohort = state(enrolled(m3, 'mentor'))
  expect(Matching.peopleInPool(cohort)).toEqual([m, e, m2, e2, m3])
})

describe('The pool of a cohort', () => {
  const nothing: Matching.AttributesOf = new Map()

  test('that is closed holds nobody, ready or not', () => {
    const cohort = state(enrolled(m3, 'mentor'), matched(1, m2, e2), closed(9))
    expect(Matching.matchingPool(cohort, nothing)).toMatchObject({
      ...{ mentors: [], mentees: [], notReady: [], locked: [] },
    })
  })

  test('holds who can be matched, who cannot yet, and what is not to be touched, in the order of ids', () => {
    const cohort = state(
      enrolled(m3, 'mentor'),
      matched(1, m2, e2),
      matched(2, m, e),
      declared(m2, e, 3),
    )
    const known = new Map([[m, { attributes: { region: 'emea' }, identity: { gender: 'f' } }]])
    const pool = Matching.matchingPool(cohort, known)
    const seen = (people: ReadonlyArray<Matching.Candidate>) =>
      people.map(({ participant, role, places, attributes }) => [
        participant,
        role,
        places,
        attributes,
      ])
    expect(seen(pool.mentors)).toEqual([[m, 'mentor', 1, { region: 'emea' }]])
    expect(seen(pool.mentees)).toEqual([[e, 'mentee', 1, {}]])
    expect(pool.notReady).toEqual([{ participant: m3, role: 'mentor' }])
    expect(pool.locked).toEqual([pair(m, e), pair(m2, e2)])
    expect(pool.forbidden).toEqual([{ first: m, second: e }])
    expect(pool.mode).toBe('reverse')
  })

  test('says of the cohort how it pairs and what rules may read, of who is in it', () => {
    const rules = [{ code: code('gender'), disclosure: 'none', legalBasis: code('law') }] as const
    const began = opening({ sameManager: 'forbidden' })
    const strict = Cohort.foldCohort([
      { ...began, mode: 'reciprocal', codes: { ...began.codes, rules } },
      ...ready(m, 'mentor'),
      enrolled(m2, 'mentor'),
      ...[m, m2].map((by): Event.CohortEvent => {
        return { type: 'ConsentGiven', ...said(self(by), 2), purpose: 'identityMatching' }
      }),
    ])
    const identity = { gender: 'f' }
    const known = new Map([m, m2].map((id) => [id, { attributes: {}, identity }]))
    expect(Matching.matchingPool(strict, known)).toMatchObject({
      mode: 'reciprocal',
      sameManager: 'forbidden',
      rules,
      identity: { gender: { [m]: identity } },
    })
    expect(Matching.matchingPool(strict, known).identity?.['gender']).not.toHaveProperty(m2)
  })

  test('is empty before there is a cohort', () => {
    expect(Matching.matchingPool(Cohort.foldCohort([]), nothing)).toEqual({
      ...poolOf([], []),
      identity: {},
    })
  })

  test('lists everybody by id, however they came', () => {
    const { mentors, mentees } = Matching.matchingPool(state(...ready(m3, 'mentor')), nothing)
    expect(mentors.map(({ participant }) => participant)).toEqual([m, m2, m3])
    expect(mentees.map(({ participant }) => participant)).toEqual([e, e2])
  })

  test('forbids what stands between people of it, and locks only what lives', () => {
    const over = [
      matched(1, m, e),
      ended(1, 'completed', 5),
      declared(m2, e, 3),
      declared(m, e2, 4),
    ]
    const pool = Matching.matchingPool(state(...over), nothing)
    expect(pool.locked).toEqual([])
    expect(pool.forbidden).toEqual([
      { first: m, second: e2 },
      { first: e, second: m2 },
    ])
    const alive = state(matched(1, m, e))
    expect(Matching.matchingPool(alive, nothing).locked).toEqual([pair(m, e)])
    const shut = state(matched(1, m, e), closed(600))
    expect(Matching.matchingPool(shut, nothing).locked).toEqual([])
  })
})

describe('What a policy reads of identity', () => {
  const basis = { disclosure: 'none', legalBasis: 'consent' as never } as const
  const rule = (code: string, more: object) => ({ code: code as never, ...basis, ...more })
  const lawful = rule('lawful', {})
  const bare = { code: 'bare' as never, disclosure: 'none' } as const
  const identity = { lawful: { [m]: { gender: 'f' } }, bare: { [m]: { gender: 'f' } } }
  const pool = { ...poolOf([], [], { rules: [lawful, bare] }), identity }
  const readBy = (reads: unknown) =>
    Matching.poolFor({ reads: reads as ReadonlyArray<Port.IdentityUse> }, pool).identity
  const use = (code: string, ...attributes: ReadonlyArray<unknown>) => ({ rule: code, attributes })

  test('is what one rule with a legal basis may, even where a pool holds more', () => {
    expect(readBy([use('lawful', 'gender')])).toEqual({ lawful: { [m]: { gender: 'f' } } })
    expect(readBy([use('lawful', 'gender'), use('bare', 'gender')])).toEqual({
      lawful: { [m]: { gender: 'f' } },
    })
    expect(readBy([use('bare', 'gender')])).toBeUndefined()
  })

  test('names nobody of whom it is told nothing', () => {
    expect(readBy([use('lawful', 'class')])).toEqual({ lawful: {} })
    const said = [{ participant: m, identity: { gender: 'f' }, hasAgreed: false }]
    expect(Matching.readableIdentity([lawful], said)).toEqual({ lawful: {} })
  })

  test.each<[string, unknown]>([
    ['no list', use('lawful', 'gender')],
    ['nothing', [use('lawful', 'gender'), null]],
    ['no rule', [use('lawful', 'gender'), { attributes: [] }]],
    ['no attributes', [use('lawful', 'gender'), { rule: 'lawful' }]],
    ['what is no attribute', [use('lawful', 'gender', 1)]],
    ['one that makes no sense beside one that does', [{ rule: 1, attributes: [] }, use('lawful')]],
  ])('is nothing where it says that it reads %s', (_, reads) => {
    expect(Matching.areUses(reads)).toBe(false)
    expect(readBy(reads)).toBeUndefined()
  })
})

describe('Pairs that must be', () => {
  const pool = poolOf(
    [candidate('mentor', 1, { places: 3 }), candidate('mentor', 2)],
    [candidate('mentee', 11, { places: 2 }), candidate('mentee', 12)],
  )
  const both = (mentor: number, mentee: number) => ({ mentor: who(mentor), mentee: who(mentee) })
  const together = [both(1, 11), both(1, 12), both(2, 11), both(1, 11), both(1, 99), both(9, 12)]
  const fixed = Matching.fixedPairs(pool, together)

  test('count once for each of their people, where both are in the pool', () => {
    expect([...fixed.mentors]).toEqual([2, 1])
    expect([...fixed.mentees]).toEqual([2, 1])
    const [one, two] = pool.mentors
    const [first, second] = pool.mentees
    expect([first, second].map((mentee) => fixed.has(one!, mentee!))).toEqual([true, true])
    expect([first, second].map((mentee) => fixed.has(two!, mentee!))).toEqual([true, false])
    expect(fixed.has({ participant: who(9) }, second!)).toBe(false)
  })

  test('stand already: their places are gone, their people have a partner, groups have less left', () => {
    const group = { role: 'mentee', people: [who(11), who(12), who(99)] } as const
    const code = 'some' as never
    const sides = Matching.sidesOfPool(
      { ...pool, locked: [both(1, 50), both(40, 12), both(1, 51)] },
      {
        spread: 4,
        limits: [
          { ...group, code, atMost: 5 },
          { code, role: 'mentor', people: [who(2)], atMost: 0 },
        ],
        floors: [
          { ...group, code, people: [who(12)], atLeast: 1 },
          { ...group, code, atLeast: 2 },
        ],
      },
      Matching.fixedPairs(pool, [both(1, 11), both(2, 11)]),
    )
    expect([...sides.mentorPlaces]).toEqual([2, 0])
    expect([...sides.menteePlaces]).toEqual([0, 1])
    expect([...(sides.partners?.mentors ?? [])]).toEqual([3, 1])
    expect([...(sides.partners?.mentees ?? [])]).toEqual([2, 1])
    expect(sides.spread).toBe(4)
    expect(sides.limits).toEqual([
      { side: 'mentees', members: Int32Array.of(0, 1), atMost: 3 },
      // Gone beyond by what must be.
      { side: 'mentors', members: Int32Array.of(1), atMost: -1 },
    ])
    expect(sides.floors).toEqual([
      { side: 'mentees', members: Int32Array.of(1), atLeast: 1 },
      { side: 'mentees', members: Int32Array.of(1), atLeast: 1 },
    ])
  })
})
