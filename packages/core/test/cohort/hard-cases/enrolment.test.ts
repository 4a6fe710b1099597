import { Cohort, type Event } from '@reverse-mentoring/core'
import { given } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'
import {
  B,
  P,
  agrees,
  boss,
  cohort,
  coordinator,
  declared,
  e,
  enrolled,
  enrolment,
  erased,
  m,
  m2,
  matched,
  opening,
  pairing,
  ready,
  run,
  said,
  says,
  self,
  withdrew,
} from '../scene.ts'

const notAllowed = (by: ReturnType<typeof self>) => ({ _tag: 'NotAllowed', by }) as const
const enrol = (event: Event.Enrolled) => ({ ...event, cohort, type: 'Enrol' }) as const
const amended = (capacity: number, hour: number) =>
  ({ type: 'EnrolmentAmended', ...said(self(m), hour), enrolment: enrolment(1), capacity }) as const
const amends = (capacity: number, hour: number) =>
  ({ ...amended(capacity, hour), cohort, type: 'AmendEnrolment' }) as const

describe('A capacity', () => {
  const past = [...B, amended(2, 10), amended(1, 20)]

  test('is not set back by a repeat of an earlier word', () => {
    given(...past)
      .when(amends(2, 10))
      .thenRefused({ _tag: 'Superseded' })
  })

  test('is recorded when said anew, though it is the same', () => {
    given(...past)
      .when(amends(1, 30))
      .then(amended(1, 30))
  })

  test('is not changed by a word that comes late', () => {
    given(...past, amended(1, 30))
      .when(amends(3, 25))
      .thenRefused({ _tag: 'Superseded' })
  })
})

describe('Who withdrew', () => {
  const past = [opening(), enrolled(m, 'mentor'), withdrew(m, 5)]

  test('adds nothing by enrolling again under the same id', () => {
    given(...past)
      .when(enrol(enrolled(m, 'mentor')))
      .then()
  })

  test('enrols again under a new id', () => {
    const again = enrolled(m, 'mentor', { ...said(coordinator, 6), enrolment: enrolment(51) })
    given(...past)
      .when(enrol(again))
      .then(again)
  })

  test('coordinates nothing here', () => {
    const by = { role: 'coordinator', id: m } as const
    given(...past)
      .when({ type: 'CloseCohort', ...says(by, 6) })
      .thenRefused(notAllowed(by))
  })
})

describe('Of who was erased', () => {
  const past = [...B, erased(m, 5)]

  test('nothing is accepted, not even a repeat', () => {
    given(...past)
      .when(enrol(enrolled(m, 'mentor')))
      .thenRefused(notAllowed(coordinator))
  })

  test('only to be erased again adds nothing', () => {
    given(...past)
      .when({ type: 'EraseParticipant', ...says(self(m), 6), participant: m })
      .then()
  })

  test('nobody declares a conflict with them', () => {
    given(...past)
      .when({ type: 'DeclareConflict', ...says(self(e), 6), against: m })
      .thenRefused(notAllowed(self(e)))
  })

  test('both enrolments are over, and what lived of their pairings', () => {
    const both = enrolled(m, 'mentee', { enrolment: enrolment(50) })
    const state = Cohort.foldCohort([...P, both, erased(m, 5)])
    expect(Cohort.pairing(state, pairing(1))).toMatchObject({ because: 'erased' })
    expect(Cohort.missingGates(state, Cohort.person(state, m), 'mentee')).toEqual(['enrolment'])
  })
})

