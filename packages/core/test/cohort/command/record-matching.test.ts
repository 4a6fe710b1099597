import { test } from 'vitest'
import type { Command } from '@reverse-mentoring/core'
import { given } from '@reverse-mentoring/testing'
import {
  B,
  code,
  cohort,
  coordinator,
  e,
  e2,
  erased,
  m,
  m2,
  matched,
  opening,
  pairing,
  ready,
  run,
  said,
} from '../scene.ts'

const content = {
  ...said(coordinator, 5),
  run: run(1),
  basedOn: 5,
  policy: code('topics-first'),
  policyVersion: '1.2' as never,
  seed: 7,
  digest: '0'.repeat(64) as never,
  unmatched: [],
} as const
const pairs = [
  { pairing: pairing(1), mentor: m, mentee: e, reasons: [code('topics')], score: 40 },
  { pairing: pairing(2), mentor: m2, mentee: e2, reasons: [] },
]
const draft: Command.Command = { ...content, type: 'RecordMatching', cohort, pairs }
const past = [...B, ...ready(m2, 'mentor'), ...ready(e2, 'mentee')]
const recorded = [
  ...pairs.map(
    (pair) => ({ ...pair, ...said(coordinator, 5), type: 'Matched', run: run(1) }) as const,
  ),
  { ...content, type: 'MatchingRan', part: 1, of: 1, pairs: 2 } as const,
]
const stale = { _tag: 'StaleDraft', run: run(1) } as const

test('The pairs of a draft and its run are recorded together', () => {
  given(...past)
    .when(draft)
    .then(...recorded)
})

test('A draft that was recorded adds nothing', () => {
  given(...past, ...recorded)
    .when(draft)
    .then()
})

test('A draft that uses an id twice is refused whole', () => {
  given(...past)
    .when({ ...draft, pairs: pairs.map((pair) => ({ ...pair, pairing: pairing(1) })) })
    .thenRefused({ _tag: 'IdTaken', id: pairing(1) })
})

test('A draft of which one id stands for something else is refused whole', () => {
  given(...past, { ...matched(2, m2, e2), by: coordinator })
    .when(draft)
    .thenRefused({ _tag: 'IdTaken', id: pairing(2) })
})

test('A draft that gives one person more pairings than places is stale', () => {
  given(...past)
    .when({ ...draft, pairs: pairs.map((pair) => ({ ...pair, mentor: m })) })
    .thenRefused(stale)
})

test('A draft that names somebody who was erased is stale', () => {
  given(...past, erased(m2, 4))
    .when(draft)
    .thenRefused(stale)
  given(...past, erased(m2, 4))
    .when({
      ...draft,
      pairs: [],
      unmatched: [{ participant: m2, role: 'mentor', reason: 'struck' }],
    })
    .thenRefused(stale)
})

test('A reason that may not be told is none that the draft may give', () => {
  given(...past)
    .when({ ...draft, pairs: pairs.map((pair) => ({ ...pair, reasons: [code('region')] })) })
    .thenRefused({ _tag: 'UnknownCode', code: code('region'), list: 'rules' })
})

test('A limit that was reached is one of the rules that the cohort knows', () => {
  const left = (limit: string) => ({
    ...draft,
    unmatched: [
      {
        participant: m2,
        role: 'mentor' as const,
        reason: 'limit' as const,
        limit: code(limit),
      },
    ],
  })
  given(...past)
    .when({
      ...left('topics'),
      unmatched: [{ participant: m2, role: 'mentor', reason: 'struck', limit: code('topics') }],
    })
    .thenRefused({ _tag: 'UnknownCode', code: code('topics'), list: 'rules' })
  given(...past)
    .when(left('few-of-sales'))
    .thenRefused({ _tag: 'UnknownCode', code: code('few-of-sales'), list: 'rules' })
})

test('That a rule with a legal basis reached its limit is not told: it may say what somebody is', () => {
  const { codes } = opening()
  const rule = {
    code: code('of-one-kind'),
    disclosure: 'self',
    legalBasis: code('law'),
  } as const
  const left = [
    { participant: m2, role: 'mentor', reason: 'limit', limit: code('of-one-kind') } as const,
  ]
  const open = (rules: typeof codes.rules) => [
    { ...opening(), codes: { ...codes, rules } },
    ...past.slice(1),
  ]
  const { legalBasis: _basis, ...plain } = rule
  given(...open([rule]))
    .when({ ...draft, pairs: [], unmatched: left })
    .thenRefused({ _tag: 'UnknownCode', code: code('of-one-kind'), list: 'rules' })
  given(...open([plain]))
    .when({ ...draft, pairs: [], unmatched: left })
    .then({ ...content, type: 'MatchingRan', part: 1, of: 1, pairs: 0, unmatched: left })
})

test('A draft is of a policy that the cohort knows', () => {
  given(...past)
    .when({ ...draft, policy: code('any') })
    .thenRefused({ _tag: 'UnknownCode', code: code('any'), list: 'policies' })
})

test('A pair does not bear the id of the run', () => {
  given(...past)
    .when({ ...draft, pairs: [{ ...pairs[0]!, pairing: run(1) as never }] })
    .thenRefused({ _tag: 'IdTaken', id: run(1) })
})

const part = (n: number, of = 2): Command.Command => ({
  ...draft,
  pairs: pairs.slice(n - 1, n),
  part: n,
  of,
})
const partRecorded = (n: number) => [
  ...recorded.slice(n - 1, n),
  { ...content, type: 'MatchingRan', part: n, of: 2, pairs: 1 } as const,
]

test('The parts of a large draft hold by themselves, in any order', () => {
  given(...past)
    .when(part(2))
    .then(...partRecorded(2))
  given(...past, ...partRecorded(2))
    .when(part(1))
    .then(...partRecorded(1))
})

test('Each part can be repeated, and no part undoes another', () => {
  const whole = [...past, ...partRecorded(1), ...partRecorded(2)]
  given(...whole)
    .when(part(1))
    .then()
  given(...whole)
    .when(part(2))
    .then()
  given(...whole)
    .when({ ...part(2), pairs: [] } as Command.Command)
    .thenRefused({ _tag: 'IdTaken', id: run(1) })
})

test('The parts of one run say alike what the run was', () => {
  const other = { ...part(2), seed: 8 } as Command.Command
  given(...past, ...partRecorded(1))
    .when(other)
    .thenRefused({ _tag: 'IdTaken', id: run(1) })
  given(...past, ...partRecorded(1))
    .when(part(2, 3))
    .thenRefused({ _tag: 'IdTaken', id: run(1) })
  given(...past)
    .when({ ...draft, part: 3, of: 2 })
    .thenRefused({ _tag: 'IdTaken', id: run(1) })
})

test('A later part may be stale; the earlier ones stand', () => {
  given(...past, ...partRecorded(1), erased(m2, 6))
    .when(part(2))
    .thenRefused(stale)
})
