import { Cohort, type Event, type Values } from '@reverse-mentoring/core'
import { describe, expect, test } from 'vitest'
import {
  F,
  at,
  boss,
  briefed,
  cancelled,
  code,
  coordinator,
  e,
  e2,
  ended,
  enrolled,
  enrolment,
  erased,
  held,
  m,
  m2,
  matched,
  meeting,
  no,
  other,
  pairing,
  participant,
  ready,
  reopened,
  run,
  said,
  scheduled,
  self,
  session,
  system,
  withdrew,
  yes,
} from './scene.ts'

/** Everything that a cohort shows, in an order that means nothing. */
const shown = (cohort: Cohort.Cohort) => ({
  ...cohort,
  people: Cohort.people(cohort),
  enrolments: Cohort.enrolments(cohort),
  pairs: Cohort.pairs(cohort),
  pairings: Cohort.pairings(cohort),
  sessions: Cohort.sessions(cohort),
  feedback: Cohort.feedback(cohort),
  claims: Cohort.claims(cohort),
  meetings: undefined,
  awaiting: cohort.awaiting.toJS(),
})

const amended = (of: Values.EnrolmentId): Event.EnrolmentAmended => ({
  type: 'EnrolmentAmended',
  ...said(system, 60),
  enrolment: of,
  capacity: 7,
})
const goals = (who: typeof m, p: number): Event.GoalsAgreed => ({
  type: 'GoalsAgreed',
  ...said(self(who), 60),
  pairing: pairing(p),
  goals: [code('listen')],
})
const moved = (n: number): Event.SessionRescheduled => ({
  type: 'SessionRescheduled',
  ...said(self(m), 60),
  session: session(n),
  start: at(900),
  minutes: 9,
})
const lines = (...people: ReadonlyArray<typeof m>): Event.LinesRecorded => ({
  type: 'LinesRecorded',
  ...said(system, 60),
  lines: people.map((one) => ({ participant: one, chain: [boss] })),
})
const shared = (practice: unknown): Event.PracticeShared => ({
  type: 'PracticeShared',
  ...said(self(m), 60),
  practice: practice as never,
  topics: [],
})
const outcomes = (who: typeof m): Event.ConsentGiven => ({
  type: 'ConsentGiven',
  ...said(self(who), 60),
  purpose: 'outcomes',
})
const ran = (id: unknown, part: number, seed: number): Event.MatchingRan => ({
  ...{ type: 'MatchingRan', ...said(coordinator, 60), run: id as Values.RunId, basedOn: 5 },
  ...{ policy: code('topics-first'), policyVersion: '1' as Values.Version, seed },
  ...{ digest: 'a'.repeat(64) as Values.Digest, unmatched: [], part, of: 3, pairs: 0 },
})
const answered = (feedback: unknown): Event.FeedbackGiven => ({
  ...{ type: 'FeedbackGiven', ...said(self(m), 60), feedback: feedback as never, rating: 3 },
  ...{ question: code('heard'), occasion: 'half', themes: [] },
})
const nominated = (nomination: unknown): Event.CandidateNominated => ({
  ...{ type: 'CandidateNominated', ...said(self(m), 60), nomination: nomination as never },
  ...{ candidate: e, role: 'mentee' },
})
const worried = (concern: unknown): Event.ConcernRaised => ({
  ...{ type: 'ConcernRaised', ...said(self(m), 60), concern: concern as never, text: other(99) },
})
const observed = (outcome: unknown): Event.OutcomeObserved => ({
  ...{ type: 'OutcomeObserved', ...said(coordinator, 60), outcome: outcome as never },
  ...{ participant: m, month: 6, kind: 'stayed' },
})

/** The same of the second role of m2, for which they were not briefed. */
const asMentee = <A extends object>(event: A) => ({ ...event, enrolment: enrolment(53) })

