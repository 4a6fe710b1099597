import { given } from '@reverse-mentoring/testing'
import { test } from 'vitest'
import { code, enrolled, m, opening, at, system } from '../scene.ts'

const open = { ...opening(), type: 'OpenCohort' } as const

test('Whoever is enrolled here opens nothing here, not even again', () => {
  const by = { role: 'coordinator', id: m } as const
  given({ ...opening(), by }, { ...enrolled(m, 'mentor'), by: system })
    .when({ ...open, by })
    .thenRefused({ _tag: 'NotAllowed', by })
})

test('A cohort is opened once under one set of rules', () => {
  given(opening()).when(open).then()
  given(opening())
    .when({ ...open, terms: 2 })
    .thenRefused({ _tag: 'IdTaken', id: open.cohort })
})

test.each([
  ['ends-before-start', { plannedEnd: at(0) }],
  ['least-above-planned', { rules: { ...open.rules, leastSessions: 7 } }],
  [
    'unknown-excludes-without-legal-basis',
    {
      codes: {
        ...open.codes,
        rules: [{ code: code('women'), disclosure: 'none', unknownExcludes: true }],
      },
    },
  ],
  ['code-listed-twice', { codes: { ...open.codes, goals: [code('try'), code('try')] } }],
] as const)('Rules that contradict themselves are refused: %s', (problem, more) => {
  given()
    .when({ ...open, ...more })
    .thenRefused({ _tag: 'UnsoundRules', problem })
})
