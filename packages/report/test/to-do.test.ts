import type { Event } from '@reverse-mentoring/core'
import { reportMail, tables } from '@reverse-mentoring/report'
import { Scene } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'
import { calledOff, formal, mentee, mentor, met, pageText, proposed, shown } from './worked.ts'

const planned = (session: number, n: number, day: number, from: number) =>
  Scene.scheduled(session, n, mentor(n), 24 * from, 24 * day)

const toDoOf = (...args: Parameters<typeof shown>) =>
  shown(...args).toDo.map(({ number, whom, because }) => [number, whom, because.join()])

describe('what to do', () => {
  test('is to speak to who cancelled, to both of a dormant pairing, and to who schedules', () => {
    const events = [
      ...formal(6, { cadenceDays: 21 }),
      ...[1, 2, 3, 4, 5, 6].filter((n) => n !== 4).map((n) => met(n, n, 10)),
      ...calledOff(11, 1, 17, 'mentor'),
      ...calledOff(12, 1, 24, 'mentor'),
      ...calledOff(13, 2, 17, 'mentee'),
      ...calledOff(14, 2, 24, 'mentor'),
      planned(15, 1, 60, 44),
      planned(16, 2, 60, 44),
      planned(17, 5, 40, 30),
      planned(18, 6, 60, 44),
    ]
    expect(toDoOf(events, 45)).toEqual([
      [4, 'both', 'dormant,nothing-planned'],
      [1, 'mentor', 'stalled'],
      [2, 'both', 'stalled'],
      [5, 'both', 'unrecorded'],
      [3, 'both', 'nothing-planned'],
    ])
    expect(toDoOf([...events, Scene.closed(24 * 44)], 45)).toEqual([])
  })

  test('asks only the one who schedules, where the cohort says so', () => {
    expect(toDoOf([...formal(1, { scheduler: 'mentee' }), met(1, 1, 10)], 20)).toEqual([
      [1, 'mentee', 'nothing-planned'],
    ])
  })

  test('leaves a week to plan the next session, and asks nothing of who is through', () => {
    expect(toDoOf([...formal(1), met(1, 1, 10)], 16)).toEqual([])
    const through = [
      ...formal(1, { plannedSessions: 4, leastSessions: 1 }),
      ...[5, 8, 11, 14].map((day) => met(day, 1, day)),
    ]
    expect(toDoOf(through, 24)).toEqual([])
  })

  test('names of a proposal the number and the deadline, whoever was asked, and nobody', () => {
    const history = proposed(2)
    const data = shown(history, 5, {
      nameOf: (id) => `Name of ${id === mentee(1) ? 'Ada' : 'Bob'}`,
    })
    expect(data.proposals).toMatchObject([{ number: 1, isLate: false }, { number: 2 }])
    expect(JSON.stringify(data.proposals)).not.toContain('Name')
    const asked = shown([...history, Scene.yes(mentee(1), 1, 24 * 2)], 5)
    expect(pageText(asked)).toBe(pageText(shown(history, 5)))
    expect(shown(history, 60).proposals.every(({ isLate }) => isLate)).toBe(true)
  })

  test('shows names everywhere or nowhere', () => {
    const events = [
      ...formal(2),
      met(1, 1, 10),
      ...calledOff(2, 1, 17),
      ...calledOff(3, 1, 24),
      planned(4, 1, 60, 30),
      ...Scene.ready(mentor(9), 'mentor'),
    ]
    const named = shown(events, 30, { nameOf: (id) => (id === mentee(1) ? 'Ada' : 'Bob') })
    const page = pageText(named)
    expect(page).toContain('<bdi>Ada</bdi> (mentee)')
    expect(page.match(/P1 <bdi>Bob<\/bdi> &amp; <bdi>Ada<\/bdi>/g)).toHaveLength(3)
    expect(page).toMatch(/E\d+ <bdi>Bob/)
    expect(pageText(shown(events, 30))).not.toMatch(/Ada|Bob/)
  })

  test('links every pairing to its row', () => {
    const page = pageText(shown([...formal(3), met(1, 1, 10), planned(4, 2, 60, 30)], 31))
    const links = [...page.matchAll(/href="#(p\d+)"/g)].map(([, id]) => id ?? '')
    expect(links.length).toBeGreaterThan(2)
    for (const id of links) expect(page).toContain(`<tr id="${id}">`)
  })
})