// F: pairing 1 of m and e is formal. Beside it m2 and e2 are free, and so is e as a mentor.
const past = [
  ...F,
  ...ready(m2, 'mentor'),
  ...ready(e2, 'mentee'),
  enrolled(m2, 'mentee', { enrolment: enrolment(53), seniority: 2 }),
  scheduled(1, 1, m, 5, 90),
  held(2, 1, m, 50, 40),
  ran(run(1), 1, 1),
  ran(run(1), 2, 1),
  shared(other(1)),
]

type Row = readonly [string, Event.CohortEvent, ReadonlyArray<Event.CohortEvent>?]

const unknown: ReadonlyArray<Row> = [
  ['an enrolment that is amended', amended(enrolment(80))],
  ['an enrolment whose person is briefed', { ...briefed(m), enrolment: enrolment(80) }],
  ['an enrolment that ends', { ...withdrew(m, 60), enrolment: enrolment(80) }],
  ['somebody who is erased', erased(participant(80), 60)],
  ['somebody whose line is told', lines(participant(80))],
  ['somebody who agrees to a use', outcomes(participant(80))],
  ['a mentor', matched(9, participant(80), e2)],
  ['a mentee', matched(9, m2, participant(80))],
  ['a mentor who is a mentee only', matched(9, e2, e)],
  ['a mentee who is a mentor only', matched(9, m2, m)],
  ['a pairing of somebody with themselves', matched(9, m2, m2)],
  ['a pairing that is agreed to', yes(e, 80, 60)],
  ['a party who agrees', yes(m, 2, 60), [matched(2, m2, e2)]],
  ['a pairing that is withdrawn from', no(e, 80, 60)],
  ['a pairing with goals', goals(m, 80)],
  ['a pairing that ends', ended(80, 'programme', 60)],
  ['a party who says no', no(e2, 1, 60)],
  ['a party with goals', goals(m2, 1)],
  ['a pairing with a plan', scheduled(9, 80, m, 60, 90)],
  ['a pairing that met', held(9, 80, m, 60, 50)],
  ['a session that is moved', moved(80)],
  ['a session that is called off', cancelled(80, m, 60)],
  ['a session that is reopened', reopened(80, m, 60)],
]

const taken: ReadonlyArray<Row> = [
  ...[enrolment(1), pairing(1), session(1), run(1), other(1)].flatMap((id): ReadonlyArray<Row> => [
    [`by ${id}: an enrolment`, enrolled(participant(80), 'mentor', { enrolment: id as never })],
    [`by ${id}: a pairing`, { ...matched(9, m2, e2), pairing: id as never }],
    [
      `by ${id}: a plan`,
      { ...scheduled(9, 1, m, 60, 200), session: id as never, meeting: meeting(1) },
    ],
    [`by ${id}: an answer`, answered(id)],
    [`by ${id}: a practice`, shared(id)],
    [`by ${id}: a nomination`, nominated(id)],
    [`by ${id}: a concern`, worried(id)],
    [`by ${id}: an outcome`, observed(id)],
  ]),
  ...[enrolment(1), pairing(1), run(1), other(1)].map((id): Row => [
    `by ${id}: a record`,
    { ...held(9, 1, m, 60, 50), session: id as never },
  ]),
  ...[enrolment(1), pairing(1), session(1), other(1)].map((id): Row => [
    `by ${id}: a run`,
    ran(id, 1, 1),
  ]),
  ['by another run of one part', ran(run(1), 1, 2)],
  ['by another run of a later part', ran(run(1), 2, 2)],
]

