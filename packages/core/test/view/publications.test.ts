import { View, type Event, type Values } from '@reverse-mentoring/core'
import { arbitraryHistory, Scene } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'

const { at, closed, id, matched, opened, ready } = Scene
type History = ReadonlyArray<Event.CohortEvent>

const day = 24
const mentor = (n: number) => id('participant', 2 * n - 1)
const mentee = (n: number) => id('participant', 2 * n)
const pairs = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** Thirty pairs are enrolled; k is 5. */
const B: History = [
  opened(),
  ...pairs(1, 30).flatMap((n) => [...ready(mentor(n), 'mentor'), ...ready(mentee(n), 'mentee')]),
]
const proposed = (from: number, to: number, hour: number): History =>
  pairs(from, to).map((n) => matched(n, mentor(n), mentee(n), hour))
const said = (hour: number): Event.CohortEvent => ({
  type: 'ConflictLifted',
  ...Scene.said(Scene.self(mentor(1)), hour),
  against: mentor(2),
})

const datesOf = (events: History) => View.publications(events).map(({ asOf }) => asOf)
const totalOf = ({ figures }: View.Publication, name: string) =>
  figures.find(({ figure }) => figure === name)?.total

describe('Publications', () => {
  test('are made every 30 days, as soon as something later is said', () => {
    expect(datesOf(B)).toEqual([])
    expect(datesOf([...B, said(30 * day)])).toEqual([])
    expect(datesOf([...B, said(30 * day + 1)])).toEqual([at(30 * day)])
    expect(datesOf([...B, said(31 * day), said(61 * day)])).toEqual([at(30 * day), at(60 * day)])
  })

  test('are made at the close, and after it', () => {
    const over = [...B, closed(40 * day)]
    expect(datesOf(over)).toEqual([at(30 * day), at(40 * day)])
    const late = [...over, said(41 * day), said(61 * day)]
    expect(datesOf(late)).toEqual([at(30 * day), at(40 * day), at(60 * day)])
  })

  test('go on in time where a close is said to have been before one of them', () => {
    const events = [...B, said(70 * day), closed(20 * day), said(99 * day)]
    expect(datesOf(events)).toEqual([at(30 * day), at(90 * day)])
  })

  test('tell of a close when it was said to be, and not when somebody else said something', () => {
    const events = [...B, said(31 * day), said(45 * day), closed(40 * day)]
    expect(datesOf(events)).toEqual([at(30 * day), at(40 * day)])
  })

  test('are made once where the close falls on a date', () => {
    const over = [...B, closed(30 * day), said(20 * day), said(99 * day), said(199 * day)]
    expect(datesOf(over)).toEqual([at(30 * day), at(120 * day)])
  })

  test('are not made where nothing was recorded since the one before', () => {
    expect(datesOf([...B, said(300 * day), said(400 * day)])).toEqual([at(30 * day), at(300 * day)])
  })

  test('show what stood before the first event said after their date', () => {
    const events = [
      ...B,
      ...proposed(1, 10, 29 * day),
      said(31 * day),
      ...proposed(11, 20, 29 * day),
      said(61 * day),
    ]
    expect(View.publications(events).map((one) => totalOf(one, 'matched'))).toEqual([20, 40])
  })

  test('know those before: a figure stays until k people changed', () => {
    const events = [
      ...B,
      ...proposed(1, 10, 29 * day),
      said(31 * day),
      ...proposed(11, 12, 50 * day),
      said(61 * day),
      ...proposed(13, 13, 80 * day),
      said(91 * day),
    ]
    expect(View.publications(events).map((one) => totalOf(one, 'matched'))).toEqual([20, 20, 26])
  })

  test('leave out what fewer than k people stand behind', () => {
    const [one] = View.publications([...B, ...proposed(1, 2, 29 * day), said(31 * day)])
    expect(one?.figures.map(({ figure }) => figure)).toEqual(['enrolled'])
  })

  test('end with time', () => {
    const [start, end] = ['9999-12-20T00:00:00.000Z', '9999-12-31T00:00:00.000Z'] as const
    const opening = { ...opened(), start: start as Values.Instant, at: start as Values.Instant }
    const last = { ...closed(0), at: end as Values.Instant }
    expect(datesOf([opening, last])).toEqual([end])
  })

  test('of a longer history begin with those of the shorter one, whatever comes when (INV34)', () => {
    fc.assert(
      fc.property(arbitraryHistory(), fc.nat(), fc.array(fc.nat(200)), (history, cut, days) => {
        const events = [...history, ...days.map((one) => said(one * day))]
        const all = View.publications(events)
        const some = View.publications(events.slice(0, cut % (events.length + 1)))
        expect(all.slice(0, some.length)).toEqual(some)
        const dates = all.map(({ asOf }) => asOf)
        expect([...new Set(dates)].sort()).toEqual(dates)
      }),
    )
  })
})

describe('What is remembered of publications', () => {
  const [size, step, dates] = [60, 3, 20]
  const topics = Array.from({ length: size / step - 1 }, (_, i) => Scene.code(`topic-${String(i)}`))

  /** A pair meets; of the first pairs more topics come up at first than of the last, and from then on all of them. */
  const meets = (n: number, date: number): Event.SessionHeld => {
    const hour = (30 * date - 2) * day
    const at = { ...Scene.held(date * size + n, n, mentor(n), hour + 1, hour), byMentee: [] }
    const isOften = (topic: number) => date > 1 || n <= size - step * topic
    return { ...at, byMentor: topics.filter((_, topic) => isOften(topic)) }
  }

  const events: History = [
    { ...opened(), codes: { ...opened().codes, topics } },
    ...pairs(1, size).flatMap((n) => [
      ...[...ready(mentor(n), 'mentor'), ...ready(mentee(n), 'mentee')],
      ...[
        matched(n, mentor(n), mentee(n), 2),
        Scene.yes(mentee(n), n, 3),
        Scene.yes(mentor(n), n, 4),
      ],
    ]),
    ...pairs(1, dates).flatMap((date) => pairs(1, size).map((n) => meets(n, date))),
    said(30 * dates * day + 1),
  ]

  const heap = (): number => {
    setFlagsFromString('--expose-gc')
    const gc = runInNewContext('gc') as () => void
    gc()
    return process.memoryUsage().heapUsed
  }

  test('does not grow with what two sums say beyond each other again and again', () => {
    const before = heap()
    let last: View.Publication | undefined
    let megabytes = Infinity
    for (const publication of View.publishing(events)) {
      last = publication
      if (publication.asOf === at(30 * dates * day)) megabytes = (heap() - before) / 1024 ** 2
    }
    const told = last?.figures.filter(({ figure }) => figure.startsWith('topic '))
    expect(told).toHaveLength(18)
    expect(told?.every(({ since }) => since === last?.asOf)).toBe(true)
    expect(megabytes).toBeLessThan(8)
  })
})
