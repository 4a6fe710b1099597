import { checkHistory } from '@reverse-mentoring/audit'
import type { Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'

const { at, B, cancelled, closed, code, ended, enrolled, enrolmentOf, erased, F, held, id } = Scene
const { lines, matched, no, opened, P, ready, reopened, said, scheduled, self, the, yes } = Scene

type Events = ReadonlyArray<Event.CohortEvent>

/** The rules that the last event breaks, where the ones before it break none. */
const rulesOf = (...events: Events): ReadonlyArray<string> => {
  const broken = checkHistory(events)
  expect(broken.filter(({ at: where }) => where < events.length - 1)).toEqual([])
  return [...new Set(broken.map(({ rule }) => rule))]
}

const goals = (by: typeof the.mentor, hours: number): Event.GoalsAgreed => ({
  type: 'GoalsAgreed',
  ...said(self(by), hours),
  pairing: the.pairing,
  goals: [code('listen')],
})

test.each([null, 'a text', {}, { type: 'Hi' }, { type: 'Enrolled' }, { type: 'Hi', by: null }])(
  '%j in a history is named and not thrown',
  (nonsense) => {
    const history = [...Scene.P, nonsense as unknown as Event.CohortEvent]
    expect(checkHistory(history)).toContainEqual({
      rule: 'INV26',
      at: Scene.P.length,
      why: 'it is no event',
    })
  },
)

test('INV9 a yes to what is no live proposal of theirs', () => {
  expect(rulesOf(...P, no(the.mentee, 1, 3), yes(the.mentee, 1, 4))).toEqual(['INV9', 'INV13'])
  expect(rulesOf(...F, yes(the.mentor, 1, 5))).toEqual(['INV9'])
  const stranger = ready(the.secondMentor, 'mentor')
  expect(rulesOf(...P, ...stranger, yes(the.secondMentor, 1, 3))).toEqual(['INV16', 'INV9'])
})

test('INV10 what needs two consents to the terms', () => {
  expect(rulesOf(...P, Object.assign({ ...yes(the.mentee, 1, 3) }, { terms: 2 }))).toEqual([
    'INV10',
  ])
  expect(rulesOf(...P, yes(the.mentee, 1, 3), goals(the.mentee, 4))).toEqual(['INV10'])
  expect(rulesOf(...P, yes(the.mentee, 1, 3), scheduled(1, 1, the.mentee, 4, 9))).toEqual(['INV10'])
  expect(rulesOf(...F, ended(1, 'lapsed', 400))).toEqual(['INV10'])
})

test('INV11 a mentor who speaks before they are asked', () => {
  expect(rulesOf(...P, yes(the.mentor, 1, 3))).toEqual(['INV11'])
  expect(rulesOf(...P, no(the.mentor, 1, 3))).toEqual(['INV11'])
  const together = [opened({ consultation: 'together' }), ...P.slice(1)]
  expect(rulesOf(...together, yes(the.mentor, 1, 3))).toEqual([])
})

test('INV13 what acts on a pairing that is over', () => {
  const over = [...F, no(the.mentee, 1, 8)]
  expect(rulesOf(...over, ended(1, 'programme', 9))).toEqual(['INV13'])
  expect(rulesOf(...over, goals(the.mentor, 9))).toEqual(['INV13'])
  expect(rulesOf(...over, scheduled(1, 1, the.mentor, 9, 12))).toEqual(['INV13'])
  const planned = [...F, scheduled(1, 1, the.mentor, 5, 12), no(the.mentee, 1, 8)]
  expect(rulesOf(...planned, cancelled(1, the.mentee, 9))).toEqual(['INV13'])
  expect(rulesOf(...F, erased(the.mentee, 8), goals(the.mentor, 9))).toEqual(['INV13'])
})

test('INV16 a consent for somebody else', () => {
  const byCoordinator = { ...yes(the.mentee, 1, 3), by: the.coordinator }
  expect(rulesOf(...P, byCoordinator)).toEqual(['INV16', 'INV9'])
  const purpose = { type: 'ConsentGiven', purpose: 'outcomes' } as const
  expect(rulesOf(...B, { ...purpose, ...said(the.coordinator, 3) })).toEqual(['INV16'])
  expect(rulesOf(...B, { ...purpose, ...said(self(the.mentee), 3) })).toEqual([])
})

test('INV17 a session outside the life of its pairing', () => {
  expect(rulesOf(...F, held(1, 1, the.mentor, 9, 4))).toEqual(['INV17'])
  expect(rulesOf(...F, held(1, 1, the.mentor, 9, 10))).toEqual(['INV17'])
  expect(rulesOf(...F, scheduled(1, 1, the.mentor, 9, 4))).toEqual(['INV17'])
  const over = [...F, no(the.mentee, 1, 20)]
  expect(rulesOf(...over, held(1, 1, the.mentor, 30, 19))).toEqual([])
  expect(rulesOf(...over, held(1, 1, the.mentor, 30, 21))).toEqual(['INV17'])
})

test('INV17 a session that stood before the end was recorded stays counted', () => {
  expect(rulesOf(...F, held(1, 1, the.mentor, 60, 50), ended(1, 'completed', 40))).toEqual([])
})

test('INV18 a session that ends twice', () => {
  const session = [...F, scheduled(1, 1, the.mentor, 5, 10), held(1, 1, the.mentor, 12, 10)]
  expect(rulesOf(...session, cancelled(1, the.mentee, 13))).toEqual(['INV18'])
  expect(rulesOf(...session, held(1, 1, the.mentee, 13, 10))).toEqual(['INV18'])
  const open = [...session, reopened(1, the.mentor, 13)]
  expect(rulesOf(...open, cancelled(1, the.mentee, 14))).toEqual([])
})

test('INV18 one meeting that is recorded twice', () => {
  const first = [...F, held(1, 1, the.mentor, 60, 52)]
  expect(rulesOf(...first, held(2, 1, the.mentee, 61, 52))).toEqual(['INV18'])
  expect(rulesOf(...first, held(2, 1, the.mentee, 61, 53))).toEqual([])
})

test('INV19 somebody else who says who cancelled', () => {
  const planned = [...F, scheduled(1, 1, the.mentor, 5, 10)]
  const byCoordinator = { ...cancelled(1, the.mentee, 6), by: the.coordinator }
  expect(rulesOf(...planned, byCoordinator)).toEqual(['INV19'])
  expect(rulesOf(...planned, { ...byCoordinator, cancelledBy: 'programme' })).toEqual([])
  expect(rulesOf(...planned, cancelled(1, the.mentee, 6, 'programme'))).toEqual(['INV19'])
})

test('INV21 what has no effect after the close', () => {
  const over = [...F, closed(50)]
  expect(rulesOf(...over, closed(51))).toEqual(['INV21'])
  expect(rulesOf(...over, no(the.mentee, 1, 51))).toEqual(['INV13', 'INV21'])
  expect(rulesOf(...over, held(1, 1, the.mentor, 60, 50))).toEqual([])
  expect(rulesOf(...over, held(1, 1, the.mentor, 60, 51))).toEqual(['INV21', 'INV17'])
  expect(rulesOf(...over, erased(the.mentee, 51))).toEqual([])
})

test('INV26 what refers to something unknown, taken or over', () => {
  expect(rulesOf(enrolled(the.mentor, 'mentor'))).toEqual(['INV26'])
  expect(rulesOf(...B, opened())).toEqual(['INV26'])
  expect(rulesOf(...B, ended(7, 'programme', 9))).toEqual(['INV26'])
  expect(rulesOf(...F, cancelled(7, the.mentee, 9))).toEqual(['INV26'])
  expect(
    rulesOf(...B, enrolled(the.mentor, 'mentee', { enrolment: enrolmentOf(the.mentor, 'mentor') })),
  ).toEqual(['INV26'])
  expect(rulesOf(...B, erased(the.mentor, 3), enrolled(the.mentor, 'mentor'))).toEqual(['INV26'])
})

test('INV27 a yes to a proposal that a line has ended', () => {
  const asked = [...P, yes(the.mentee, 1, 3)]
  const inLine = [...asked, lines(the.mentor, [the.mentee], 4)]
  expect(rulesOf(...inLine, yes(the.mentor, 1, 5))).toEqual(['INV9', 'INV13', 'INV27'])
  const joined = ready(the.mentee, 'mentor', { chain: [the.mentor], seniority: 8 })
  expect(rulesOf(...asked, ...joined, yes(the.mentor, 1, 5))).toContain('INV27')
})

test('INV27 a formal pairing lives on in a line', () => {
  expect(rulesOf(...F, lines(the.mentor, [the.mentee], 5), goals(the.mentor, 6))).toEqual([])
})

test('INV38 a text that is none of what an event may hold', () => {
  const practice: Event.PracticeShared = {
    type: 'PracticeShared',
    ...said(self(the.mentor), 3),
    practice: id('practice', 1),
    topics: [code('data')],
  }
  expect(rulesOf(...B, practice)).toEqual([])
  expect(rulesOf(...B, { ...practice, topics: [code('astrology')] })).toEqual(['INV38'])
  expect(rulesOf(...B, Object.assign({ ...practice }, { note: 'call me Ann' }))).toEqual(['INV38'])
  expect(rulesOf(...B, Object.assign({ ...practice }, { at: '2026-03-01' }))).toEqual(['INV38'])
})

test('INV38 a reason that is not to be told', () => {
  const because = { ...matched(1, the.mentor, the.mentee), reasons: [code('topics')] }
  expect(rulesOf(...B, because)).toEqual([])
  expect(rulesOf(...B, { ...because, reasons: [code('region')] })).toEqual(['INV38'])
})

test('what is broken is told with its place', () => {
  const [first] = checkHistory([...F, held(1, 1, the.mentor, 9, 4)])
  expect(first).toEqual({ rule: 'INV17', at: F.length, why: 'it begins before both had agreed' })
  expect(at(0)).toBe('2026-03-01T00:00:00.000Z')
})

test(
  'a history of 40 000 events of one pairing is checked in linear time',
  { timeout: 30_000 },
  () => {
    const sessions = Array.from({ length: 40_000 }, (_, i) =>
      held(i + 1, 1, the.mentor, 90_000, 5 + i),
    )
    expect(checkHistory([...F, ...sessions])).toEqual([])
  },
)

test('INV26 what is said by or about somebody who was never enrolled', () => {
  const consent = { type: 'ConsentGiven', purpose: 'outcomes' } as const
  expect(rulesOf(...B, { ...consent, ...said(self(the.manager), 3) })).toEqual(['INV26'])
  expect(rulesOf(...B, erased(the.manager, 3))).toEqual(['INV26'])
})

test('INV26 a pairing of somebody who is not enrolled is no pairing, and nothing acts on it', () => {
  const apart = [opened(), ...ready(the.mentor, 'mentor'), ...ready(the.mentee, 'mentor')]
  const broken = checkHistory([
    ...apart,
    matched(1, the.mentor, the.mentee),
    ended(1, 'programme', 9),
  ])
  expect(broken.filter(({ at: where }) => where === apart.length + 1)).toEqual([
    { rule: 'INV26', at: apart.length + 1, why: 'of an unknown pairing' },
  ])
})
