import { Cohort, type Event, type Values } from '@reverse-mentoring/core'
import { expect, test } from 'vitest'
import {
  at,
  boss,
  closed,
  declared,
  e,
  e2,
  e3,
  ended,
  enrolled,
  erased,
  m,
  m2,
  m3,
  matched,
  no,
  opening,
  other,
  participant,
  ready,
  said,
  self,
  system,
  withdrew,
  yes,
} from './scene.ts'

const nominated = (n: number, candidate: Values.ParticipantId): Event.CandidateNominated => ({
  type: 'CandidateNominated',
  ...said(self(m), 40 + n),
  nomination: other(n),
  candidate,
  role: 'mentor',
})

const barred: Event.PairsBarred = {
  type: 'PairsBarred',
  ...said(system, 1),
  pairs: [{ first: m3, second: boss }],
}

const history: ReadonlyArray<Event.CohortEvent> = [
  opening(),
  ...ready(m, 'mentor'),
  ...ready(e, 'mentee'),
  ...ready(m2, 'mentor', { waitingSince: at(-500), offered: [opening().codes.topics[0]!] }),
  ...ready(e2, 'mentee'),
  ...ready(m3, 'mentor'),
  ...ready(e3, 'mentee'),
  barred,
  matched(1, m, e),
  yes(e, 1, 3),
  yes(m, 1, 4),
  matched(2, m2, e2),
  no(e2, 2, 5),
  declared(m3, e2, 6),
  matched(3, m3, e3),
  withdrew(e3, 7),
  nominated(1, participant(70)),
  nominated(2, m3),
  closed(900),
]

const next = {
  cohort: other(2),
  at: at(1000),
  by: system,
  enrolmentId: (of: Values.ParticipantId, role: Values.Role) =>
    of.replace('1', role === 'mentor' ? '7' : '8') as Values.EnrolmentId,
}

const carried = (...more: ReadonlyArray<Event.CohortEvent>) =>
  Cohort.handOver(Cohort.foldCohort([...history, ...more]), next)

test('Who stayed and was in no formal pairing waits on, as long as they have waited', () => {
  const { enrol } = carried()
  expect(enrol.map(({ participant: of, role }) => [of, role])).toEqual([
    [m2, 'mentor'],
    [e2, 'mentee'],
    [m3, 'mentor'],
  ])
  expect(enrol[0]).toEqual({
    type: 'Enrol',
    cohort: next.cohort,
    ...said(system, 1000),
    enrolment: next.enrolmentId(m2, 'mentor'),
    participant: m2,
    role: 'mentor',
    capacity: 1,
    external: false,
    offered: [opening().codes.topics[0]],
    sought: [],
    seniority: 2,
    chain: [],
    waitingSince: at(-500),
  })
  expect(enrol[1]?.waitingSince).toBe(at(1))
})

test('What it asks is what the next cohort accepts', () => {
  const opened = { ...opening(), cohort: next.cohort }
  for (const enrol of carried().enrol) {
    const { cohort: _cohort, ...content } = enrol
    expect(Cohort.decide(enrol, Cohort.foldCohort([opened]))).toMatchObject({
      right: [{ ...content, type: 'Enrolled' }],
    })
  }
})

test('Pairs that said no, are in conflict or were barred before are barred, without a cause', () => {
  expect(carried().barred).toEqual([
    { first: m2, second: e2 },
    { first: e2, second: m3 },
    { first: m3, second: boss },
  ])
})

test('Nominations go on', () => {
  expect(carried().nominations).toEqual([
    { candidate: m3, role: 'mentor' },
    { candidate: participant(70), role: 'mentor' },
  ])
})

test('Of who was erased nothing goes on', () => {
  const { enrol, barred: pairs, nominations } = carried(erased(m3, 950), erased(e2, 951))
  expect(enrol.map(({ participant: of }) => of)).toEqual([m2])
  expect(pairs).toEqual([])
  expect(nominations).toEqual([{ candidate: participant(70), role: 'mentor' }])
})

test('Who was in a formal pairing that had ended before the close waits on, and who still was does not', () => {
  const past = (...more: ReadonlyArray<Event.CohortEvent>) =>
    Cohort.handOver(Cohort.foldCohort([...history.slice(0, -1), ...more, closed(900)]), next)
  const went = past(ended(1, 'programme', 100)).enrol.map(({ participant: of }) => of)
  expect(went).toEqual([m, e, m2, e2, m3])
  expect(past().enrol.map(({ participant: of }) => of)).toEqual([m2, e2, m3])
})

test('The line goes on as it stands, without who was erased, and ends the word that somebody is external', () => {
  const external = enrolled(participant(71), 'mentor', { external: true })
  const { chain: _none, ...claim } = external
  const lines: Event.LinesRecorded = {
    type: 'LinesRecorded',
    ...said(system, 60),
    lines: [
      { participant: m2, chain: [m3, boss], direct: [m3, boss] },
      { participant: participant(71), chain: [boss] },
    ],
  }
  const of = (...more: ReadonlyArray<Event.CohortEvent>) =>
    Cohort.handOver(
      Cohort.foldCohort([...history.slice(0, -1), claim, ...more, closed(900), erased(m3, 950)]),
      next,
    ).enrol
  const lineOf = (id: Values.ParticipantId, all: ReturnType<typeof of>) => {
    const found = all.find(({ participant: one }) => one === id)
    return [found?.external, found?.chain, found?.direct]
  }
  expect(lineOf(participant(71), of())).toEqual([true, undefined, undefined])
  expect(lineOf(participant(71), of(lines))).toEqual([false, [boss], undefined])
  expect(lineOf(m2, of(lines))).toEqual([false, [boss], [boss]])
  const opened = { ...opening(), cohort: next.cohort }
  let cohort = Cohort.foldCohort([opened])
  for (const enrol of of(lines)) {
    const answer = Cohort.decide(enrol, cohort)
    expect(answer).toMatchObject({ _tag: 'Right' })
    if (answer._tag === 'Right') cohort = Cohort.evolveAll(cohort, answer.right)
  }
})

test('Nobody is barred from themselves', () => {
  const alone = { ...barred, pairs: [{ first: m3, second: m3 }] }
  const given = Cohort.handOver(
    Cohort.foldCohort([...history.slice(0, 7), alone, closed(900)]),
    next,
  )
  expect(given.barred).toEqual([])
})
