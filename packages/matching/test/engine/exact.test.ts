import { type Matching, type Port } from '@reverse-mentoring/core'
import { Engine } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { createRequire } from 'node:module'
import type Highs from 'highs'
import { beforeAll, describe, expect, test } from 'vitest'
import { bestWorth } from './brute-force.ts'
import { problemOf, seededPool, smallPool } from './pools.ts'
import { solved, verified } from './verified.ts'

const isFull = process.env['FULL'] === '1'

const engines: ReadonlyArray<Engine.Engine> = ['auction', 'dense', 'network']
const objectives = ['participation-first', 'score-first'] as const

// The package is CommonJS, and its types say so of the default export only.
const highs = createRequire(import.meta.url)('highs') as typeof Highs.default

describe.each(engines)('%s', (engine) => {
  test('INV31 is worth what brute force finds, and proves it', () => {
    fc.assert(
      fc.property(smallPool(8), (problem) => {
        const worth = verified(problem, { engine })
        const best = bestWorth(problem)
        expect(worth.value).toBe(best.value)
        if (problem.objective === 'score-first') return
        expect([worth.people, worth.pairs]).toEqual([best.people, best.pairs])
      }),
      { numRuns: isFull ? 3500 : 500 },
    )
  })

  test('INV31 proves what it finds on larger pools', () => {
    for (let seed = 0; seed < 60; seed += 1) verified(seededPool(seed, 150), { engine })
  })

  test('prefers pairs that score nothing to none where participation comes first', () => {
    const pairs = Array.from({ length: 40 }, (_, mentor) => [mentor, 0] as const)
    const people = Array.from({ length: 40 }, () => ({ places: 1, pairs }))
    const problem = problemOf('participation-first', new Array<number>(40).fill(1), people)
    expect(verified(problem, { engine })).toMatchObject({ people: 80, pairs: 40, score: 0 })
  })

  test('stops when told to', () => {
    const problem = seededPool(3, 400, 'score-first')
    const stopped = Engine.solve(problem, { engine, onProgress: () => false })
    expect(stopped).toEqual(E.left({ _tag: 'Cancelled' }))
  })

  test('progress never goes back and stays between 0 and 1', () => {
    const seen: Array<number> = []
    solved(seededPool(5, 400), { engine, onProgress: (done) => seen.push(done) > 0 })
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.every((done, i) => done >= (seen[i - 1] ?? 0) && done <= 1)).toBe(true)
  })
})

