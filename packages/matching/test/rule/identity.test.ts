import { Criteria, Policy, Rule, Score } from '@reverse-mentoring/matching'
import { describe, expect, test } from 'vitest'
import { allows, failureOf, points } from '../judged.ts'
import { codeOf, mentee, mentor, poolOf } from '../people.ts'

const rule = Rule.attributePattern({ mentor: { gender: 'woman' }, mentee: { gender: 'man' } })
const score = Score.attributePattern({
  mentor: { gender: 'woman' },
  mentee: { gender: 'man' },
  points: 30,
})
const lawful = (code: typeof rule.code) => ({
  rules: [{ code, disclosure: 'none' as const, legalBasis: codeOf('positive-action') }],
})
const woman = { identity: { gender: 'woman' } }
const man = { identity: { gender: 'man' } }

describe('INV39 an attribute pattern', () => {
  test('judges by what people agreed to, or what the basis of this very rule covers', () => {
    const more = lawful(rule.code)
    expect(allows(rule, mentor(1, woman), mentee(2, man), more)).toBe(true)
    expect(allows(rule, mentor(1, man), mentee(2, man), more)).toBe(false)
    const covered = { identityFor: { [rule.code]: { gender: 'man' } } }
    expect(allows(rule, mentor(1, covered), mentee(2, man), more)).toBe(false)
    const elsewhere = { identityFor: { other: { gender: 'man' } } }
    expect(allows(rule, mentor(1, elsewhere), mentee(2, man), more)).toBe(true)
    const job = { attributes: { gender: 'man' } }
    expect(allows(rule, mentor(1, job), mentee(2, man), more)).toBe(true)
  })

  test('unknown does not hide a known no', () => {
    expect(allows(rule, mentor(1), mentee(2, woman), lawful(rule.code))).toBe(false)
  })

  test('as a score it gives points only where all is known', () => {
    expect(points(score, mentor(1, woman), mentee(2, man), lawful(score.code))).toBe(30)
    expect(points(score, mentor(1), mentee(2, man), lawful(score.code))).toBe(0)
    expect(points(score, mentor(1, man), mentee(2, man), lawful(score.code))).toBe(0)
  })

  test.each([rule, score])('refuses to run without a recorded legal basis', (part) => {
    const policy = Policy.optimal({ criteria: Criteria.of(part), objective: 'score-first' })
    const people = [[mentor(1, woman)], [mentee(2, man)]] as const
    expect(failureOf(policy, poolOf(...people))).toMatchObject({ rule: part.code })
    const rules = [{ code: part.code, disclosure: 'none' as const }]
    expect(failureOf(policy, poolOf(...people, { rules }))).toMatchObject({ rule: part.code })
  })
})
