import { Rule } from '@reverse-mentoring/matching'
import { describe, expect, test } from 'vitest'
import { allows } from '../judged.ts'
import { codeOf, mentee, mentor, person } from '../people.ts'

const [ai, web] = [codeOf('ai'), codeOf('web')]
const basis = codeOf('positive-action')

describe('topics meet', () => {
  test('where the mentor offers what the mentee seeks', () => {
    expect(
      allows(Rule.topicsMeet(), mentor(1, { offered: [ai] }), mentee(2, { sought: [ai] })),
    ).toBe(true)
    expect(
      allows(Rule.topicsMeet(), mentor(1, { offered: [web] }), mentee(2, { sought: [ai] })),
    ).toBe(false)
  })

  test('unknown where one of them named none', () => {
    expect(allows(Rule.topicsMeet(), mentor(1), mentee(2, { sought: [ai] }))).toBe(true)
    expect(allows(Rule.topicsMeet(), mentor(1, { offered: [ai] }), mentee(2))).toBe(true)
  })

  test('each way in a reciprocal cohort', () => {
    const junior = mentor(1, { offered: [ai], sought: [web] })
    const other = mentee(2, { offered: [ai], sought: [ai] })
    expect(allows(Rule.topicsMeet(), junior, other)).toBe(true)
    expect(allows(Rule.topicsMeet(), junior, other, { mode: 'reciprocal' })).toBe(false)
    const both = mentee(2, { offered: [web], sought: [ai] })
    expect(allows(Rule.topicsMeet(), junior, both, { mode: 'reciprocal' })).toBe(true)
  })

  test('one way is unknown in a reciprocal cohort: only a known no excludes', () => {
    const one = mentor(1, { offered: [ai] })
    expect(
      allows(Rule.topicsMeet(), one, mentee(2, { sought: [web] }), { mode: 'reciprocal' }),
    ).toBe(false)
    expect(
      allows(Rule.topicsMeet(), one, mentee(2, { sought: [ai] }), { mode: 'reciprocal' }),
    ).toBe(true)
  })

  test('in so many topics as asked', () => {
    const senior = mentee(2, { sought: [ai, web] })
    expect(allows(Rule.topicsMeet({ least: 2 }), mentor(1, { offered: [ai] }), senior)).toBe(false)
    expect(allows(Rule.topicsMeet({ least: 2 }), mentor(1, { offered: [ai, web] }), senior)).toBe(
      true,
    )
  })
})

const speaks = (...languages: ReadonlyArray<string>) => ({ attributes: { languages } })

test('languages meet; unknown excludes only as recorded with a legal basis', () => {
  const rule = Rule.languagesMeet()
  expect(allows(rule, mentor(1, speaks('en', 'de')), mentee(2, speaks('de')))).toBe(true)
  expect(allows(rule, mentor(1, speaks('en')), mentee(2, speaks('de')))).toBe(false)
  expect(allows(rule, mentor(1), mentee(2, speaks('de')))).toBe(true)
  const recorded = { code: rule.code, disclosure: 'both', unknownExcludes: true } as const
  expect(allows(rule, mentor(1), mentee(2, speaks('de')), { rules: [recorded] })).toBe(true)
  const lawful = [{ ...recorded, legalBasis: basis }]
  expect(allows(rule, mentor(1), mentee(2, speaks('de')), { rules: lawful })).toBe(false)
  expect(allows(rule, mentor(1, speaks('de')), mentee(2, speaks('de')), { rules: lawful })).toBe(
    true,
  )
})

const at = (zone: string) => ({ attributes: { zone } })

test('zones overlap by working hours at the instant of the run', () => {
  const pair = (one: string, other: string, hours: number) =>
    allows(Rule.zonesOverlap({ hours }), mentor(1, at(one)), mentee(2, at(other)))
  expect(pair('Europe/London', 'Europe/London', 8)).toBe(true)
  expect(pair('Europe/London', 'Europe/Berlin', 7)).toBe(true)
  expect(pair('Europe/London', 'Europe/Berlin', 8)).toBe(false)
  expect(pair('Europe/London', 'Asia/Kolkata', 2)).toBe(true)
  expect(pair('Europe/London', 'Asia/Kolkata', 3)).toBe(false)
  expect(pair('Pacific/Auckland', 'America/Los_Angeles', 5)).toBe(true)
  expect(pair('Europe/London', 'Mars/Olympus', 8)).toBe(true)
})

test.each([
  ['region', Rule.otherRegion()],
  ['department', Rule.otherDepartment()],
  ['location', Rule.otherLocation()],
])('other %s', (name, rule) => {
  const has = (value: string) => ({ attributes: { [name]: value } })
  expect(allows(rule, mentor(1, has('a')), mentee(2, has('b')))).toBe(true)
  expect(allows(rule, mentor(1, has('a')), mentee(2, has('a')))).toBe(false)
  expect(allows(rule, mentor(1, has('a')), mentee(2))).toBe(true)
})

test('a trait fits, complementary or similar', () => {
  const trait = { attribute: 'type', scale: ['introvert', 'ambivert', 'extravert'] }
  const is = (type: string) => ({ attributes: { type } })
  const apart = Rule.traitFits({ ...trait, direction: 'complementary', steps: 2 })
  const alike = Rule.traitFits({ ...trait, direction: 'similar', steps: 2 })
  expect(allows(apart, mentor(1, is('introvert')), mentee(2, is('extravert')))).toBe(true)
  expect(allows(apart, mentor(1, is('introvert')), mentee(2, is('introvert')))).toBe(false)
  expect(allows(alike, mentor(1, is('introvert')), mentee(2, is('extravert')))).toBe(false)
  expect(allows(alike, mentor(1, is('introvert')), mentee(2, is('introvert')))).toBe(true)
  expect(allows(alike, mentor(1, is('unheard of')), mentee(2, is('introvert')))).toBe(true)
})

test('apart in the organisation', () => {
  const [top, left, right] = [person(91), person(92), person(93)]
  const rule = Rule.apartInOrganisation({ steps: 2 })
  const team = (...chain: ReadonlyArray<typeof top>) => ({ chain })
  expect(allows(rule, mentor(1, team(left, top)), mentee(2, team(left, top)))).toBe(false)
  expect(allows(rule, mentor(1, team(left, top)), mentee(2, team(top)))).toBe(false)
  expect(allows(rule, mentor(1, team(left, top)), mentee(2, team(right, top)))).toBe(true)
  expect(allows(rule, mentor(1, team(left)), mentee(2, team(right)))).toBe(true)
  expect(allows(rule, mentor(1, { external: true }), mentee(2, team(right)))).toBe(true)
})

test('own rules are three-valued', () => {
  const judged = (verdict: boolean | undefined) =>
    Rule.own({ code: codeOf('mine'), disclosure: 'none', judge: () => verdict })
  expect(allows(judged(true), mentor(1), mentee(2))).toBe(true)
  expect(allows(judged(false), mentor(1), mentee(2))).toBe(false)
  expect(allows(judged(undefined), mentor(1), mentee(2))).toBe(true)
})
