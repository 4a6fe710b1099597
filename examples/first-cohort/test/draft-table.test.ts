import type { Values } from '@reverse-mentoring/core'
import type { Draft } from '@reverse-mentoring/runtime'
import { expect, it } from 'vitest'
import { draftTable } from '../src/draft-table.ts'

const code = (text: string) => text as Values.Code
const person = (n: number) =>
  `00000000-0000-4000-8000-00000000000${String(n)}` as Values.ParticipantId

const draft: Draft = {
  cohort: '00000000-0000-4000-8000-000000000009' as Values.CohortId,
  basedOn: 'sealed' as Draft['basedOn'],
  policy: { id: code('mine'), version: '1' as Values.Version },
  seed: 1,
  digest: 'a'.repeat(64) as Values.Digest,
  pairs: [
    {
      mentor: person(1),
      mentee: person(2),
      score: 47,
      reasons: [
        { rule: code('waiting'), points: 2 },
        { rule: code('shared-topics'), points: 30 },
        { rule: code('secret'), points: 15 },
        { rule: code('idle'), points: 0 },
      ],
      differs: {},
    },
  ],
  unmatched: [{ participant: person(3), role: 'mentor', reason: 'not-ready' }],
  worth: { pairs: 1, score: 47 },
  rules: [
    { code: code('waiting'), disclosure: 'both' },
    { code: code('shared-topics'), disclosure: 'both' },
    { code: code('idle'), disclosure: 'both' },
    { code: code('secret'), disclosure: 'none' },
  ],
}

const numbered = (first: number) => draft.pairs.map((pair, i) => ({ number: first + i, pair }))

it('shows pairs by number, the strongest reason first, and no rule that may not be told', () => {
  expect(draftTable({ draft, numbered: numbered(31), nameOf: undefined }).split('\n')).toEqual([
    '1 pair, 1 person unmatched (policy mine 1)',
    ' pair  score because of',
    '   31     47 shared topics, waiting',
    'Unmatched for now:',
    '  not ready yet: a gate is missing (purpose, briefing or line) – 1 junior',
  ])
})

it('shows names where they were asked for', () => {
  const names = ['', 'Ana Sá', 'Jürgen Kästner', 'Émilie Roy']
  const nameOf = (id: string) => names[Number(id.at(-1))] ?? ''
  const lines = draftTable({ draft, numbered: numbered(1), nameOf }).split('\n')
  expect(lines[2]).toBe(
    '    1 Ana Sá                Jürgen Kästner            47 shared topics, waiting',
  )
  expect(lines.slice(4).join(' ')).toContain('Émilie Roy')
})
