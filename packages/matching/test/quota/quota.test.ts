import { Matching, type Port } from '@reverse-mentoring/core'
import { Criteria, Explanation, Limit, Policy, Score } from '@reverse-mentoring/matching'
import { type Solver, quota } from '@reverse-mentoring/matching/quota'
import { arbitraryPool, policyLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf, context, mentee, mentor, poolOf } from '../people.ts'

// The package is CommonJS, and its types say so of the default export only.
const highs = createRequire(import.meta.url)('highs') as () => Promise<Solver>

let solver: Solver
beforeAll(async () => (solver = await highs()))

const emea = { where: { region: 'emea' } }
const sales = { where: { department: 'sales' } }
const score = Score.topics({ points: 20 })
/** Groups that overlap, and pairs of two groups. */
const odd = Criteria.of(
  score,
  Score.differentRegion({ points: 7 }),
  Limit.atMost({ code: codeOf('emea'), of: 'mentee', ...emea, pairs: 2 }),
  Limit.atMost({ code: codeOf('sales'), of: 'mentee', ...sales, pairs: 2 }),
  Limit.atMost({ code: codeOf('at-home'), of: 'mentor', ...emea, with: emea, pairs: 1 }),
)

const make = (criteria: Criteria.Criteria, objective: Port.Objective, nodes = 2000) =>
  quota({ solver, criteria, objective, nodes, spread: 3 })

/** The best of all sets of pairs that are legal. */
const bestByTrying = (problem: Matching.MatchingProblem): Matching.Tally | undefined => {
  let best: Matching.Tally | undefined
  for (let set = 0; set < 2 ** problem.mentorOf.length; set += 1) {
    const taken = Int32Array.from(problem.mentorOf.keys()).filter((edge) => (set >> edge) & 1)
    if (E.isLeft(Matching.verify(problem, taken))) continue
    const found = Matching.tally(problem, taken)
    if (best === undefined || isBetter(problem.objective, found, best)) best = found
  }
  return best
}

const isBetter = (objective: Port.Objective, one: Matching.Tally, other: Matching.Tally) => {
  if (objective === 'participation-first') {
    if (one.people !== other.people) return one.people > other.people
    if (one.pairs !== other.pairs) return one.pairs > other.pairs
  }
  return one.score - one.spread > other.score - other.spread
}

describe.each(['participation-first', 'score-first'] as const)('%s', (objective) => {
  test('is as good as the best that trying everything finds, and its bound says so', () => {
    let tried = 0
    fc.assert(
      fc.property(arbitraryPool({ most: 4 }), (pool) => {
        const policy = make(odd, objective)
        const result = policy.propose(pool, context)
        const said = policy.scores(pool, context)
        if (E.isLeft(result)) return expect.fail(result.left.problem)
        if (E.isLeft(said)) return expect.fail('no scores')
        const problem = Matching.problemOfPool(pool, said.right, objective)
        if (problem.mentorOf.length > 12) return
        tried += 1
        const taken = Matching.takenIn(pool, problem, result.right)
        const best = bestByTrying(problem)
        const found = Matching.tally(problem, taken)
        expect(Matching.verifyResult(pool, result.right, said.right)).toMatchObject({
          _tag: 'Right',
        })
        expect([found.people, found.pairs, found.score - found.spread]).toEqual([
          objective === 'score-first' ? found.people : best?.people,
          objective === 'score-first' ? found.pairs : best?.pairs,
          (best?.score ?? 0) - (best?.spread ?? 0),
        ])
        if (objective === 'participation-first')
          expect(result.right.bound).toEqual(result.right.worth)
      }),
      { numRuns: process.env['FULL'] === '1' ? 150 : 25 },
    )
    expect(tried).toBeGreaterThan(10)
  })

  test('is worth what `optimal` finds where a flow counts the limits', () => {
    const criteria = Criteria.of(
      score,
      Limit.atMost({ code: codeOf('emea'), of: 'mentee', ...emea, pairs: 2 }),
      Limit.atLeast({ code: codeOf('one-emea'), of: 'mentee', ...emea, people: 1 }),
    )
    fc.assert(
      fc.property(arbitraryPool(), (pool) => {
        const exact = Policy.optimal({ criteria, objective, spread: 3 }).propose(pool, context)
        const found = make(criteria, objective).propose(pool, context)
        expect(found._tag).toBe(exact._tag)
        if (E.isLeft(exact) || E.isLeft(found)) return
        if (objective === 'participation-first')
          expect(found.right.worth.people).toBe(exact.right.worth.people)
      }),
      { numRuns: 40 },
    )
  })
})

test('solves what the presolve of HiGHS breaks over, in memory that nothing else has touched', async () => {
  const fresh = quota({
    solver: await highs(),
    criteria: odd,
    objective: 'participation-first',
    spread: 3,
  })
  for (const pool of fc.sample(arbitraryPool(), { seed: 342, numRuns: 20 }))
    expect(E.isRight(fresh.propose(pool, { ...context, seed: 1 }))).toBe(true)
})