describe('whichever engine', () => {
  let solver: Awaited<ReturnType<typeof highs>>
  beforeAll(async () => (solver = await highs()))

  const linearProgramme = (
    problem: Matching.MatchingProblem,
    worth: (edge: number) => number,
  ): string => {
    const { first, mentorOf, mentorPlaces, menteePlaces } = problem
    const edges = Array.from(mentorOf, (_, edge) => edge)
    const sum = (some: ReadonlyArray<number>) => some.map((edge) => `x${String(edge)}`).join(' + ')
    const rows: Array<string> = []
    menteePlaces.forEach((places, mentee) => {
      const own = edges.slice(first[mentee], first[mentee + 1])
      if (own.length > 0) rows.push(`e${String(mentee)}: ${sum(own)} <= ${String(places)}`)
    })
    mentorPlaces.forEach((places, mentor) => {
      const own = edges.filter((edge) => mentorOf[edge] === mentor)
      if (own.length > 0) rows.push(`r${String(mentor)}: ${sum(own)} <= ${String(places)}`)
    })
    const objective = edges.map((edge) => `${String(worth(edge))} x${String(edge)}`).join(' + ')
    const bounds = edges.map((edge) => `0 <= x${String(edge)} <= 1`)
    return [
      'Maximize',
      `obj: ${objective}`,
      'Subject To',
      ...rows,
      'Bounds',
      ...bounds,
      'End',
    ].join('\n')
  }

  test('INV31 is worth what HiGHS finds up to 60 × 60', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const problem = seededPool(seed, 60, 'score-first')
      if (problem.mentorOf.length === 0) continue
      const best = solver.solve(linearProgramme(problem, (edge) => problem.scoreOf[edge]!))
      expect(verified(problem).score).toBe(Math.round(best.ObjectiveValue))
      const most = solver.solve(linearProgramme(problem, () => 1))
      const first = { ...problem, objective: 'participation-first' as Port.Objective }
      expect(verified(first).pairs).toBe(Math.round(most.ObjectiveValue))
    }
  })

  test('INV32 a new mentor, place or pair never lowers the objective', () => {
    fc.assert(
      fc.property(smallPool(12), fc.nat(), fc.nat(1000), (problem, at, score) => {
        const before = verified(problem)
        const mentors = problem.mentorPlaces.length
        const mentee = problem.menteePlaces.length - 1
        const places = problem.mentorPlaces.map((n, i) =>
          i === at % Math.max(1, mentors) ? n + 1 : n,
        )
        const wider = verified({ ...problem, mentorPlaces: places })
        const grown: Matching.MatchingProblem = {
          ...problem,
          mentorPlaces: Int32Array.of(...places, 1),
          first: problem.first.map((n, i) => (mentee >= 0 && i === mentee + 1 ? n + 1 : n)),
          mentorOf: mentee < 0 ? problem.mentorOf : Int32Array.of(...problem.mentorOf, mentors),
          scoreOf: mentee < 0 ? problem.scoreOf : Int32Array.of(...problem.scoreOf, score),
          ...(problem.partners && {
            partners: {
              mentors: Int32Array.of(...problem.partners.mentors, 0),
              mentees: problem.partners.mentees,
            },
          }),
        }
        const more = verified(grown)
        const isWorse = (one: typeof before, other: typeof before): boolean => {
          const counts = problem.objective === 'participation-first'
          if (counts && one.people !== other.people) return one.people! < other.people!
          if (counts && one.pairs !== other.pairs) return one.pairs < other.pairs
          return one.value < other.value
        }
        expect(isWorse(wider, before)).toBe(false)
        expect(isWorse(more, wider)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test.runIf(isFull)(
    'a network takes scores that an auction of so many people cannot tell apart',
    () => {
      const problem = problemOf('score-first', new Array<number>(4_000_000).fill(1), [
        { places: 1, pairs: [[0, 2 ** 31 - 1]] },
      ])
      expect(verified(problem, { engine: 'auction' })).toMatchObject({ pairs: 1 })
      const people = [
        { places: 1, pairs: [[0, 2 ** 31 - 1] as const, [1, 0] as const] },
        { places: 1, pairs: [[0, 5] as const] },
      ]
      const many = problemOf('participation-first', new Array<number>(1_000_000).fill(1), people)
      expect(verified(many, { engine: 'auction' })).toMatchObject({ pairs: 2, score: 5 })
    },
  )

  test.each(objectives)(
    'scores up to 2³¹ − 1 are solved, whichever engine was chosen (%s)',
    (objective) => {
      const most = 2 ** 31 - 1
      const people = Array.from({ length: 40 }, (_, mentee) => ({
        places: 1,
        pairs: Array.from({ length: 40 }, (__, mentor) => {
          return [mentor, most - ((mentor * mentee) % 7)] as const
        }),
      }))
      const problem = problemOf(objective, new Array<number>(40).fill(1), people)
      expect(verified(problem).pairs).toBe(40)
      expect(verified(problem, { engine: 'dense' }).score).toBe(verified(problem).score)
    },
  )

  test.each(objectives)('nobody, or nobody with a place, is no problem (%s)', (objective) => {
    for (const problem of [
      problemOf(objective, [], []),
      problemOf(objective, [1], []),
      problemOf(objective, [], [{ places: 1, pairs: [] }]),
      problemOf(
        objective,
        [0, 1],
        [
          {
            places: 0,
            pairs: [
              [0, 5],
              [1, 7],
            ],
          },
          { places: 1, pairs: [[0, 9]] },
        ],
      ),
    ])
      for (const engine of engines)
        expect(verified(problem, { engine })).toMatchObject({ people: 0, pairs: 0, score: 0 })
  })
})
