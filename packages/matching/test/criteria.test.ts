import type { Values } from '@reverse-mentoring/core'
import { Criteria, Limit, Policy, Rule, Score } from '@reverse-mentoring/matching'
import { quota, type Solver } from '@reverse-mentoring/matching/quota'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf, person } from './people.ts'

const parts = [
  Rule.topicsMeet(),
  Rule.otherRegion(),
  Score.topics({ points: 3 }),
  Score.waiting({ points: 1 }),
  Score.own({ code: codeOf('mine'), disclosure: 'none', points: () => 1 }),
]
const criteria = fc.array(fc.constantFrom(...parts)).map((some) => Criteria.of(...some))

test('criteria are a monoid', () => {
  fc.assert(
    fc.property(criteria, criteria, criteria, (a, b, c) => {
      expect(Criteria.concat(Criteria.concat(a, b), c)).toEqual(
        Criteria.concat(a, Criteria.concat(b, c)),
      )
      expect(Criteria.concat(Criteria.empty, a)).toEqual(a)
      expect(Criteria.concat(a, Criteria.empty)).toEqual(a)
    }),
  )
})

test('parts go where they belong, in their order', () => {
  const { rules, scores } = Criteria.of(...parts)
  expect(rules).toEqual(parts.slice(0, 2))
  expect(scores).toEqual(parts.slice(2))
  expect(Criteria.recorded(Criteria.of(...parts)).map(({ code }) => code)).toEqual(
    parts.map(({ code }) => code),
  )
})

describe('what is given is looked at when a part is made', () => {
  const code = 'No Code' as Values.Code
  const told = { code, disclosure: 'none' } as const
  const points = 1
  const [mentor, mentee] = [person(1), 'Ada' as Values.ParticipantId]
  const isMan = { mentor: { gender: 'man' }, mentee: { gender: 'man' } }
  const trait = { attribute: 'energy', scale: ['low', 'high'], direction: 'similar' } as const
  const group = { code, of: 'mentee', pairs: 1, people: 1 } as const
  const solver = { createModel: () => undefined } as never as Solver
  const [criteria, objective] = [Criteria.empty, 'score-first'] as const
  const makers: Readonly<Record<string, () => unknown>> = {
    'Rule.own': () => Rule.own({ ...told, judge: () => true }),
    'Rule.ownRows': () => Rule.ownRows({ ...told, judge: () => [] }),
    'Rule.topicsMeet': () => Rule.topicsMeet({ code }),
    'Rule.languagesMeet': () => Rule.languagesMeet({ code }),
    'Rule.zonesOverlap': () => Rule.zonesOverlap({ code, hours: 1 }),
    'Rule.otherRegion': () => Rule.otherRegion({ code }),
    'Rule.otherDepartment': () => Rule.otherDepartment({ code }),
    'Rule.otherLocation': () => Rule.otherLocation({ code }),
    'Rule.apartInOrganisation': () => Rule.apartInOrganisation({ code, steps: 1 }),
    'Rule.traitFits': () => Rule.traitFits({ ...trait, code, steps: 1 }),
    'Rule.attributePattern': () => Rule.attributePattern({ ...isMan, code }),
    'Rule.notPaired': () => Rule.notPaired({ code, pairs: [] }),
    'Score.own': () => Score.own({ ...told, points: () => 1 }),
    'Score.ownRows': () => Score.ownRows({ ...told, points: () => [] }),
    'Score.topics': () => Score.topics({ code, points }),
    'Score.languages': () => Score.languages({ code, points }),
    'Score.commonHours': () => Score.commonHours({ code, points }),
    'Score.differentRegion': () => Score.differentRegion({ code, points }),
    'Score.differentDepartment': () => Score.differentDepartment({ code, points }),
    'Score.differentLocation': () => Score.differentLocation({ code, points }),
    'Score.distance': () => Score.distance({ code, points }),
    'Score.trait': () => Score.trait({ ...trait, code, points }),
    'Score.waiting': () => Score.waiting({ code, points }),
    'Score.attributePattern': () => Score.attributePattern({ ...isMan, code, points }),
    'Score.preference': () => Score.preference({ code, points, of: 'mentor', lists: new Map() }),
    'Limit.atMost': () => Limit.atMost(group),
    'Limit.atLeast': () => Limit.atLeast(group),
    'Limit.together': () => Limit.together({ code, pairs: [] }),
    'Criteria.recorded': () =>
      Criteria.recorded({ ...criteria, rules: [{ ...Rule.topicsMeet(), code }] }),
    'Policy.optimal': () => Policy.optimal({ criteria, objective, id: code }),
    'Policy.stable': () => Policy.stable({ criteria, id: code }),
    'Policy.greedy': () => Policy.greedy({ criteria, id: code }),
    'Policy.random': () => Policy.random({ criteria, id: code }),
    'Policy.own': () => Policy.own({ ...Policy.greedy({ criteria }), id: code }),
    quota: () => quota({ solver, criteria, objective, id: code }),
  }
  const makes = new Set(Object.keys(makers))

  test.each(Object.entries(makers))('%s takes no code that is none', (_, make) => {
    expect(make).toThrow('“No Code” is no code: up to 40 of a-z, 0-9 and -')
  })

  test('all that make a part or a policy are tried', () => {
    const all = Object.entries({ Rule, Score, Limit, Policy }).flatMap(([name, { ...parts }]) =>
      Object.keys(parts).map((part) => `${name}.${part}`),
    )
    const others = ['Policy.shortlist', 'Policy.runPolicy', 'Policy.ofModule']
    expect(all.filter((name) => !makes.has(name) && !others.includes(name))).toEqual([])
  })

  test.each<readonly [string, () => unknown]>([
    ['Rule.notPaired', () => Rule.notPaired({ pairs: [{ mentor, mentee }] })],
    ['Limit.together', () => Limit.together({ code: codeOf('a'), pairs: [{ mentor, mentee }] })],
    [
      'Score.preference, who names',
      () => Score.preference({ points, of: 'mentor', lists: new Map([[mentee, [mentor]]]) }),
    ],
    [
      'Score.preference, who is named',
      () => Score.preference({ points, of: 'mentor', lists: new Map([[mentor, [mentee]]]) }),
    ],
  ])('%s takes nobody whose id is none', (_, make) => {
    expect(make).toThrow('“Ada” is no id of a participant: a lower-case UUID')
  })
  test('a pair that is none is no pair', () => {
    const made = () => Limit.together({ code: codeOf('a'), pairs: [null as never] })
    expect(made).toThrow('“null” is no pair: each has a `mentor` and a `mentee`')
  })
})
