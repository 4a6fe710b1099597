import { Cohort } from '@reverse-mentoring/core'
import { describe, expect, test } from 'vitest'
import { refusals } from './refusals.ts'
import { e, m, pairing } from './scene.ts'

const idsIn = (text: string): ReadonlyArray<string> =>
  text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []

describe.each(refusals)('The explanation of %o', (refusal) => {
  test('is a sentence', () => {
    const sentence = Cohort.explain(refusal)
    expect(sentence).toMatch(/^\S.{10,}\.$/)
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
  })

  test('holds no id that the refusal does not hold', () => {
    const known = idsIn(JSON.stringify(refusal))
    for (const id of idsIn(Cohort.explain(refusal))) expect(known).toContain(id)
  })
})

test('No two refusals read the same', () => {
  const sentences = refusals.map((refusal) => Cohort.explain(refusal))
  expect(new Set(sentences).size).toBe(refusals.length)
})

test('A refusal that says no cause is explained without one', () => {
  const over = Cohort.explain({ _tag: 'PairingOver', pairing: pairing(1) })
  const apart = Cohort.explain({ _tag: 'NotAdmissible', mentor: m, mentee: e })
  for (const sentence of [over, apart]) {
    expect(sentence).not.toMatch(/refus|withdr|conflict|lapse|senior|manage|bar|said/i)
  }
})

test('Nothing goes without a name', () => {
  const { gates, lists, ...things } = Cohort.englishLabels
  for (const names of [things, gates, lists])
    for (const [of, name] of Object.entries(names)) expect(name, of).toMatch(/^[a-z ]+$/)
  expect(Object.keys(gates).filter(Cohort.Gate.is)).toHaveLength(7)
})

test('A programme’s own words replace the labels', () => {
  const labels = {
    ...Cohort.englishLabels,
    pairing: 'Tandem',
    cohort: 'Jahrgang',
    mentor: 'Impulsgeberin',
    gates: { ...Cohort.englishLabels.gates, line: 'die Linie', briefing: 'die Einweisung' },
  }
  const words = refusals.map((refusal) => Cohort.explain(refusal, labels)).join('\n')
  expect(words).toContain('Tandem')
  expect(words).toContain('Impulsgeberin')
  expect(words).toContain('die Linie, die Einweisung')
  expect(words).not.toMatch(/pairing|cohort|as mentor/)
})

test('Whoever hands over names reads names, and an id where there is none', () => {
  const nameOf = (id: string) => (id === m ? 'Ada' : undefined)
  const labels = { ...Cohort.englishLabels, nameOf }
  const apart = Cohort.explain({ _tag: 'NotAdmissible', mentor: m, mentee: e }, labels)
  expect(apart).toBe(`Ada and ${e} cannot be paired in this cohort.`)
  const all = { ...Cohort.englishLabels, nameOf: () => 'a name' }
  for (const refusal of refusals) expect(idsIn(Cohort.explain(refusal, all))).toEqual([])
})
