import { Cohort, View, type Event, type Values } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'

const { at, B, closed, ended, erased, F, matched, no, opened, P, ready, said, self, the, yes } =
  Scene
type History = ReadonlyArray<Event.CohortEvent>

const shownTo = (who: Values.ParticipantId, past: History): ReadonlyArray<View.MyPairingRow> => {
  const cohort = Cohort.foldCohort(past)
  const frame = View.frameOf(cohort)
  const rows = [...View.viewRows(View.myPairings, cohort).values()]
  return rows
    .filter(({ participant }) => participant === who)
    .map((row) => (frame === undefined ? row : View.showMyPairing(row, frame)))
}

const stateFor = (who: Values.ParticipantId, past: History): string | undefined =>
  shownTo(who, past)[0]?.state

test('The mentee is asked first, and the mentor knows nothing until then', () => {
  expect(stateFor(the.mentee, P)).toBe('awaiting-me')
  expect(shownTo(the.mentor, P)).toEqual([])
  const agreed = [...P, yes(the.mentee, 1, 3)]
  expect(stateFor(the.mentee, agreed)).toBe('awaiting-other')
  expect(stateFor(the.mentor, agreed)).toBe('awaiting-me')
  expect(stateFor(the.mentor, F)).toBe('formal')
})

test('A proposal that is over before the mentor was asked never existed for them', () => {
  for (const end of [no(the.mentee, 1, 9), ended(1, 'lapsed', 400), ended(1, 'programme', 9)]) {
    expect(shownTo(the.mentor, [...P, end])).toEqual([])
    expect(stateFor(the.mentee, [...P, end])).toBe('will-not-go-ahead')
  }
})

describe('To the counterpart a no, a lapse, a conflict and an end by the programme read the same', () => {
  const conflict: Event.ConflictDeclared = {
    type: 'ConflictDeclared',
    ...said(self(the.mentor), 9),
    against: the.mentee,
  }
  const ends: ReadonlyArray<Event.CohortEvent> = [
    no(the.mentor, 1, 9),
    { ...ended(1, 'lapsed', 9) },
    ended(1, 'programme', 9),
    conflict,
  ]
  test.each([
    ['a proposal', [...P, yes(the.mentee, 1, 3)]],
    ['a formal pairing', F],
  ])('%s', (_, past) => {
    const [first, ...others] = ends.map((end) => shownTo(the.mentee, [...past, end]))
    for (const other of others) expect(other).toEqual(first)
  })
})

test('A row shows the person’s own answers, and none of the other’s', () => {
  const [mine] = shownTo(the.mentee, [...P, yes(the.mentee, 1, 3), no(the.mentor, 1, 9)])
  expect(mine).toMatchObject({ yes: at(3), role: 'mentee', counterpart: the.mentor })
  expect(mine?.no).toBeUndefined()
})

test('Where both are asked together, both see the proposal', () => {
  const together = [
    opened({ consultation: 'together' }),
    ...ready(the.mentor, 'mentor'),
    ...ready(the.mentee, 'mentee'),
    matched(1, the.mentor, the.mentee),
  ]
  expect(stateFor(the.mentor, together)).toBe('awaiting-me')
})

test('A close ends what lived, by the frame alone', () => {
  expect(stateFor(the.mentee, [...F, closed(50)])).toBe('ended')
  expect(stateFor(the.mentee, [...P, closed(50)])).toBe('will-not-go-ahead')
})

test('Of somebody who is erased nothing is shown, also of pairings that were over', () => {
  const over = [...F, ended(1, 'completed', 40)]
  const before = Cohort.foldCohort(over)
  const erasure = erased(the.mentor, 60)
  const after = Cohort.evolve(before, erasure)
  expect(shownTo(the.mentor, [...over, erasure])).toEqual([])
  expect([...View.myPairings.touched(erasure, before, after)]).toContain(
    `${the.mentor} ${the.pairing}`,
  )
})

test('Nobody has a row before anything is proposed', () => {
  expect(shownTo(the.mentee, B)).toEqual([])
})
