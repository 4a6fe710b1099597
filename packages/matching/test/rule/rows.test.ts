import { type Matching, type Port, type Values } from '@reverse-mentoring/core'
import { Criteria, Policy, Rule, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { failureOf, resultOf } from '../judged.ts'
import { codeOf, context, mentee, mentor, person, poolOf, seededPeople } from '../people.ts'

const named = { code: codeOf('mine'), disclosure: 'none' as const }
const pool = poolOf([mentor(1), mentor(2)], [mentee(3), mentee(4)])

const shared = (one: ReadonlyArray<Values.Code>, other: ReadonlySet<Values.Code>) =>
  one.length === 0 || other.size === 0 ? undefined : one.filter((topic) => other.has(topic)).length

/** The same score and the same rule, asked pair by pair and row by row. */
const inPairs = Criteria.of(
  Score.own({
    ...named,
    weight: 3,
    points: ({ offered }, { sought }) => shared(offered, new Set(sought)),
  }),
  Rule.own({
    ...{ ...named, code: codeOf('region') },
    judge: (junior, senior) => {
      const [one, other] = [junior.attributes['region'], senior.attributes['region']]
      return one === undefined || other === undefined ? undefined : one !== other
    },
  }),
)
const inRows = Criteria.of(
  Score.ownRows({
    ...named,
    weight: 3,
    points: ({ sought }, mentors) => {
      const topics = new Set(sought)
      return mentors.map(({ offered }) => shared(offered, topics))
    },
  }),
  Rule.ownRows({
    ...{ ...named, code: codeOf('region') },
    judge: ({ attributes: { region: own } }, mentors) =>
      mentors.map(({ attributes: { region } }) =>
        own === undefined || region === undefined ? undefined : region !== own,
      ),
  }),
)

const all = (criteria: Criteria.Criteria): ReadonlyArray<Port.MatchingPolicy> => [
  Policy.optimal({ criteria, objective: 'score-first', threshold: 2 }),
  Policy.optimal({ criteria, objective: 'participation-first' }),
  Policy.stable({ criteria }),
  Policy.greedy({ criteria }),
]

describe('rules and scores asked row by row', () => {
  test('are those asked pair by pair', () => {
    let pairs = 0
    for (let seed = 1; seed <= 20; seed += 1) {
      const people = seededPeople(seed, 12)
      all(inRows).forEach((policy, i) => {
        const result = resultOf(policy, people)
        expect(result).toEqual(resultOf(all(inPairs)[i]!, people))
        pairs += result.pairs.filter(({ score }) => score > 0).length
      })
    }
    expect(pairs).toBeGreaterThan(100)
  })

  test('may answer with numbers of a fixed size', () => {
    const points = (_: unknown, mentors: ReadonlyArray<unknown>) =>
      new Uint8Array(mentors.length).fill(7)
    const policy = Policy.greedy({ criteria: Criteria.of(Score.ownRows({ ...named, points })) })
    expect(resultOf(policy, pool).pairs.map(({ score }) => score)).toEqual([7, 7])
  })

  test('are asked once for each mentee where all is scored', () => {
    const asked: Array<number> = []
    const points = (_: unknown, mentors: ReadonlyArray<unknown>) => {
      asked.push(mentors.length)
      return mentors.map(() => 1)
    }
    const policy = Policy.random({ criteria: Criteria.of(Score.ownRows({ ...named, points })) })
    resultOf(policy, pool)
    expect(asked.slice(0, 2)).toEqual([2, 2])
    expect(asked.slice(2).every((count) => count === 1)).toBe(true)
  })
})

describe('a row that goes wrong', () => {
  const pair = { mentor: person(2), mentee: person(4) }
  const isPair = (senior: Matching.Candidate, junior: Matching.Candidate): boolean =>
    junior.participant === pair.mentor && senior.participant === pair.mentee

  test.each([0.5, Number.NaN, -1, Infinity, 1_000_001])('with %d names rule and pair', (value) => {
    const score = Score.ownRows({
      ...named,
      points: (senior, juniors) => juniors.map((junior) => (isPair(senior, junior) ? value : 1)),
    })
    for (const policy of all(Criteria.of(score)))
      expect(failureOf(policy, pool)).toMatchObject({ rule: named.code, pair })
  })

  test('because one pair throws names rule and pair, with its trace in development', () => {
    const rule = Rule.ownRows({
      ...named,
      judge: (senior, juniors) =>
        juniors.map((junior) => {
          if (isPair(senior, junior)) throw new RangeError('oh')
          return true
        }),
    })
    for (const policy of all(Criteria.of(rule))) {
      const failure = failureOf(policy, pool)
      expect(failure).toEqual({
        ...{ _tag: 'PolicyFailure', kind: 'broken', problem: 'threw (RangeError)' },
        ...{ rule: named.code, pair },
      })
      const told = policy.propose(pool, { ...context, development: true })
      expect(E.isLeft(told) && told.left.thrown).toMatch(/^RangeError: oh\n.*rows\.test\.ts/s)
    }
  })

  test('as a whole names the mentee', () => {
    for (const [problem, row] of [
      ['threw (RangeError)', undefined],
      ['gave 1 values for 2 mentors', [1]],
      ['gave no list of values for 2 mentors', 7],
      ['gave no list of values for 2 mentors', null],
    ] as const) {
      const points = (_: unknown, mentors: ReadonlyArray<unknown>) => {
        if (mentors.length < 2) return [1]
        if (row === undefined) throw new RangeError('oh')
        return row as never
      }
      const score = Score.ownRows({ ...named, points })
      for (const policy of all(Criteria.of(score))) {
        const failure = failureOf(policy, pool)
        expect(failure).toMatchObject({ rule: named.code })
        expect(failure.pair).toBeUndefined()
        const said = [3, 4].map((n) => `${problem}, of the mentee ${person(n)}`)
        expect(said).toContain(failure.problem)
      }
    }
  })
})

test('after a fault no row is asked for, whoever goes on', () => {
  const asked: Array<Values.ParticipantId> = []
  const points = ({ participant }: Matching.Candidate) => {
    asked.push(participant)
    return []
  }
  const policy = Policy.greedy({ criteria: Criteria.of(Score.ownRows({ ...named, points })) })
  const scores = policy.scores(pool, context)
  const score = E.isRight(scores) ? scores.right.score : expect.fail('no scores')
  for (const senior of pool.mentees) score(pool.mentors[0]!, senior)
  expect(asked).toEqual([person(3)])
})

describe('INV39 a rule or score asked row by row', () => {
  const rules = [{ code: named.code, disclosure: 'none' as const, legalBasis: codeOf('law') }]
  const reading: Matching.ReadingPool = {
    ...poolOf([mentor(1)], [mentee(2)], { rules }),
    identity: {
      mine: { [person(1)]: { gender: 'woman', class: 'first' }, [person(2)]: { gender: 'man' } },
      other: { [person(1)]: { faith: 'none' } },
    },
  }

  test('is handed what it says it reads and may, and no identity else', () => {
    const seen: Array<unknown> = []
    const looking = (reads: ReadonlyArray<'gender'>) => {
      const points = (senior: unknown, juniors: ReadonlyArray<unknown>) => {
        seen.push(senior, ...juniors)
        return juniors.map(() => 0)
      }
      const score = Score.ownRows<'gender'>({ ...named, reads, points })
      resultOf(Policy.greedy({ criteria: Criteria.of(score) }), reading)
      return seen.splice(0)
    }
    expect(JSON.stringify(looking([]))).not.toMatch(/identity|woman|man"/)
    const some = looking(['gender'])
    expect(some).toContainEqual(expect.objectContaining({ identity: { gender: 'woman' } }))
    expect(some).toContainEqual(expect.objectContaining({ identity: { gender: 'man' } }))
    expect(JSON.stringify(some)).not.toMatch(/first|faith/)
  })

  test('has no identity in its types but what it says that it reads, and none without a legal basis', () => {
    Score.ownRows({
      ...named,
      // @ts-expect-error nothing of identity is there
      points: ({ identity }, mentors) => mentors.map(() => Number(identity === undefined)),
    })
    const rule = Rule.ownRows({
      ...named,
      reads: ['gender'],
      judge: ({ identity }, mentors) =>
        mentors.map((junior) => junior.identity.gender !== identity.gender),
    })
    const policy = Policy.greedy({ criteria: Criteria.of(rule) })
    expect(failureOf(policy, pool)).toMatchObject({ rule: named.code })
    expect(resultOf(policy, reading).pairs).toHaveLength(1)
  })
})
