import { Cohort, Matching, View, type Event } from '@reverse-mentoring/core'
import { given } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'
import {
  boss,
  cohort,
  coordinator,
  enrolled,
  m,
  opening,
  participant,
  ready,
  said,
  self,
} from '../scene.ts'

const { seniority: _seniority, chain: _chain, ...own } = enrolled(m, 'mentor', said(self(m), 1))

test('A person enrols themselves, and states of themselves what is theirs to state', () => {
  given(opening())
    .when({ ...own, cohort, type: 'Enrol' })
    .then(own)
})

test.each([
  { seniority: 3 },
  { chain: [boss] },
  { waitingSince: opening().at },
  // It would state an empty chain, and so open the gate of the line.
  { external: true },
])('A person does not state %o of themselves', (more) => {
  given(opening())
    .when({ ...own, ...more, cohort, type: 'Enrol' })
    .thenRefused({ _tag: 'NotAllowed', by: self(m) })
})

test('An external person has an empty chain that says so', () => {
  const { chain: _none, ...external } = enrolled(m, 'mentor', { external: true })
  given(opening())
    .when({ ...external, cohort, type: 'Enrol' })
    .then({ ...external, chain: [] })
})

describe('An external person has no manager here', () => {
  const { chain: _none, ...external } = enrolled(m, 'mentor', { external: true })
  const asMentee = {
    ...enrolled(m, 'mentee', { ...said(coordinator, 20), external: true }),
    seniority: 1,
  }
  const { chain: _other, ...second } = asMentee
  const stated = {
    type: 'LinesRecorded',
    ...said(coordinator, 10),
    lines: [{ participant: m, chain: [boss] }],
  } as const

  test('so both at once are refused', () => {
    given(opening())
      .when({ ...external, chain: [boss], cohort, type: 'Enrol' })
      .thenRefused({ _tag: 'UnsoundRules', problem: 'external-with-chain' })
    given(opening())
      .when({ ...external, chain: [], cohort, type: 'Enrol' })
      .then({ ...external, chain: [] })
  })

  test('and a chain that is known stays, and counts', () => {
    given(opening(), external, stated)
      .when({ ...second, cohort, type: 'Enrol' })
      .then(second)
    const state = Cohort.foldCohort([opening(), external, stated, second])
    expect(Cohort.person(state, m)?.chain?.value).toEqual([boss])
    given(opening(), external, stated, second)
      .when({ ...second, cohort, type: 'Enrol' })
      .then()
  })

  test('and a chain that is stated later ends the claim, in the pool and on the roster', () => {
    const [, ...gates] = ready(m, 'mentor')
    const row = (...more: ReadonlyArray<Event.CohortEvent>) => {
      const state = Cohort.foldCohort([opening(), external, ...gates, ...more])
      const [shown] = [...View.viewRows(View.cohortRoster, state).values()]
      return [shown?.external, Matching.matchingPool(state, new Map()).mentors[0]?.external]
    }
    expect(row()).toEqual([true, true])
    expect(row(stated)).toEqual([false, false])
  })
})

test('A coordinator does not enrol themselves', () => {
  given(opening())
    .when({ ...enrolled(coordinator.id, 'mentor'), cohort, type: 'Enrol' })
    .thenRefused({ _tag: 'NotAllowed', by: coordinator })
})

test('An enrolment in a second role does not bring an older line back', () => {
  const first = enrolled(m, 'mentor', { ...said(coordinator, 10), chain: [boss] })
  const second = enrolled(m, 'mentee', { ...said(coordinator, 5), seniority: 2, chain: [] })
  const { seniority: _none, ...late } = second
  given(opening(), first)
    .when({ ...late, cohort, type: 'Enrol' })
    .thenRefused({ _tag: 'Superseded' })
})

describe('Direct managers', () => {
  const other = participant(8)
  const line = { chain: [boss, other], direct: [boss, other] }
  const unsound = { _tag: 'UnsoundRules', problem: 'direct-not-above' } as const
  const records = (stated: object, hour = 10) =>
    ({
      type: 'RecordLines',
      ...said(coordinator, hour),
      cohort,
      lines: [{ participant: m, chain: [boss, other], ...stated }],
    }) as const

  test('are kept with the chain, and stand above, too', () => {
    const enrols = enrolled(m, 'mentor', line)
    given(opening())
      .when({ ...enrols, cohort, type: 'Enrol' })
      .then(enrols)
    given(opening())
      .when({ ...enrols, direct: [participant(12)], cohort, type: 'Enrol' })
      .thenRefused(unsound)
    const { chain: _none, ...without } = enrols
    given(opening())
      .when({ ...without, cohort, type: 'Enrol' })
      .thenRefused(unsound)
    given(opening(), enrolled(m, 'mentor'))
      .when(records({ direct: [participant(12)] }))
      .thenRefused(unsound)
    const state = Cohort.foldCohort([opening(), enrols])
    expect(Cohort.person(state, m)?.direct).toEqual([boss, other])
  })

  test('are part of what a word on the line says', () => {
    const before = [
      opening(),
      enrolled(m, 'mentor', { ...said(coordinator, 10), ...line }),
    ] as const
    given(...before)
      .when(records({ direct: [boss, other] }))
      .then()
    given(...before)
      .when(records({}))
      .thenRefused({ _tag: 'Superseded' })
    const { cohort: _cohort, ...recorded } = { ...records({}, 11), type: 'LinesRecorded' as const }
    given(...before)
      .when(records({}, 11))
      .then(recorded)
    const state = Cohort.foldCohort([...before, recorded])
    expect(Cohort.person(state, m)?.direct).toBeUndefined()
  })
})
