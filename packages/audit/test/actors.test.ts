import { checkHistory } from '@reverse-mentoring/audit'
import type { Event, Values } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'

const { at, B, closed, code, ended, enrolled, erased, F, held, id, lines, matched } = Scene
const { opened, ready, reopened, said, scheduled, self, the, withdrew } = Scene

/** The rules that the last event breaks, where the ones before it break none. */
const rulesOf = (...events: ReadonlyArray<Event.CohortEvent>): ReadonlyArray<string> => {
  const broken = checkHistory(events)
  expect(broken.filter(({ at: where }) => where < events.length - 1)).toEqual([])
  return [...new Set(broken.map(({ rule }) => rule))]
}

const by = <E extends Event.CohortEvent>(event: E, actor: Values.Actor): E => ({
  ...event,
  by: actor,
})
const past = [...F, ...ready(the.secondMentor, 'mentor')]
const third = self(the.secondMentor)
const mentee = self(the.mentee)

const goals: Event.GoalsAgreed = {
  type: 'GoalsAgreed',
  ...said(mentee, 9),
  pairing: the.pairing,
  goals: [code('listen')],
}
const feedback: Event.FeedbackGiven = {
  type: 'FeedbackGiven',
  ...said(mentee, 9),
  feedback: id('feedback', 1),
  pairing: the.pairing,
  question: code('heard'),
  occasion: 'half',
  rating: 3,
  themes: [],
}
const practice: Event.PracticeShared = {
  type: 'PracticeShared',
  ...said(self(the.mentor), 9),
  practice: id('practice', 1),
  topics: [],
}
const outcome: Event.OutcomeObserved = {
  type: 'OutcomeObserved',
  ...said(the.coordinator, 99),
  outcome: id('outcome', 1),
  participant: the.mentor,
  month: 6,
  kind: 'stayed',
}
const agreed: Event.ConsentGiven = {
  type: 'ConsentGiven',
  ...said(self(the.mentor), 8),
  purpose: 'outcomes',
}
const taken: Event.ConsentWithdrawn = { ...agreed, type: 'ConsentWithdrawn', at: at(9) }
const codes: Event.CodesExtended = {
  type: 'CodesExtended',
  ...said(the.coordinator, 9),
  list: 'goals',
  codes: [code('added')],
}

describe('INV41 names who may not say what they say', () => {
  test.each<[string, ReadonlyArray<Event.CohortEvent>, Event.CohortEvent, Values.Actor]>([
    ['goals, by a third person', past, goals, third],
    ['goals, by the coordinator', past, goals, the.coordinator],
    ['feedback on a pairing, by a third person', past, feedback, third],
    ['a session, by a third person', past, scheduled(1, 1, the.mentor, 9, 20), third],
    ['what took place, by a system', past, held(1, 1, the.mentor, 9, 8), the.system],
    ['a code, by a mentee', past, codes, mentee],
    ['a practice, by a mentee', past, practice, mentee],
    ['a line, by a participant', past, lines(the.mentor, [], 9), mentee],
    ['an end, by a party', past, ended(1, 'programme', 9), mentee],
    [
      'a lapse, by the coordinator',
      [...B, matched(1, the.mentor, the.mentee)],
      ended(1, 'lapsed', 400),
      the.coordinator,
    ],
    ['a close, by a system', past, closed(9), the.system],
    ['an erasure, by another participant', past, erased(the.mentor, 9), mentee],
    ['a leave, by another participant', past, withdrew(the.mentor, 'mentor', 9), mentee],
    ['their own seniority', [opened()], enrolled(the.mentor, 'mentor'), self(the.mentor)],
    [
      'what was recorded is taken back by a third person',
      [...past, held(1, 1, the.mentor, 9, 8)],
      reopened(1, the.mentor, 10),
      third,
    ],
  ])('%s', (_what, before, event, actor) => {
    expect(rulesOf(...before, event)).toEqual([])
    expect(rulesOf(...before, by(event, actor))).toContain('INV41')
  })

  test('an outcome of somebody who did not agree, or no longer does', () => {
    expect(rulesOf(...past, agreed, closed(50), outcome)).toEqual([])
    expect(rulesOf(...past, closed(50), outcome)).toEqual(['INV41'])
    expect(rulesOf(...past, agreed, taken, closed(50), outcome)).toEqual(['INV41'])
  })

  test('and not who answers or recommends after the close', () => {
    expect(rulesOf(...past, closed(50), { ...feedback, at: at(60) })).toEqual([])
    expect(rulesOf(...past, closed(50), { ...practice, at: at(60) })).toEqual([])
  })
})

test('A code that was added is no stray text from then on (INV38)', () => {
  const added = { ...goals, at: at(10), goals: [code('added')] }
  expect(rulesOf(...past, added)).toEqual(['INV38'])
  expect(rulesOf(...past, codes, added)).toEqual([])
})
