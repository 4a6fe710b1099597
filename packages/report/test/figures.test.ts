import { Cohort, type Values, View } from '@reverse-mentoring/core'
import { arbitraryHistory, Scene } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calledOff, dataAt, endOf, formal, mentee, mentor, met, proposed, shown } from './worked.ts'

const dataOf = (events: Parameters<typeof dataAt>[0]) => dataAt(events, endOf(events))

/** Who was erased and never in a pairing leaves no row; who was in one is still counted by it. */
const isGone =
  (cohort: Cohort.Cohort) =>
  ({ participant }: Cohort.Person): boolean =>
    Cohort.isErased(cohort, participant) && Cohort.pairingsOf(cohort, participant).length === 0

describe('figures', () => {
  test('of a worked cohort', () => {
    const events = [
      ...formal(3),
      ...calledOff(1, 1, 10),
      ...calledOff(2, 1, 17, 'mentor'),
      met(3, 1, 24),
      ...calledOff(4, 2, 10),
      ...calledOff(5, 2, 17),
      ...[30, 40, 50, 60].map((day, i) => met(6 + i, 3, day)),
    ]
    expect(shown(events, 70).headline).toEqual({
      people: 6,
      mentors: 3,
      mentees: 3,
      proposed: 3,
      formal: 3,
      held: 5,
      hours: 4,
      complete: 1,
      leastSessions: 4,
      stallThreshold: 2,
      stalled: 2,
      recovered: 1,
    })
  })

  test('are the published ones, wherever those are not held back', () => {
    const step = {
      enrolled: 'enrolled',
      proposed: 'matched',
      formal: 'formal',
      met: 'met',
      complete: 'complete',
    }
    fc.assert(
      fc.property(arbitraryHistory(), (events) => {
        const cohort = Cohort.foldCohort(events)
        if (cohort.opened === undefined) return
        const opened = { ...cohort.opened, rules: { ...cohort.opened.rules, k: 1 } }
        const gone = Cohort.people(cohort).filter(isGone(cohort)).length
        const { figures } = View.publishMetrics({ ...cohort, opened }, endOf(events))
        for (const { step: name, people } of dataOf(events)?.funnel ?? []) {
          const figure = figures.find(({ figure }) => figure === step[name])
          const left = name === 'enrolled' ? gone : 0
          if (figure !== undefined) expect([name, people + left]).toEqual([name, figure.people])
        }
      }),
    )
  })

  test('add up', () => {
    fc.assert(
      fc.property(arbitraryHistory(), (events) => {
        const data = dataOf(events)
        if (data === undefined) return
        const { headline, funnel, pairings, sessions, network } = data
        const people = funnel.map((each) => each.people)
        expect([...people].sort((a, b) => b - a)).toEqual(people)
        expect(people[0]).toBe(headline.people)
        expect(pairings.lines).toHaveLength(headline.formal)
        expect(headline.recovered).toBeLessThanOrEqual(headline.stalled)
        const held = pairings.lines.flatMap((line) => line.held).reduce((a, b) => a + b, 0)
        expect(held).toBe(headline.held)
        const months = sessions.reduce((sum, month) => sum + month.held, 0)
        expect(months).toBe(headline.held)
        const ties = network.ties.reduce((sum, { pairings }) => sum + pairings, 0)
        expect(ties).toBe(headline.formal)
        for (const { across, within, unknown } of network.crossings) {
          expect(across + within + unknown).toBe(headline.formal)
        }
      }),
    )
  })

  test('count a no by either, a lapse and a wait alike', () => {
    const figures = [
      [Scene.no(mentee(1), 1, 48)],
      [Scene.yes(mentee(1), 1, 24), Scene.no(mentor(1), 1, 48)],
      [Scene.ended(1, 'lapsed', 48)],
      [],
    ].map((end) => shown([...proposed(2), ...end], 60).funnel)
    expect(new Set(figures.map((each) => JSON.stringify(each))).size).toBe(1)
  })
})

