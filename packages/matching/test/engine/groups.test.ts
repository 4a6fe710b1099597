import { Matching } from '@reverse-mentoring/core'
import { Engine } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spreadOf } from './brute-force.ts'
import { chance, problemOf, seededPool, smallPool } from './pools.ts'

type Group = Matching.Group

/** Groups that lie in each other or apart: whole parts of a line of people, and parts of these. */
const nested = (
  below: (n: number) => number,
  side: Group['side'],
  people: number,
): ReadonlyArray<Group> => {
  const cuts = (from: number, to: number, depth: number): ReadonlyArray<Group> => {
    if (from >= to) return []
    const middle = from + below(to - from + 1)
    const whole = below(2) === 0
    const members = Int32Array.from({ length: to - from }, (_, i) => from + i)
    const inner =
      depth === 0 ? [] : [...cuts(from, middle, depth - 1), ...cuts(middle, to, depth - 1)]
    return whole ? [{ side, members }, ...inner] : inner
  }
  return cuts(0, people, 2)
}

/** A small pool with limits and floors, most of which a flow can count. */
const grouped = (seed: number): Matching.MatchingProblem => {
  const below = chance(seed + 7)
  const problem = fc.sample(smallPool(4), { seed, numRuns: 1 })[0]!
  const groups = [
    ...nested(below, 'mentors', problem.mentorPlaces.length),
    ...nested(below, 'mentees', problem.menteePlaces.length),
  ]
  const limits: Array<Matching.Limit> = []
  const floors: Array<Matching.Floor> = []
  for (const group of groups)
    if (below(3) > 0) limits.push({ ...group, atMost: below(4) })
    else floors.push({ ...group, atLeast: below(3) })
  return { ...problem, limits, floors }
}

interface Value {
  readonly people: number
  readonly pairs: number
  readonly value: number
}

const isBetter = (one: Value, other: Value, objective: string): boolean => {
  if (objective === 'score-first') return one.value > other.value
  if (one.people !== other.people) return one.people > other.people
  return one.pairs === other.pairs ? one.value > other.value : one.pairs > other.pairs
}

/** The best of all sets of edges that are legal; undefined if there is none. */
const bestByTrying = (problem: Matching.MatchingProblem): Value | undefined => {
  let best: Value | undefined
  for (let set = 0; set < 2 ** problem.mentorOf.length; set += 1) {
    const taken = Int32Array.from(problem.mentorOf.keys()).filter((edge) => (set >> edge) & 1)
    const worth = Matching.verify(problem, taken)
    if (E.isLeft(worth)) continue
    const { people = 0, pairs, score } = worth.right
    const value = { people, pairs, value: score - spreadOf(problem, taken) }
    if (best === undefined || isBetter(value, best, problem.objective)) best = value
  }
  return best
}

const small = fc
  .integer()
  .map(grouped)
  .filter(({ mentorOf }) => mentorOf.length <= 12)

describe('limits and floors', () => {
  test('INV31 the result is what trying everything finds, and proves it', () => {
    const seen = { met: 0, unmet: 0, overlap: 0 }
    fc.assert(
      fc.property(small, (problem) => {
        const best = bestByTrying(problem)
        const solved = Engine.solve(problem)
        if (E.isLeft(solved)) {
          if (solved.left._tag === 'Overlap') return void (seen.overlap += 1)
          expect(solved.left._tag).toBe('Unmet')
          expect(best).toBeUndefined()
          return void (seen.unmet += 1)
        }
        seen.met += 1
        const { taken, certificate, worth } = solved.right
        if (certificate === undefined) return expect.fail('no certificate')
        expect(Matching.verify(problem, taken, certificate)).toEqual(E.right(worth))
        const value = worth.score - spreadOf(problem, taken)
        const { people, pairs } = worth
        if (problem.objective === 'score-first') expect(value).toBe(best?.value)
        else expect({ people, pairs, value }).toEqual(best)
      }),
      { numRuns: process.env['FULL'] === '1' ? 1500 : 500 },
    )
    expect(Math.min(seen.met, seen.unmet, seen.overlap)).toBeGreaterThan(0)
  })

  test('INV31 the result is proved at 300 people', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const below = chance(seed)
      const problem = seededPool(seed, 300)
      const limits = nested(below, 'mentees', problem.menteePlaces.length).map((group) => ({
        ...group,
        atMost: Math.floor(group.members.length / 2),
      }))
      const limited = { ...problem, limits }
      const solved = Engine.solve(limited)
      if (E.isLeft(solved)) return expect.fail(JSON.stringify(solved.left))
      const { taken, certificate, worth } = solved.right
      expect(Matching.verify(limited, taken, certificate)).toEqual(E.right(worth))
    }
  })

  test('floors that cannot be met are named', () => {
    const problem: Matching.MatchingProblem = {
      ...problemOf(
        'score-first',
        [1],
        [
          { places: 1, pairs: [[0, 3]] },
          { places: 1, pairs: [[0, 4]] },
        ],
      ),
      floors: [
        { side: 'mentors', members: Int32Array.of(0), atLeast: 1 },
        { side: 'mentees', members: Int32Array.of(0, 1), atLeast: 2 },
      ],
    }
    expect(Engine.solve(problem)).toMatchObject({ left: { _tag: 'Unmet', floors: [1] } })
  })

  test('groups that no flow can count are named', () => {
    const problem: Matching.MatchingProblem = {
      ...problemOf('score-first', [1, 1, 1], [{ places: 1, pairs: [[0, 3]] }]),
      limits: [
        { side: 'mentors', members: Int32Array.of(0, 1), atMost: 1 },
        { side: 'mentors', members: Int32Array.of(1, 2), atMost: 1 },
      ],
    }
    expect(Engine.solve(problem)).toEqual(
      E.left({
        _tag: 'Overlap',
        one: { kind: 'limit', at: 0 },
        other: { kind: 'limit', at: 1 },
      }),
    )
  })
})