const left = withdrew(m, 55)
const over: ReadonlyArray<Row> = [
  ['an enrolment that is amended', amended(enrolment(1)), [left]],
  ['an enrolment that ends', withdrew(m, 60), [left]],
  ['an enrolment whose person is briefed', asMentee(briefed(m2)), [asMentee(withdrew(m2, 55))]],
  ['somebody who is erased', erased(m, 60), [erased(m, 55)]],
  [
    'somebody erased who enrols',
    enrolled(m, 'mentor', { enrolment: enrolment(80) }),
    [erased(m, 55)],
  ],
  ['somebody erased whose line is told', lines(m), [erased(m, 55)]],
  ['a proposal that is agreed to', yes(e2, 2, 60), [matched(2, m2, e2), ended(2, 'lapsed', 55)]],
  ['a pairing that is withdrawn from', no(e, 1, 60), [ended(1, 'programme', 55)]],
  ['a pairing with goals', goals(m, 1), [ended(1, 'programme', 55)]],
  ['a pairing that ends', ended(1, 'completed', 60), [ended(1, 'programme', 55)]],
  ['a pairing with a plan', scheduled(9, 1, m, 60, 200), [ended(1, 'programme', 55)]],
  ['a session that is moved', moved(1), [ended(1, 'programme', 55)]],
  ['a session that is called off', cancelled(1, m, 60), [ended(1, 'programme', 55)]],
  ['a session that is reopened', reopened(2, m, 60), [ended(1, 'programme', 55)]],
  ['a session that was held and is held again', held(2, 1, e, 60, 41)],
  ['a session that was called off and is held', held(1, 1, e, 99, 90), [cancelled(1, m, 55)]],
  ['a session that was held and is moved', moved(2)],
  ['a session that was held and is called off', cancelled(2, m, 60)],
  ['a formal pairing that is agreed to again', yes(e, 1, 60)],
]

const named = (rows: ReadonlyArray<Row>) =>
  rows.map(([name, event, more = []]) => ({ name, event, more }))

const ignores = ({ event, more }: Omit<ReturnType<typeof named>[number], 'name'>) => {
  const before = Cohort.foldCohort([...past, ...more])
  const after = Cohort.evolve(before, event)
  expect(shown(after)).toEqual(shown(before))
  expect(after.meetings).toBe(before.meetings)
}

describe('A fold ignores what is about something unknown (INV26)', () => {
  test.each(named(unknown))('$name', ignores)
})

describe('A fold ignores what bears an id that is taken (INV26)', () => {
  test.each(named(taken))('$name', ignores)
})

describe('A fold ignores what is about something that is over (INV26)', () => {
  test.each(named(over))('$name', ignores)

  test('a session of another pairing than the record says', () => {
    const two = [matched(2, m2, e2), yes(e2, 2, 56), yes(m2, 2, 57)]
    ignores({ event: held(1, 2, m2, 99, 90), more: two })
  })
})

test('A fold ignores nothing else: each of these has effect where it may', () => {
  const proposed = [matched(2, m2, e2)]
  for (const [event, more] of [
    [amended(enrolment(1))],
    [asMentee(briefed(m2))],
    [withdrew(m, 60)],
    [erased(m, 60)],
    [lines(m)],
    [outcomes(m)],
    [matched(9, m2, e2)],
    [yes(e2, 2, 60), proposed],
    [no(e2, 2, 60), proposed],
    [goals(m, 1)],
    [ended(1, 'programme', 60)],
    [scheduled(9, 1, m, 60, 200)],
    [held(9, 1, m, 60, 50)],
    [held(1, 1, m, 99, 90)],
    [moved(1)],
    [cancelled(1, m, 60)],
    [reopened(2, m, 60)],
    [answered(other(9))],
    [shared(other(9))],
    [nominated(other(9))],
    [worried(other(9))],
    [observed(other(9))],
    [ran(run(9), 1, 1)],
    [ran(run(1), 3, 1)],
  ] as ReadonlyArray<readonly [Event.CohortEvent, ReadonlyArray<Event.CohortEvent>?]>) {
    const before = Cohort.foldCohort([...past, ...(more ?? [])])
    expect(shown(Cohort.evolve(before, event)), event.type).not.toEqual(shown(before))
  }
})
