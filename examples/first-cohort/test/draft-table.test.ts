import type { Values } from '@reverse-mentoring/core'
import type { Draft } from '@reverse-mentoring/runtime'
import { expect, it } from 'vitest'
import type { RosterPerson } from '@reverse-mentoring/roster'
import { draftCsv } from '../src/draft-csv.ts'
import { draftTable, type DraftShown } from '../src/draft-table.ts'

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

const names = ['', 'Ana Sá', 'Jürgen Kästner', 'Émilie Roy']
const people = new Map(
  [1, 2, 3].map((n): readonly [string, RosterPerson] => [
    person(n),
    {
      ...{ line: n, id: String(n), name: names[n] ?? '', external: false },
      roles: ['mentor'],
      seniority: n * 3,
      offered: [code('ai-tools'), code('writing')],
      sought: [code('ai-tools')],
      attributes: { department: n === 1 ? 'Finance' : 'Sales' },
      chain: [],
    },
  ]),
)

const shown = (change: Partial<DraftShown>, count = 1): DraftShown => ({
  draft,
  numbered: Array.from({ length: count }, (_, i) => numbered(31 + i)).flat(),
  names: false,
  width: 80,
  height: 24,
  kept: 'all in draft.csv',
  personOf: (participant) => people.get(participant),
  labelOf: (topic) => topic.replace('-', ' '),
  ...change,
})

it('shows pairs by number with grades, departments and topics, and no rule that may not be told', () => {
  expect(draftTable(shown({})).split('\n')).toEqual([
    '1 pair, 1 person unmatched (policy mine 1)',
    'Together worth 47, 47 a pair.',
    ' pair grades  departments              topics                            score',
    '   31 3–6     Finance / Sales          ai tools                             47',
    'Unmatched for now:',
    '  not ready yet: a gate is missing (purpose, briefing or line) – 1 junior',
  ])
})

it('shows names where they were asked for, in as much room as there is', () => {
  const narrow = draftTable(shown({ names: true }))
  expect(narrow).toContain('Ana Sá')
  expect(narrow).toContain('Émilie Roy')
  const wide = draftTable(shown({ names: true, width: 160 }))
  expect(wide).toMatch(
    /Ana Sá +Jürgen Kästner +Finance \/ Sales +ai tools +shared topics, waiting +47/,
  )
  for (const [text, width] of [
    [narrow, 80],
    [wide, 160],
  ] as const)
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(width)
})

it('shows a screenful, and says where all of it is', () => {
  const lines = draftTable(shown({}, 100)).split('\n')
  expect(lines.length).toBeLessThan(24)
  expect(lines).toContain('… 88 more pairs; all in draft.csv')
})

it('says that no better matching exists, or what would be possible', () => {
  const proved = { ...draft, bound: draft.worth }
  expect(draftTable(shown({ draft: proved }))).toContain(
    'No better matching exists under these rules.',
  )
  const bound = { ...draft, bound: { pairs: 2, score: 90 } }
  expect(draftTable(shown({ draft: bound })).replace(/\s+/g, ' ')).toContain(
    'At most 2 pairs worth 90 are possible.',
  )
})

it('keeps all pairs as CSV, and nothing in it is a formula', () => {
  const odd = new Map(
    [...people].map(([id, one]) => [
      id,
      { ...one, name: '=1+1', attributes: { department: '@x' } },
    ]),
  )
  const csv = draftCsv(shown({ names: true, personOf: (id) => odd.get(id) }))
  expect(csv.split('\n').slice(0, 2)).toEqual([
    '\ufeffpair,junior,senior,junior grade,senior grade,junior department,senior department,topics,score,because of',
    "31,'=1+1,'=1+1,3,6,'@x,'@x,ai tools,47,shared-topics 30; waiting 2",
  ])
})