test.each(['INV29', 'INV30', 'INV33'])('keeps the laws of every policy: %s', async (name) => {
  const laws = policyLaws(make(odd, 'participation-first'), arbitraryPool(), { numRuns: 15 })
  for (const law of laws.filter((one) => one.name.startsWith(name)))
    expect(await law.check()).toEqual(E.right(undefined))
})

const people = Array.from({ length: 40 }, (_, n) => n)
const forty = poolOf(
  people.map((n) =>
    mentor(1 + n, {
      offered: [codeOf(`t${String(n % 7)}`)],
      attributes: {
        region: n % 3 === 0 ? 'emea' : 'apac',
        department: n % 2 === 0 ? 'sales' : 'it',
      },
    }),
  ),
  people.map((n) =>
    mentee(101 + n, {
      sought: [codeOf(`t${String((n * n) % 7)}`), codeOf(`t${String(n % 5)}`)],
      attributes: {
        region: n % 4 === 0 ? 'emea' : 'apac',
        department: n % 5 === 0 ? 'sales' : 'it',
      },
    }),
  ),
)

test('who is left for a limit on pairs is told its code', () => {
  const criteria = Criteria.of(
    Limit.atMost({ code: codeOf('none-at-home'), of: 'mentor', ...emea, with: emea, pairs: 0 }),
  )
  const pool = poolOf(
    [mentor(1, { attributes: { region: 'emea' } })],
    [mentee(11, { attributes: { region: 'emea' } })],
  )
  const result = make(criteria, 'participation-first').propose(pool, context)
  expect(result).toMatchObject({
    right: { unmatched: [{ reason: 'limit', limit: 'none-at-home' }, { limit: 'none-at-home' }] },
  })
})

test('the same under the same node limit, and never better than its bound', () => {
  const run = (nodes: number) => make(odd, 'score-first', nodes).propose(forty, context)
  expect(run(3)).toEqual(run(3))
  const result = run(1)
  if (E.isLeft(result)) return expect(result.left.problem).toContain('node limit')
  const { worth, bound } = result.right
  expect(bound?.score).toBeGreaterThanOrEqual(worth.score)
})

test('what cannot be kept fails the run, and so does a node limit that is none', () => {
  const criteria = Criteria.of(
    Limit.atMost({ code: codeOf('none'), of: 'mentee', pairs: 0 }),
    Limit.atLeast({ code: codeOf('some'), of: 'mentor', ...emea, people: 1 }),
  )
  expect(make(criteria, 'score-first').propose(forty, context)).toMatchObject({
    left: { problem: 'no result keeps all limits and floors: open a limit, or lower a floor' },
  })
  expect(make(odd, 'score-first', 0).propose(forty, context)).toMatchObject({
    left: { problem: 'the node limit 0 is no whole number from 1' },
  })
})

test('without HiGHS no policy is made', () => {
  for (const none of [undefined, {}, highs()])
    expect(() =>
      quota({ solver: none as unknown as Solver, criteria: odd, objective: 'score-first' }),
    ).toThrow('`solver` is no HiGHS')
})

test('`optimal` says who keeps a limit on pairs', () => {
  const policy = Policy.optimal({ criteria: odd, objective: 'score-first' })
  expect(policy.propose(forty, context)).toMatchObject({
    left: {
      problem: 'limits pairs of two groups, which no flow can count: `quota` keeps it',
      rule: 'at-home',
    },
  })
})

test('a limit on pairs of two groups says which of them nobody belongs to', () => {
  const abroad = { where: { region: 'EMEA' } }
  const home = Limit.atMost({
    code: codeOf('at-home'),
    of: 'mentor',
    ...emea,
    with: abroad,
    pairs: 1,
  })
  const people = { attributes: { region: 'emea' } }
  const pool = poolOf([mentor(1, people)], [mentee(2, people)])
  expect(Explanation.idleLimits(make(Criteria.of(home), 'score-first'), pool, context)).toEqual(
    E.right([{ _tag: 'IdleLimit', code: 'at-home', of: 'mentee' }]),
  )
})

test.each([
  ['with.where', { where: {} }],
  ['with.identity', { identity: {} }],
] as const)('a group of the other side with an empty `%s` is refused', (name, other) => {
  const home = Limit.atMost({ code: codeOf('at-home'), of: 'mentor', with: other, pairs: 1 })
  const answer = make(Criteria.of(home), 'score-first').propose(poolOf([], []), context)
  expect(answer).toMatchObject({
    left: {
      problem: expect.stringMatching(`^has an empty \`${name}\`, .*, or leave`) as string,
      rule: 'at-home',
    },
  })
})
