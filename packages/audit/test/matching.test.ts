import { checkHistory } from '@reverse-mentoring/audit'
import type { Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'

const { B, briefed, closed, declared, ended, enrolled, enrolmentOf, F, id, lines, matched } = Scene
const { no, opened, P, ready, said, the, withdrew, yes } = Scene

type Events = ReadonlyArray<Event.CohortEvent>

/** The rules that the last event breaks, where the ones before it break none. */
const rulesOf = (...events: Events): ReadonlyArray<string> => {
  const broken = checkHistory(events)
  expect(broken.filter(({ at }) => at < events.length - 1)).toEqual([])
  return [...new Set(broken.map(({ rule }) => rule))]
}

const amended = (
  participant: typeof the.mentor,
  role: 'mentor' | 'mentee',
  change: Partial<Event.EnrolmentAmended>,
): Event.EnrolmentAmended => ({
  type: 'EnrolmentAmended',
  ...said(the.coordinator, 2),
  enrolment: enrolmentOf(participant, role),
  ...change,
})

const match = matched(1, the.mentor, the.mentee)
const again = matched(2, the.mentor, the.mentee, 9)

test('sound histories break nothing', () => {
  for (const history of [[], B, P, F]) expect(checkHistory(history)).toEqual([])
})

test('INV1 an enrolment in a role that stands', () => {
  const twice = enrolled(the.mentor, 'mentor', { enrolment: id('enrolment', 50) })
  expect(rulesOf(...B, twice)).toEqual(['INV1'])
})

test('INV2 somebody matched with themselves', () => {
  const both = ready(the.mentor, 'mentee', { seniority: 2 })
  expect(rulesOf(...B, ...both, matched(1, the.mentor, the.mentor))).toContain('INV2')
})

test('INV3 a mentor who is not the junior', () => {
  expect(rulesOf(...B, amended(the.mentor, 'mentor', { seniority: 8 }), match)).toEqual(['INV3'])
})

test('INV3 the latest seniority counts, whatever its instant', () => {
  const late = { ...amended(the.mentor, 'mentor', { seniority: 9 }), ...said(the.coordinator, 0) }
  expect(rulesOf(...B, late, match)).toEqual(['INV3'])
})

test('INV4 a chain that is not known', () => {
  const { chain: _chain, ...unknown } = enrolled(the.mentor, 'mentor')
  const events = [opened(), unknown, briefed(the.mentor, 'mentor'), ...ready(the.mentee, 'mentee')]
  expect(rulesOf(...events, match)).toEqual(['INV4', 'INV8'])
})

test('INV4 one above the other', () => {
  expect(rulesOf(...B, lines(the.mentor, [the.manager, the.mentee], 2), match)).toEqual(['INV4'])
})

test('INV4 the same first manager, only where that is forbidden', () => {
  const under = { chain: [the.manager] }
  const two = [...ready(the.mentor, 'mentor', under), ...ready(the.mentee, 'mentee', under)]
  expect(rulesOf(opened(), ...two, match)).toEqual([])
  expect(rulesOf(opened({ sameManager: 'forbidden' }), ...two, match)).toEqual(['INV4'])
})

test('INV4 one of several direct managers, where the cohort forbids that', () => {
  const [boss, other] = [the.manager, the.secondMentee]
  const joint = { chain: [boss, other], direct: [boss, other] }
  const two = [
    ...ready(the.mentor, 'mentor', joint),
    ...ready(the.mentee, 'mentee', { chain: [other] }),
  ]
  expect(rulesOf(opened(), ...two, match)).toEqual([])
  expect(rulesOf(opened({ sameManager: 'forbidden' }), ...two, match)).toEqual(['INV4'])
  const lines = {
    type: 'LinesRecorded',
    ...said(the.system, 1),
    lines: [{ participant: the.mentor, chain: [boss, other] }],
  } as const
  expect(rulesOf(opened({ sameManager: 'forbidden' }), ...two, lines, match)).toEqual([])
})

test('INV5 a conflict, whoever declared it, and a bar', () => {
  expect(rulesOf(...B, declared(the.mentor, the.mentee, 2), match)).toEqual(['INV5'])
  expect(rulesOf(...B, declared(the.mentee, the.mentor, 2), match)).toEqual(['INV5'])
  const pairs = [{ first: the.mentor, second: the.mentee }]
  const barred = { type: 'PairsBarred', ...said(the.system, 2), pairs } as const
  expect(rulesOf(...B, barred, match)).toEqual(['INV5'])
})

test('INV6 more live pairings than places', () => {
  const second = ready(the.secondMentee, 'mentee')
  expect(rulesOf(...P, ...second, matched(2, the.mentor, the.secondMentee, 3))).toEqual(['INV6'])
})

test('INV6 a place that an end has freed', () => {
  const second = [...ready(the.secondMentee, 'mentee'), no(the.mentee, 1, 3)]
  expect(rulesOf(...P, ...second, matched(2, the.mentor, the.secondMentee, 4))).toEqual([])
})

test('INV7 a second live pairing, and one after a refusal', () => {
  const places = [the.mentor, the.mentee].map((who, i) =>
    amended(who, i === 0 ? 'mentor' : 'mentee', { capacity: 2 }),
  )
  expect(rulesOf(...P, ...places, again)).toEqual(['INV7'])
  expect(rulesOf(...P, no(the.mentee, 1, 3), again)).toEqual(['INV7'])
  expect(rulesOf(...F, no(the.mentor, 1, 8), again)).toEqual(['INV7'])
})

test('INV7 a lapsed pair may be proposed again, but not by the mentee', () => {
  const lapsed = [...P, ended(1, 'lapsed', 24 * 15)]
  expect(rulesOf(...lapsed, again)).toEqual([])
  expect(rulesOf(...lapsed, { ...again, ...said(Scene.self(the.mentee), 400) })).toEqual([
    'INV7',
    'INV41',
  ])
})

test('INV8 somebody who left, is paused, or is not through the gates', () => {
  const gone = withdrew(the.mentee, 'mentee', 2)
  expect(rulesOf(...B, gone, match)).toEqual(['INV6', 'INV8'])
  expect(rulesOf(...B, amended(the.mentor, 'mentor', { paused: true }), match)).toEqual(['INV8'])
  const hesitant = amended(the.mentor, 'mentor', { purposeAcknowledged: false })
  expect(rulesOf(...B, hesitant, match)).toEqual(['INV8'])
  const unbriefed = [opened(), enrolled(the.mentor, 'mentor'), ...ready(the.mentee, 'mentee')]
  expect(rulesOf(...unbriefed, match)).toEqual(['INV8'])
  const gates = { purpose: false, briefing: [], hours: 4 }
  const busy = ready(the.mentor, 'mentor', { hours: 3 })
  const free = ready(the.mentee, 'mentee', { hours: 4 })
  expect(rulesOf(opened({ gates }), ...busy, ...free, match)).toEqual(['INV8'])
})

const ran = (pairs: number): Event.MatchingRan => ({
  type: 'MatchingRan',
  part: 1,
  of: 1,
  ...said(the.coordinator, 2),
  run: id('run', 1),
  basedOn: 5,
  policy: opened().codes.policies[0]!,
  policyVersion: '1.0' as Event.MatchingRan['policyVersion'],
  seed: 1,
  digest: 'a'.repeat(64) as Event.MatchingRan['digest'],
  unmatched: [],
  pairs,
})
const ofRun = { ...match, run: id('run', 1) }

test('INV29 a run whose pairs may be, right before it', () => {
  expect(rulesOf(...B, ofRun, ran(1))).toEqual([])
})

test('INV29 a run with a pair that may not be', () => {
  expect(rulesOf(...B, declared(the.mentor, the.mentee, 2), ofRun)).toEqual(['INV5', 'INV29'])
})

test('INV29 a run without its pairs, and pairs without their run', () => {
  expect(rulesOf(...B, ran(1))).toEqual(['INV29'])
  expect(rulesOf(...B, ofRun, yes(the.mentee, 1, 3))).toEqual(['INV29'])
})

test('INV21 a match after the close', () => {
  expect(rulesOf(...B, closed(2), match)).toContain('INV21')
})