describe('A line of management', () => {
  test('stated when somebody enrols in their second role ends a proposal along it', () => {
    const asMentor = enrolled(e, 'mentor', {
      ...said(coordinator, 3),
      enrolment: enrolment(52),
      seniority: 8,
      chain: [m],
    })
    given(...P)
      .when(enrol(asMentor))
      .then(asMentor)
    const state = Cohort.foldCohort([...P, asMentor])
    expect(Cohort.pairing(state, pairing(1))).toMatchObject({ _tag: 'Ended', because: 'line' })
    given(...P, asMentor)
      .when(agrees(m, 1, 4))
      .thenRefused({ _tag: 'UnknownPairing', pairing: pairing(1) })
  })

  test('recorded before somebody enrols is not kept for them', () => {
    const { chain: _chain, ...unknown } = enrolled(m2, 'mentor')
    const recorded = {
      type: 'LinesRecorded',
      ...said(coordinator, 1),
      lines: [{ participant: m2, chain: [boss] }],
    } as const
    given(...B, recorded, unknown)
      .when({
        type: 'ProposePairing',
        ...says(coordinator, 2),
        pairing: pairing(1),
        mentor: m2,
        mentee: e,
      })
      .thenRefused({
        _tag: 'NotReady',
        participant: m2,
        role: 'mentor',
        missing: ['line', 'briefing'],
      })
  })
})

test('An enrolment in a second role does not bring an older seniority back', () => {
  const first = enrolled(m, 'mentor', { ...said(coordinator, 10), seniority: 1 })
  const second = enrolled(m, 'mentee', {
    ...said(coordinator, 5),
    enrolment: enrolment(50),
    seniority: 8,
  })
  given(opening(), first).when(enrol(second)).thenRefused({ _tag: 'Superseded' })
})

describe('A declared conflict', () => {
  const proposes = {
    type: 'ProposePairing',
    ...says(coordinator, 5),
    pairing: pairing(1),
    mentor: m,
    mentee: e,
  } as const
  const refusal = { _tag: 'NotAdmissible', mentor: m, mentee: e } as const

  test('forbids the pair, whoever of the two declared it', () => {
    given(...B, declared(m, e, 4))
      .when(proposes)
      .thenRefused(refusal)
    given(...B, declared(e, m, 4))
      .when(proposes)
      .thenRefused(refusal)
  })

  test('makes a draft stale, which names no pair', () => {
    const draft = {
      type: 'RecordMatching',
      ...says(coordinator, 5),
      run: run(1),
      basedOn: 5,
      policy: opening().codes.policies[0]!,
      policyVersion: '1' as never,
      seed: 1,
      digest: '0'.repeat(64) as never,
      unmatched: [],
      pairs: [{ pairing: pairing(1), mentor: m, mentee: e, reasons: [] }],
    } as const
    given(...B, declared(e, m, 4))
      .when(draft)
      .thenRefused({ _tag: 'StaleDraft', run: run(1) })
  })

  test('ends a pairing as a withdrawal does, and the pair is not proposed again when it is lifted', () => {
    const over = { _tag: 'PairingOver', pairing: pairing(1) } as const
    const lifted = { type: 'ConflictLifted', ...said(self(m), 6), against: e } as const
    const past = [...P, declared(m, e, 4)]
    given(...past)
      .when(agrees(e, 1, 5))
      .thenRefused(over)
    given(...past, lifted)
      .when({ ...proposes, ...says(coordinator, 7), pairing: pairing(2) })
      .thenRefused(refusal)
  })
})

test('A draft of two people that was struck leaves both unmatched as struck', () => {
  const unmatched = [
    { participant: m, role: 'mentor', reason: 'struck' },
    { participant: e, role: 'mentee', reason: 'struck' },
  ] as const
  const content = {
    run: run(1),
    basedOn: 5,
    policy: opening().codes.policies[0]!,
    policyVersion: '1' as never,
    seed: 1,
    digest: '0'.repeat(64) as never,
    unmatched,
  } as const
  given(...B)
    .when({ type: 'RecordMatching', ...says(coordinator, 5), ...content, pairs: [] })
    .then({ type: 'MatchingRan', ...said(coordinator, 5), ...content, part: 1, of: 1, pairs: 0 })
})

test('A mentor with one place has none for a second mentee, and a coordinator is told so', () => {
  const e2 = ready(m2, 'mentee', { seniority: 9 })
  given(...B, ...e2, matched(1, m, e))
    .when({
      type: 'ProposePairing',
      ...says(coordinator, 3),
      pairing: pairing(2),
      mentor: m,
      mentee: m2,
    })
    .thenRefused({ _tag: 'NoPlace', participant: m, role: 'mentor' })
})
