import { given } from '@reverse-mentoring/testing'
import { test } from 'vitest'
import { e, enrolment, m, matched, opening, pairing, ready, says, self, yes } from '../scene.ts'

const past = [opening({ selfMatch: true }), ...ready(m, 'mentor'), ...ready(e, 'mentee')]
const choice = {
  type: 'ProposePairing',
  ...says(self(e), 3),
  pairing: pairing(1),
  mentor: m,
  mentee: e,
  terms: 1,
} as const

test('A mentee’s choice under the id of a coordinator’s proposal is no repeat: their yes would be lost', () => {
  given(...past, matched(1, m, e))
    .when(choice)
    .thenRefused({ _tag: 'IdTaken', id: pairing(1) })
})

test('A mentee’s choice does not bear an id that stands for something else', () => {
  const id = enrolment(1) as never
  given(...past)
    .when({ ...choice, pairing: id })
    .thenRefused({ _tag: 'IdTaken', id })
})

test('A mentee’s choice that stands, with their yes, adds nothing', () => {
  given(...past, matched(1, m, e), yes(e, 1, 3))
    .when(choice)
    .then()
})

test('A mentee chooses under the terms of the cohort', () => {
  given(...past)
    .when({ ...choice, terms: 2 })
    .thenRefused({ _tag: 'OtherTerms', asked: 1 })
})

test('A mentee chooses for nobody else, and nowhere without self-match', () => {
  given(...past)
    .when({ ...choice, ...says(self(m), 3) })
    .thenRefused({ _tag: 'NotAllowed', by: self(m) })
  given(opening(), ...past.slice(1))
    .when(choice)
    .thenRefused({ _tag: 'NotAllowed', by: self(e) })
})
