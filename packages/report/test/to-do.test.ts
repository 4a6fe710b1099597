import { Scene } from '@reverse-mentoring/testing'
import { reportMail } from '@reverse-mentoring/report'
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
    expect(page).toContain('Ada (mentee)')
    expect(page.match(/P1 Bob &amp; Ada/g)).toHaveLength(3)
    expect(page).toMatch(/E\d+ Bob/)
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
    expect(pageText(shown(events, 5))).toContain('ready; waits for a partner')
  })
})

test('a mail shows sixty rows of a table and says how many more there are', () => {
  const mail = reportMail(shown([...formal(70)], 40))
  expect(mail).toMatch(/… and 10 more rows, all in the report’s\s+page/)
  expect(mail).not.toMatch(/<(script|style|svg|img|link|a)\b/)
  expect(mail).toContain('>P60<')
  expect(mail).not.toContain('>P61<')
})
