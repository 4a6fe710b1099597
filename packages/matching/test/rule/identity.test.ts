import { Matching, type Event, type Port } from '@reverse-mentoring/core'
import { Criteria, Policy, Rule, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { allows, failureOf, points, resultOf } from '../judged.ts'
import { codeOf, context, mentee, mentor, person, poolOf } from '../people.ts'

const wanted = { mentor: { gender: 'woman' }, mentee: { gender: 'man' } }
const rule = Rule.attributePattern(wanted)
const score = Score.attributePattern({ ...wanted, points: 30 })

type Known = Readonly<Record<number, Partial<Matching.Identified>>>

/** A rule recorded with a legal basis, which covers these attributes, and what people said of themselves. */
const recorded = (
  code: Event.MatchingRule['code'],
  covers: ReadonlyArray<string>,
  known: Known,
): Pick<Matching.ReadingPool, 'rules' | 'identity'> => {
  const basis = { legalBasis: codeOf('positive-action'), attributes: covers.map(codeOf) }
  const rules = [{ code, disclosure: 'none' as const, ...basis }]
  const people = Object.entries(known).map(([n, one]) => ({
    participant: person(Number(n)),
    identity: {},
    hasAgreed: false,
    ...one,
  }))
  return { rules, identity: Matching.readableIdentity(rules, people) }
}

const woman = { identity: { gender: 'woman' } }
const man = { identity: { gender: 'man' } }
const agreed = { hasAgreed: true }

describe('INV39 an attribute pattern', () => {
  test.each([
    ['both agreed, and fit', [], { 1: { ...woman, ...agreed }, 2: { ...man, ...agreed } }, true],
    ['both agreed, and do not', [], { 1: { ...man, ...agreed }, 2: { ...man, ...agreed } }, false],
    ['nobody agreed, and nothing covers it', [], { 1: man, 2: woman }, true],
    ['nobody agreed, and the legal basis covers it', ['gender'], { 1: man, 2: man }, false],
    ['the legal basis covers it, and they fit', ['gender'], { 1: woman, 2: man }, true],
    ['the legal basis covers something else', ['class'], { 1: man, 2: man }, true],
    [
      'one agreed, and does not fit: no, whatever the other is',
      [],
      { 2: { ...woman, ...agreed } },
      false,
    ],
  ] as const)('%s', (_, covers, known, isAllowed) => {
    expect(allows(rule, mentor(1), mentee(2), recorded(rule.code, covers, known))).toBe(isAllowed)
  })

  test('reads nothing that was recorded for another rule, and no attribute of the job', () => {
    const other = recorded(codeOf('another-rule'), ['gender'], { 1: man, 2: man })
    const own = recorded(rule.code, [], { 1: man, 2: man })
    const both = {
      rules: [...other.rules, ...own.rules],
      identity: { ...other.identity, ...own.identity },
    }
    expect(allows(rule, mentor(1), mentee(2), both)).toBe(true)
    const job = mentor(1, { attributes: { gender: 'man' } })
    expect(allows(rule, job, mentee(2), own)).toBe(true)
  })

  test.each([
    ['all is known', { 1: woman, 2: man }, 30],
    ['something is unknown', { 2: man }, 0],
    ['something does not fit', { 1: man, 2: man }, 0],
  ])('as a score, where %s', (_, known, expected) => {
    const more = recorded(score.code, ['gender'], known)
    expect(points(score, mentor(1), mentee(2), more)).toBe(expected)
  })

  test('excludes who is unknown only if that is recorded, with the legal basis', () => {
    const more = recorded(rule.code, ['gender'], { 2: man })
    expect(allows(rule, mentor(1), mentee(2), more)).toBe(true)
    const rules = more.rules.map((one) => ({ ...one, unknownExcludes: true }))
    expect(allows(rule, mentor(1), mentee(2), { ...more, rules })).toBe(false)
  })
})

const gendered = Score.own({
  code: codeOf('gendered'),
  disclosure: 'none',
  reads: ['gender'],
  points: (junior, senior) => {
    const [one, other] = [junior.identity.gender, senior.identity.gender]
    return one === undefined || other === undefined ? undefined : Number(one !== other)
  },
})

describe('INV39 a rule or score of one’s own', () => {
  test('reads what it says, of who agreed or where its legal basis covers it', () => {
    const known = { 1: woman, 2: { ...man, ...agreed } }
    const [covered, not] = [['gender'], []].map((covers) => recorded(gendered.code, covers, known))
    expect(points(gendered, mentor(1), mentee(2), covered)).toBe(1)
    expect(points(gendered, mentor(1), mentee(2), not)).toBe(0)
  })

  test('is handed people without any other identity', () => {
    const seen: Array<unknown> = []
    const all = { gender: 'woman', class: 'first' }
    const looking = (
      own: (of: (...both: ReadonlyArray<unknown>) => undefined) => Rule.Rule | Score.Score,
    ): void => {
      const part = own((...both) => {
        seen.push(...both.slice(0, 2))
        return undefined
      })
      const more = recorded(part.code, ['gender', 'class'], {
        1: { identity: all, ...agreed },
        2: { identity: all },
      })
      const policy = Policy.greedy({ criteria: Criteria.of(part) })
      resultOf(policy, { ...poolOf([mentor(1)], [mentee(2)]), ...more })
    }
    const named = { code: codeOf('looks'), disclosure: 'none' as const }
    looking((judge) => Rule.own({ ...named, judge }))
    looking((points) => Score.own({ ...named, points }))
    expect(seen.length).toBeGreaterThanOrEqual(4)
    for (const one of seen) expect(Object.keys(one as object)).not.toContain('identity')
    expect(JSON.stringify(seen)).not.toContain('woman')
    seen.length = 0
    looking((judge) => Rule.own({ ...named, judge, reads: ['gender'] }))
    expect(seen.length).toBeGreaterThanOrEqual(2)
    for (const one of seen) expect(one).toHaveProperty('identity', { gender: 'woman' })
  })

  test('has no identity in its types, but what it says that it reads', () => {
    const named = { code: codeOf('looks'), disclosure: 'none' as const }
    // @ts-expect-error nothing of identity is there
    Score.own({ ...named, points: ({ identity }) => Number(identity === undefined) })
    Score.own({
      ...named,
      reads: ['gender'],
      // @ts-expect-error only gender is there
      points: (junior) => Number(junior.identity.class === 'first'),
    })
    const peeking: Port.MatchingPolicy['propose'] = (pool) =>
      // @ts-expect-error a pool shows identity only to who takes a ReadingPool
      pool.identity === undefined ? E.left({ _tag: 'PolicyFailure', problem: '' }) : never()
    expect(peeking).toBeTypeOf('function')
  })

  test.each([rule, score, gendered])('does not run without a recorded legal basis', (part) => {
    const policy = Policy.optimal({ criteria: Criteria.of(part), objective: 'score-first' })
    const people = [[mentor(1)], [mentee(2)]] as const
    expect(failureOf(policy, poolOf(...people))).toMatchObject({ rule: part.code })
    const rules = [{ code: part.code, disclosure: 'none' as const }]
    expect(failureOf(policy, poolOf(...people, { rules }))).toMatchObject({ rule: part.code })
  })
})

const never = (): never => {
  throw new Error('never called')
}

describe('INV39 a whole policy', () => {
  const more = recorded(codeOf('mine'), ['gender'], { 1: { ...woman, ...agreed }, 2: man })
  const pool = { ...poolOf([mentor(1)], [mentee(2)]), ...more }
  const seenBy = async (reads: ReadonlyArray<Port.IdentityUse> | undefined) => {
    const seen: Array<Matching.ReadingPool> = []
    const look = (given: Matching.ReadingPool) => {
      seen.push(given)
      return E.left({ _tag: 'PolicyFailure' as const, problem: 'only looks' })
    }
    const policy: Port.MatchingPolicy = {
      id: codeOf('looks'),
      version: '1' as Port.MatchingPolicy['version'],
      claims: {},
      ...(reads !== undefined && { reads }),
      propose: look,
      scores: look,
    }
    Policy.runPolicy(policy, pool, context)
    Policy.own(policy).propose(pool, context)
    Policy.own(policy).scores?.(pool, context)
    await Matching.askAnyPolicy(policy, pool, context)()
    return seen
  }

  test('that says nothing is handed no identity', async () => {
    const seen = await seenBy(undefined)
    expect(seen).toHaveLength(4)
    for (const one of seen)
      expect(one).toEqual(poolOf([mentor(1)], [mentee(2)], { rules: pool.rules }))
    for (const one of seen) expect(one).not.toHaveProperty('identity')
  })

  test('is handed what it says it reads, and may', async () => {
    const uses = [
      { rule: codeOf('mine'), attributes: ['gender'] },
      { rule: codeOf('not-recorded'), attributes: ['gender'] },
    ]
    const identity = {
      mine: { [person(1)]: { gender: 'woman' }, [person(2)]: { gender: 'man' } },
    }
    for (const one of await seenBy(uses)) expect(one.identity).toEqual(identity)
    const others = [{ rule: codeOf('mine'), attributes: ['class'] }]
    for (const one of await seenBy(others)) expect(one.identity).toEqual({ mine: {} })
  })
})
