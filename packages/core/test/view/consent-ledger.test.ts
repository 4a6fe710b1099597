import { Cohort, View, type Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'

const { at, B, closed, ended, erased, F, no, P, said, self, the, yes } = Scene
type History = ReadonlyArray<Event.CohortEvent>

const ledger = (past: History, who = the.mentee): ReadonlyArray<View.LedgerRow> => {
  const cohort = Cohort.foldCohort(past)
  const header = View.frameOf(cohort)
  if (header === undefined) return []
  const rows = [...View.viewRows(View.consentLedger, cohort).values()]
  return [...rows]
    .filter(({ participant }) => participant === who)
    .map((row) => View.showConsent(row, header))
}

const communications = (type: 'ConsentGiven' | 'ConsentWithdrawn', hour: number) =>
  ({ type, ...said(self(the.mentee), hour), purpose: 'communications' }) as const

const about = { participant: the.mentee, about: 'pairing', pairing: the.pairing, terms: 1 }

test('Who has said nothing has no row, asked or not', () => {
  expect(ledger(P)).toEqual([])
  expect(ledger([...P, yes(the.mentee, 1, 3)], the.mentor)).toEqual([])
})

test('A yes stands until the pairing is over, by whomever, or the cohort', () => {
  expect(ledger(F)).toEqual([{ ...about, standing: true, given: at(3) }])
  for (const end of [no(the.mentor, 1, 9), ended(1, 'completed', 9), closed(9)]) {
    expect(ledger([...F, end])).toEqual([{ ...about, standing: false, given: at(3) }])
  }
})

test('A no, and a withdrawal of a yes, are told with their instant', () => {
  expect(ledger([...P, no(the.mentee, 1, 9)])).toEqual([
    { ...about, standing: false, withdrawn: at(9) },
  ])
  expect(ledger([...F, no(the.mentee, 1, 9)])).toEqual([
    { ...about, standing: false, given: at(3), withdrawn: at(9) },
  ])
})

test('A use of data shows the latest word of either kind, also after the close', () => {
  const row = { participant: the.mentee, about: 'communications' }
  const past = [...B, communications('ConsentGiven', 5)]
  expect(ledger([...past, closed(9)])).toEqual([{ ...row, standing: true, given: at(5) }])
  const back = [...past, communications('ConsentWithdrawn', 8)]
  expect(ledger(back)).toEqual([{ ...row, standing: false, given: at(5), withdrawn: at(8) }])
  expect(ledger([...back, communications('ConsentGiven', 9)])).toEqual([
    { ...row, standing: true, given: at(9), withdrawn: at(8) },
  ])
})

test('A word that comes late does not set the latest instant back', () => {
  const past = [...B, communications('ConsentGiven', 30), communications('ConsentGiven', 20)]
  expect(ledger(past)[0]).toMatchObject({ standing: true, given: at(30) })
  const late = [
    ...B,
    communications('ConsentWithdrawn', 30),
    communications('ConsentWithdrawn', 20),
  ]
  expect(ledger(late)[0]).toMatchObject({ standing: false, withdrawn: at(30) })
})

test('An erasure is told', () => {
  expect(ledger([...B, erased(the.mentee, 9)])).toEqual([
    { participant: the.mentee, about: 'erasure', standing: true, given: at(9) },
  ])
})