test('Who was erased still counts by their pairings, and else no longer', () => {
  const events = [...formal(2), ...Scene.ready(mentor(9), 'mentor')]
  const gone = [mentor(1), mentor(9)].map((id) => Scene.erased(id, 48))
  expect(shown(events, 9).headline).toMatchObject({ people: 5, mentors: 3, mentees: 2 })
  expect(shown([...events, ...gone], 9).headline).toMatchObject({
    people: 4,
    mentors: 2,
    mentees: 2,
  })
})

describe('sessions by month', () => {
  test('stand under the month of the cohort’s zone, without a gap, by who called them off', () => {
    const lateInMay = Scene.at(24 * 91 + 23)
    const events = [
      ...formal(2),
      met(1, 1, 1),
      ...calledOff(2, 1, 2, 'mentee'),
      ...calledOff(3, 2, 2, 'mentor'),
      ...calledOff(4, 2, 3, 'programme'),
      { ...met(5, 2, 92), began: lateInMay },
      { ...met(6, 1, 30), at: Scene.at(24 * 93) },
    ]
    // 31 May 23:00 in UTC is June in London's summer.
    expect(lateInMay.slice(0, 13)).toBe('2026-05-31T23')
    expect(shown(events, 100).sessions).toEqual([
      { month: '2026-03', held: 2, byMentee: 1, byMentor: 1, byProgramme: 1 },
      { month: '2026-04', held: 0, byMentee: 0, byMentor: 0, byProgramme: 0 },
      { month: '2026-05', held: 0, byMentee: 0, byMentor: 0, byProgramme: 0 },
      { month: '2026-06', held: 1, byMentee: 0, byMentor: 0, byProgramme: 0 },
    ])
  })

  test('are counted in UTC where the zone is unknown here', () => {
    const events = [...formal(1), met(1, 1, 1)].map((event) =>
      event.type === 'CohortOpened' ? { ...event, zone: 'Nowhere/Atlantis' as Values.Zone } : event,
    )
    expect(shown(events, 9).sessions.map(({ month }) => month)).toEqual(['2026-03'])
  })
})

describe('the network', () => {
  const departments = new Map([
    [mentor(1), { department: 'Sales' }],
    [mentee(1), { department: 'Legal' }],
    [mentor(2), { department: 'Sales' }],
    [mentee(2), { department: 'Sales' }],
    [mentor(3), { name: 'Ada' }],
    [mentee(3), { department: 'Legal' }],
  ])

  test('links departments from mentor to mentee, and knows what it does not know', () => {
    expect(shown(formal(3), 9, { people: departments }).network).toMatchObject({
      departments: ['Sales', 'Legal', 'Not known'],
      ties: [
        { mentor: 'Sales', mentee: 'Legal', pairings: 1 },
        { mentor: 'Sales', mentee: 'Sales', pairings: 1 },
        { mentor: 'Not known', mentee: 'Legal', pairings: 1 },
      ],
    })
  })

  test('forgets the department of who was erased, and keeps the count (INV37)', () => {
    const { network } = shown([...formal(2), Scene.erased(mentee(1), 48)], 9, {
      people: departments,
    })
    expect(network.ties).toContainEqual({ mentor: 'Sales', mentee: 'Not known', pairings: 1 })
    expect(network.ties).toHaveLength(2)
  })

  test('shows at most twelve departments', () => {
    const people = new Map(
      Array.from(
        { length: 20 },
        (_, i) => [mentor(i + 1), { department: `D${String(i)}` }] as const,
      ),
    )
    const { departments: named, ties } = shown(formal(20), 9, { people }).network
    expect(named).toHaveLength(12)
    expect(named.at(-1)).toBe('Other departments')
    expect(new Set(ties.flatMap((tie) => [tie.mentor, tie.mentee]))).toEqual(new Set(named))
  })

  test('counts what differs as it was recorded', () => {
    const events = formal(3).map((event) =>
      event.type === 'Matched' && event.pairing !== Scene.id('pairing', 3)
        ? {
            ...event,
            differs: { region: event.pairing === Scene.id('pairing', 1), location: true },
          }
        : event,
    )
    expect(shown(events, 9).network.crossings).toEqual([
      { respect: 'region', across: 1, within: 1, unknown: 1 },
      { respect: 'department', across: 0, within: 0, unknown: 3 },
      { respect: 'location', across: 2, within: 0, unknown: 1 },
    ])
  })
})