describe('who is unmatched', () => {
  test('is told with what is missing, and no more', () => {
    const events = [
      ...proposed(1),
      ...Scene.ready(mentor(9), 'mentor'),
      ...Scene.ready(mentor(8), 'mentor').slice(0, 1),
    ]
    const { unmatched } = shown(events, 5)
    expect(unmatched.map(({ role, missing }) => [role, missing.length > 0])).toEqual(
      expect.arrayContaining([
        ['mentor', false],
        ['mentor', true],
      ]),
    )
    expect(pageText(shown(events, 5))).toContain('ready; waits for the next matching')
  })

  const waits = mentor(9)
  const run = (n: number, reason: Event.UnmatchedReason, hours: number, more = {}) =>
    ({
      type: 'MatchingRan',
      ...Scene.said(Scene.the.coordinator, hours),
      ...{ run: Scene.id('run', n), basedOn: 5, policy: Scene.code('topics-first'), seed: 1 },
      ...{ policyVersion: '1', digest: '0'.repeat(64), part: 1, of: 1, pairs: 2 },
      unmatched: [{ participant: waits, role: 'mentor', reason }],
      ...more,
    }) as unknown as Event.MatchingRan
  const past = [...proposed(3), ...Scene.ready(waits, 'mentor')]

  test('is told with what the last matching said of who is ready, in one word for all that is private', () => {
    const causeOf = (reason: Event.UnmatchedReason) =>
      pageText(shown([...past, run(1, reason, 24 * 3)], 5))
    expect(causeOf('too-few-places')).toContain(
      'ready; not matched on 4 Mar 2026: too few places for those who fit',
    )
    expect(causeOf('not-admissible')).toContain('nobody they could be paired with')
    const limit = run(1, 'limit', 24 * 3)
    const reached = { ...limit.unmatched[0], limit: Scene.code('per-region') }
    const labels = new Map([[Scene.code('per-region'), 'Two of a region']])
    const told = shown([...past, { ...limit, unmatched: [reached] } as Event.CohortEvent], 5, {
      labels,
    })
    expect(pageText(told)).toContain('the limit Two of a region was reached')
  })

  test('and what a matching came to is the same whoever said no, or by whatever an end was made', () => {
    const at = 24 * 2
    const ends = [
      [Scene.no(mentee(1), 1, at)],
      [Scene.yes(mentee(1), 1, 24), Scene.no(mentor(1), 1, at)],
      [Scene.declared(mentor(1), mentee(1), at)],
      [Scene.declared(mentee(1), mentor(1), at)],
    ].map((end) => {
      const data = shown([...past, ...end, run(1, 'not-admissible', 24 * 3)], 5)
      return [pageText(data), reportMail(data), ...tables(data).map(({ csv }) => csv)].join()
    })
    expect(new Set(ends).size).toBe(1)
  })

  test('stands beside what the matchings came to, and what was possible', () => {
    const worth = { pairs: 2, score: 80 }
    const runs = [
      run(1, 'too-few-places', 24 * 3, { objective: worth, bound: worth }),
      run(2, 'too-few-places', 24 * 4, { objective: worth, bound: { pairs: 3, score: 110 } }),
      run(3, 'too-few-places', 24 * 5, { of: 2 }),
    ]
    const data = shown([...past, ...runs], 6)
    expect(
      tables(data)
        .find(({ name }) => name === 'matchings')
        ?.csv.split('\n'),
    ).toEqual([
      '\ufeffMatching of,Pairs,Left unmatched,Worth,How good',
      '2026-03-04,2,1,80,no better one existed',
      '2026-03-05,2,1,80,at most 3 pairs worth 110 were possible',
      '2026-03-06,2,1,,not claimed; 1 of its 2 parts recorded',
      '',
    ])
  })
})

test('a mail shows sixty rows of a table and says how many more there are', () => {
  const mail = reportMail(shown([...formal(70)], 40))
  expect(mail).toMatch(/… and 10 more rows, all in the report’s\s+page/)
  expect(mail).not.toMatch(/<(script|style|svg|img|link|a)\b/)
  expect(mail).toContain('>P60<')
  expect(mail).not.toContain('>P61<')
})
