import type { Event, Values } from '@reverse-mentoring/core'
import { Criteria, Explanation, Policy, Rule, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { resultOf } from '../judged.ts'
import { codeOf, context, mentee, mentor, person, poolOf } from '../people.ts'

const ai = codeOf('ai')
const lists = new Map([[person(3), [person(1)]]])
const criteria = Criteria.of(
  Rule.topicsMeet(),
  Score.topics({ points: 5 }),
  Score.differentRegion({ points: 50, disclosure: 'none' }),
  Score.preference({ of: 'mentee', lists, points: 1 }),
)
const policy = Policy.optimal({ criteria, objective: 'participation-first' })
const recorded: ReadonlyArray<Event.MatchingRule> = [
  { code: codeOf('topics-meet'), disclosure: 'both' },
  { code: codeOf('shared-topics'), disclosure: 'both' },
  { code: codeOf('different-region'), disclosure: 'both' },
  { code: codeOf('named-by-mentee'), disclosure: 'both' },
]
const region = (name: string) => ({ attributes: { region: name } })
const pool = poolOf(
  [mentor(1, { offered: [ai], ...region('a') })],
  [
    mentee(3, { sought: [ai], ...region('b') }),
    mentee(4, { sought: [ai] }),
    mentee(5, { sought: [codeOf('web')] }),
  ],
  { rules: recorded },
)
const result = resultOf(policy, pool)
const [pair] = result.pairs
const words: Explanation.Words = {
  nameOf: (id: Values.ParticipantId) => `P${String(Number(id.slice(-3)))}`,
  labels: new Map([['shared-topics', 'topics you share']]),
}

const spokeTo = (viewer: Explanation.Viewer, rules = recorded) =>
  Explanation.whyPair(criteria, { ...pool, rules }, pair!, viewer).spoke

describe('why this pair', () => {
  test('names what its disclosure and the cohort let each viewer know, what counted most first', () => {
    expect(spokeTo('mentee')).toEqual(['shared-topics', 'named-by-mentee'])
    expect(spokeTo('mentor')).toEqual(['shared-topics'])
    expect(spokeTo('coordinator')).toEqual(['shared-topics'])
  })

  test('the stricter of the two counts, and what is not recorded is told to nobody', () => {
    const hidden = recorded.map((rule) => ({ ...rule, disclosure: 'none' as const }))
    expect(spokeTo('mentee', hidden)).toEqual([])
    expect(spokeTo('mentee', [])).toEqual([])
  })

  test('once: a rule not beside the score that says the same, unless only the rule is told', () => {
    const untold = recorded.filter(({ code }) => code !== 'shared-topics')
    expect(spokeTo('mentor', untold)).toEqual(['topics-meet'])
    const both = (rule: Rule.Rule, score: Score.Score) => {
      const rules = [rule, score].map(({ code }) => ({ code, disclosure: 'both' }) as const)
      const reasons = rules.map(({ code }, points) => ({ rule: code, points }))
      const told = { ...pair!, reasons }
      return Explanation.whyPair(Criteria.of(rule, score), { ...pool, rules }, told, 'mentor').spoke
    }
    const points = 1
    const trait = { attribute: 'energy', scale: ['low', 'high'], disclosure: 'both' } as const
    const differ = { ...trait, direction: 'complementary' } as const
    for (const [rule, score] of [
      [Rule.languagesMeet(), Score.languages({ points })],
      [Rule.zonesOverlap({ hours: 1 }), Score.commonHours({ points })],
      [Rule.otherRegion(), Score.differentRegion({ points })],
      [Rule.otherDepartment(), Score.differentDepartment({ points })],
      [Rule.otherLocation(), Score.differentLocation({ points })],
      [Rule.apartInOrganisation({ steps: 1 }), Score.distance({ points })],
      [Rule.traitFits({ ...differ, steps: 1 }), Score.trait({ ...differ, points })],
    ] as const)
      expect(both(rule, score)).toEqual([score.code])
    const mine = Rule.own({ code: codeOf('mine'), disclosure: 'both', judge: () => true })
    expect(both(mine, Score.topics({ points }))).toEqual(['shared-topics', 'mine'])
  })

  test('as a sentence', () => {
    const why = Explanation.whyPair(criteria, pool, pair!, 'coordinator')
    expect(Explanation.render(why, words)).toBe(
      'P1 and P3 are proposed to each other; for this spoke topics you share.',
    )
    expect(Explanation.render({ ...why, spoke: [] }, words)).not.toContain('spoke')
  })
})

describe('INV36 why not that pair', () => {
  const whyNot = (mentee: number, more: Partial<typeof pool> = {}, junior = 1) => {
    const why = Explanation.whyNot(policy, { ...pool, ...more }, context, result, {
      mentor: person(junior),
      mentee: person(mentee),
    })
    return E.isRight(why) ? why.right : expect.fail(why.left.problem)
  }

  test('whatever forbids it reads the same', () => {
    const forbidden = [{ first: person(1), second: person(4) }]
    const above = pool.mentees.map((one) => ({ ...one, chain: [person(1)] }))
    const junior = pool.mentees.map((one) => ({ ...one, seniority: 0 }))
    const same = [
      whyNot(4, { forbidden }),
      whyNot(4, { mentees: above }),
      whyNot(4, { mentees: junior }),
      whyNot(4, { mentees: [] }),
    ]
    for (const why of same)
      expect(why).toEqual({ _tag: 'NotAdmissible', mentor: person(1), mentee: person(4) })
    expect(
      new Set([...same, whyNot(4, { forbidden })].map((why) => Explanation.render(why, words))),
    ).toEqual(new Set(['P1 and P4 cannot be paired.']))
    expect(whyNot(5)._tag).toBe('NotAdmissible')
    expect(whyNot(5, {}, 77)._tag).toBe('NotAdmissible')
  })

  test('others serve better, without a number', () => {
    expect(whyNot(4)).toEqual({ _tag: 'OthersServeBetter', mentor: person(1), mentee: person(4) })
    expect(Explanation.render(whyNot(4), words)).toBe(
      'P1 and P4 could be paired; other pairs serve the cohort better.',
    )
    expect(whyNot(3)._tag).toBe('Proposed')
  })

  test('is unknown of a policy that does not say what it thinks of pairs, unless the cohort forbids it', () => {
    const of = (mentee: number, more: Partial<typeof pool> = {}) =>
      Explanation.whyNot({}, { ...pool, ...more }, context, result, {
        ...{ mentor: person(1), mentee: person(mentee) },
      })
    const unknown = { _tag: 'Unknown', mentor: person(1), mentee: person(4) } as const
    expect(of(4)).toEqual(E.right(unknown))
    expect(Explanation.render(unknown, words)).toBe(
      'P1 and P4 are not proposed to each other; the policy does not say why.',
    )
    const forbidden = [{ first: person(1), second: person(4) }]
    expect(of(4, { forbidden })).toMatchObject({ right: { _tag: 'NotAdmissible' } })
  })
})

describe('INV33 why unmatched', () => {
  test('with a crowd that seeks too much; who they are only to the coordinator', () => {
    const who = { participant: person(4), role: 'mentee' } as const
    expect(Explanation.whyUnmatched(result, who, 'mentee')).toEqual({
      _tag: 'WhyUnmatched',
      ...who,
      reason: 'too-few-places',
      crowd: { people: 2, pairs: 1 },
    })
    const why = Explanation.whyUnmatched(result, who, 'coordinator')!
    expect(why.crowd?.who).toEqual([person(3), person(4)])
    expect(Explanation.render(why, words)).toBe(
      'P4 is one of 2 mentees who seek more places than there are: everybody who may be paired with them has 1 place for them in all (the others: P3).',
    )
  })

  test('or nobody who can be theirs; nothing for who is matched', () => {
    const why = Explanation.whyUnmatched(
      result,
      { participant: person(5), role: 'mentee' },
      'mentee',
    )!
    expect(why.reason).toBe('not-admissible')
    expect(Explanation.render(why, words)).toBe('Nobody in this run can be P5’s mentor.')
    expect(
      Explanation.whyUnmatched(result, { participant: person(3), role: 'mentee' }, 'mentee'),
    ).toBe(undefined)
  })

  test('every reason has a sentence of its own', () => {
    const reasons = [
      'not-ready',
      'not-admissible',
      'below-threshold',
      'too-few-places',
      'places-serve-others-better',
      'struck',
    ] as const
    const sentences = reasons.map((reason) =>
      Explanation.render(
        { _tag: 'WhyUnmatched', participant: person(5), role: 'mentee', reason },
        words,
      ),
    )
    expect(new Set(sentences).size).toBe(reasons.length)
  })
})

test('two policies on one pool: who is paired differently, and why', () => {
  const two = poolOf(
    [mentor(1, region('a')), mentor(2, region('b'))],
    [mentee(3, region('a')), mentee(4, region('b'))],
    { rules: [{ code: codeOf('different-region'), disclosure: 'both' }] },
  )
  const apart = Policy.optimal({
    criteria: Criteria.of(
      Score.differentRegion({ points: 9 }),
      Score.own({ code: codeOf('secret'), disclosure: 'none', points: () => 3 }),
    ),
    objective: 'score-first',
  })
  const near = Policy.optimal({
    criteria: Criteria.of(
      Rule.own({
        code: codeOf('near'),
        disclosure: 'both',
        judge: (a, b) => a.attributes['region'] === b.attributes['region'],
      }),
    ),
    objective: 'participation-first',
  })
  const compared = Explanation.compare(apart, near, two, context)
  if (E.isLeft(compared)) return expect.fail(compared.left.problem)
  const { people, only, same } = compared.right
  expect(same).toBe(0)
  expect(people[0]).toEqual({
    participant: person(1),
    role: 'mentor',
    first: [person(4)],
    second: [person(3)],
  })
  expect(only.map(({ by, otherwise }) => `${by} ${otherwise}`)).toEqual([
    'first not-admitted',
    'first not-admitted',
    'second served-better',
    'second served-better',
  ])
  const sentences = Explanation.renderComparison(compared.right, {
    ...words,
    first: 'apart',
    second: 'near',
  })
  expect(sentences[0]).toBe('apart makes 2 pairs and near 2; 0 are the same.')
  expect(sentences[1]).toBe('Both pair as many of every group of people.')
  expect(sentences[2]).toBe(
    'apart pairs P2 and P3, for different-region; the other does not admit the pair.',
  )
  const alike = { ...words, first: 'optimal', second: 'optimal' }
  const [, , pair, ...others] = Explanation.renderComparison(compared.right, alike)
  expect(pair).toMatch(/^optimal \(the first\) pairs P2 and P3/)
  expect(others.at(-1)).toMatch(/^optimal \(the second\) pairs/)
  const itself = Explanation.compare(apart, apart, two, context)
  expect(itself).toMatchObject({ right: { same: 2, only: [], people: [] } })
})
