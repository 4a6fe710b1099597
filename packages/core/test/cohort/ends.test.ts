import { Cohort, type Command, type Event } from '@reverse-mentoring/core'
import { describe, expect, test } from 'vitest'
import {
  F,
  P,
  boss,
  coordinator,
  declared,
  e,
  ended,
  enrolled,
  enrolment,
  erased,
  m,
  no,
  pairing,
  said,
  says,
  self,
  system,
  withdrew,
  yes,
} from './scene.ts'

const proposes: Command.Command = {
  type: 'ProposePairing',
  ...says(coordinator, 90),
  pairing: pairing(9),
  mentor: m,
  mentee: e,
}
const lifted: Event.ConflictLifted = { type: 'ConflictLifted', ...said(self(m), 80), against: e }
const line = (chain: ReadonlyArray<typeof m>, hour: number): Event.LinesRecorded => ({
  type: 'LinesRecorded',
  ...said(system, hour),
  lines: [{ participant: m, chain }],
})
const again = (role: Event.Enrolled['role']) =>
  enrolled(role === 'mentor' ? m : e, role, { ...said(coordinator, 80), enrolment: enrolment(60) })

type Row = readonly [
  because: Cohort.EndCause,
  past: ReadonlyArray<Event.CohortEvent>,
  end: Event.CohortEvent,
  /** Whether the two may be proposed to each other anew, once what ended it is out of the way (INV7). */
  mayAgain: boolean,
  more?: ReadonlyArray<Event.CohortEvent>,
]
const named = (all: ReadonlyArray<Row>) =>
  all.map(([because, past, end, mayAgain, more = []]) => ({ because, past, end, mayAgain, more }))

const rows: ReadonlyArray<Row> = [
  ['refused', P, no(e, 1, 70), false],
  ['refused', [...P, yes(e, 1, 3)], no(m, 1, 70), false],
  ['withdrawn', F, no(e, 1, 70), false],
  ['withdrawn', F, no(m, 1, 70), false],
  ['declared', P, declared(m, e, 70), false, [lifted]],
  ['declared', F, declared(m, e, 70), false, [lifted]],
  ['line', P, line([e], 70), true, [line([boss], 80)]],
  ['left', P, withdrew(m, 70), true, [again('mentor')]],
  ['left', F, withdrew(e, 70), true, [again('mentee')]],
  ['lapsed', P, ended(1, 'lapsed', 70), true],
  ['completed', F, ended(1, 'completed', 70), true],
  ['conflict', F, ended(1, 'conflict', 70), true],
  ['programme', P, ended(1, 'programme', 70), true],
  ['programme', F, ended(1, 'programme', 70), true],
]

describe('A pairing that is over', () => {
  test.each(
    named([...rows, ['erased', P, erased(m, 70), false], ['erased', F, erased(e, 70), false]]),
  )('because it was $because holds no place and lives nowhere', ({ because, past, end }) => {
    const before = Cohort.foldCohort(past)
    const after = Cohort.evolve(before, end)
    const { formalAt } = Cohort.pairing(before, pairing(1)) as Cohort.Formal
    expect(Cohort.pairing(after, pairing(1))).toMatchObject({ _tag: 'Ended', because, at: end.at })
    expect(Cohort.pairing(after, pairing(1))).toHaveProperty('formalAt', formalAt)
    expect(Cohort.person(before, m)?.mentor.live.size).toBe(1)
    expect(Cohort.person(after, m)?.mentor.live.size).toBe(0)
    expect(Cohort.person(after, e)?.mentee.live.size).toBe(0)
    expect(Cohort.pair(after, m, e)).toMatchObject({ live: undefined, proposedBefore: true })
    expect(after.awaiting.size).toBe(0)
  })

  test.each(named(rows))('because it was $because is proposed anew: $mayAgain', (row) => {
    const state = Cohort.foldCohort([...row.past, row.end, ...row.more])
    expect(Cohort.decide(proposes, state)).toMatchObject(
      row.mayAgain ? { right: [{ type: 'Matched' }] } : { left: { _tag: 'NotAdmissible' } },
    )
  })
})

describe('Of a use of data the latest word of each kind is kept', () => {
  const stated = (type: 'ConsentGiven' | 'ConsentWithdrawn', hour: number) =>
    ({ type, ...said(self(m), hour), purpose: 'outcomes' }) as const
  const kept = (...events: ReadonlyArray<Event.CohortEvent>) =>
    Cohort.person(Cohort.foldCohort([...P, ...events]), m)?.purposes.outcomes

  test('in whatever order they come', () => {
    const [first, last] = [said(self(m), 10).at, said(self(m), 20).at]
    for (const hours of [
      [10, 20],
      [20, 10],
    ]) {
      expect(kept(...hours.map((hour) => stated('ConsentGiven', hour)))).toEqual({
        ...{ standing: true, given: last, withdrawn: undefined },
      })
      expect(kept(...hours.map((hour) => stated('ConsentWithdrawn', hour)))).toEqual({
        ...{ standing: false, given: undefined, withdrawn: last },
      })
    }
    expect(kept(stated('ConsentGiven', 20), stated('ConsentWithdrawn', 10))).toEqual({
      ...{ standing: false, given: last, withdrawn: first },
    })
    expect(kept(stated('ConsentWithdrawn', 20), stated('ConsentGiven', 10))).toEqual({
      ...{ standing: true, given: first, withdrawn: last },
    })
  })
})
