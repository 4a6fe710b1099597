import { given } from '@reverse-mentoring/testing'
import { test } from 'vitest'
import { boss, cohort, coordinator, enrolled, m, opening, said, self } from '../scene.ts'

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
