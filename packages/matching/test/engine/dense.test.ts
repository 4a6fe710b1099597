import type { Port } from '@reverse-mentoring/core'
import { Engine } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestWorth } from './brute-force.ts'
import { chance, oneToOne, problemOf, smallPool } from './pools.ts'
import { verified } from './verified.ts'

const objectives = ['participation-first', 'score-first'] as const

type Score = (mentor: number, mentee: number, below: (n: number) => number) => number

/** So many people of each side and a score for each pair; with gaps one pair in three is missing, and one place in ten. */
const table = (
  objective: Port.Objective,
  [mentors, mentees]: readonly [number, number],
  score: Score,
  hasGaps = false,
) => {
  const below = chance(mentors + mentees)
  const places = () => (hasGaps && below(10) === 0 ? 0 : 1)
  return problemOf(
    objective,
    Array.from({ length: mentors }, places),
    Array.from({ length: mentees }, (_, mentee) => ({
      places: places(),
      pairs: Array.from(
        { length: mentors },
        (__, mentor) => [mentor, score(mentor, mentee, below)] as const,
      ).filter(() => !hasGaps || below(3) > 0),
    })),
  )
}

const shapes: ReadonlyArray<Score> = [
  (_, __, below) => below(1000),
  // Near one another, so that a bound that is off by one shows.
  (mentor, mentee, below) => mentor + mentee + below(40),
  (mentor, _, below) => mentor * 9 + below(100),
  (_, mentee, below) => mentee * 9 + below(5),
  () => 7,
  (mentor, mentee) => (mentor * mentee) % 3,
  (mentor, mentee) => (mentor * mentee) % 1000,
  (mentor, mentee) => 2 ** 31 - 1 - ((mentor * mentee) % 7),
]

describe('a table', () => {
  test.each(objectives)(
    'leaves out who has no place, whatever a pair of theirs scores (%s)',
    (objective) => {
      const pairs = [[0, 9] as const, [1, 2] as const]
      const people = [1, 0].map((places) => ({ places, pairs }))
      const worth = verified(problemOf(objective, [0, 1], people), { engine: 'dense' })
      expect(worth).toMatchObject({ people: 2, pairs: 1, score: 2 })
    },
  )

  test('INV31 is worth what brute force finds, and proves it', () => {
    fc.assert(
      fc.property(smallPool(8).map(oneToOne), (problem) => {
        const worth = verified(problem, { engine: 'dense' })
        const best = bestWorth(problem)
        expect(worth.value).toBe(best.value)
        if (problem.objective === 'score-first') return
        expect([worth.people, worth.pairs]).toEqual([best.people, best.pairs])
      }),
      { numRuns: process.env['FULL'] === '1' ? 3500 : 500 },
    )
  })

  // Rows of up to 256 columns are read whole, longer ones by what is near.
  test.each([
    [100, 100],
    [150, 60],
    [60, 150],
    [257, 257],
    [270, 300],
    [400, 20],
    [20, 400],
  ] as const)('INV31 proves what it finds of %i mentors and %i mentees', (...size) => {
    for (const objective of objectives)
      for (const shape of shapes)
        for (const hasGaps of [false, true])
          verified(table(objective, size, shape, hasGaps), { engine: 'dense' })
  })

  test.each([100, 300])('stops when told to, of %i people a side', (people) => {
    const problem = table('score-first', [people, people], (mentor, mentee) => mentor ^ mentee)
    const stopped = Engine.solve(problem, { engine: 'dense', onProgress: () => false })
    expect(stopped).toEqual(E.left({ _tag: 'Cancelled' }))
  })
})
