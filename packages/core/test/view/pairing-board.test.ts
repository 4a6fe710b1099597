import { Cohort, View, type Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'

const { at, B, closed, declared, ended, erased, F, id, lines, matched, no, opened, P, ready } =
  Scene
const { the, withdrew, yes } = Scene
type History = ReadonlyArray<Event.CohortEvent>

const boardAt = (past: History) => {
  const cohort = Cohort.foldCohort(past)
  const header = View.frameOf(cohort)
  const row = View.viewRows(View.pairingBoard, cohort).get(the.pairing)
  return header && row && View.showPairing(row, header)
}

test('A proposal awaits answers until its deadline, whoever has answered', () => {
  const row = {
    pairing: the.pairing,
    mentor: the.mentor,
    mentee: the.mentee,
    state: 'awaiting-answers',
    proposedAt: at(2),
    deadline: at(2 + 14 * 24),
    conflict: false,
  }
  expect(boardAt(P)).toEqual(row)
  expect(boardAt([...P, yes(the.mentee, 1, 3)])).toEqual(row)
})

test('A pairing that never was formal will not go ahead, and why is not said, whoever ended it', () => {
  const ends: History = [
    no(the.mentee, 1, 9),
    ended(1, 'lapsed', 9),
    ended(1, 'programme', 9),
    ended(1, 'conflict', 9),
    declared(the.mentor, the.mentee, 9),
    withdrew(the.mentor, 'mentor', 9),
    erased(the.mentee, 9),
    lines(the.mentor, [the.mentee], 9),
    closed(9),
  ]
  const rows = ends.map((end) => boardAt([...P, end]))
  expect(rows[0]).toMatchObject({ state: 'will-not-go-ahead', endedAt: at(9), conflict: false })
  for (const row of rows) expect(row).toEqual(rows[0])
})

test('Of a formal pairing only an end by who runs the cohort is told', () => {
  expect(boardAt(F)).toMatchObject({ state: 'formal', formalAt: at(4) })
  for (const reason of ['completed', 'conflict', 'programme'] as const) {
    expect(boardAt([...F, ended(1, reason, 9)])).toMatchObject({ state: 'ended', endedAs: reason })
  }
  const others = [
    no(the.mentor, 1, 9),
    declared(the.mentee, the.mentor, 9),
    withdrew(the.mentee, 'mentee', 9),
  ]
  const rows = [...others, closed(9)].map((end) => boardAt([...F, end]))
  expect(rows[0]).toMatchObject({ state: 'ended', endedAt: at(9), formalAt: at(4) })
  expect(rows[0]).not.toHaveProperty('endedAs')
  for (const row of rows) expect(row).toEqual(rows[0])
})

test('A formal pairing within a line is flagged until the lines change, it ends or the cohort closes', () => {
  const inLine = [...F, lines(the.mentor, [the.manager, the.mentee], 9)]
  expect(boardAt(inLine)).toMatchObject({ state: 'formal', conflict: true })
  expect(boardAt([...inLine, lines(the.mentor, [the.manager], 10)])?.conflict).toBe(false)
  expect(boardAt([...inLine, ended(1, 'conflict', 10)])?.conflict).toBe(false)
  expect(boardAt([...inLine, closed(10)])?.conflict).toBe(false)
})

test('One first manager is a conflict only where the cohort says so', () => {
  const under = (hours: number) => [
    lines(the.mentor, [the.manager, the.secondMentee], hours),
    lines(the.mentee, [the.manager], hours),
  ]
  expect(boardAt([...F, ...under(9)])?.conflict).toBe(false)
  const strict = [opened({ sameManager: 'forbidden' }), ...F.slice(1)]
  expect(boardAt([...strict, ...under(9)])?.conflict).toBe(true)
  const above = [
    lines(the.mentor, [id('participant', 50), the.manager], 9),
    lines(the.mentee, [id('participant', 51), the.manager], 9),
  ]
  expect(boardAt([...strict, ...above])?.conflict).toBe(false)
})

test('A row says in what the two differ, as far as it was recorded', () => {
  const differs = { region: true, location: false }
  const row = boardAt([...B, { ...matched(1, the.mentor, the.mentee), differs }])
  expect(row?.differs).toEqual(differs)
  expect(boardAt(P)).not.toHaveProperty('differs')
})

test('A row names the run and the earlier pairing that it goes on from', () => {
  const more = { run: id('run', 1), continues: id('pairing', 50) }
  expect(boardAt([...B, { ...matched(1, the.mentor, the.mentee), ...more }])).toMatchObject(more)
})

test('A proposal in one line from both sides is over, whichever of the two has managers stated', () => {
  const both = [...P, ...ready(the.secondMentor, 'mentor')]
  expect(boardAt([...both, lines(the.mentee, [the.mentor], 9)])?.state).toBe('will-not-go-ahead')
  expect(boardAt([...both, lines(the.mentee, [the.secondMentor], 9)])?.state).toBe(
    'awaiting-answers',
  )
})
