import { Engine } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestWorth } from './brute-force.ts'
import { chance, oneToOne, problemOf, smallPool } from './pools.ts'
import { verified } from './verified.ts'

const objectives = ['participation-first', 'score-first'] as const

/** So many people of each side, all pairs but one in `gaps`, and one in ten without a place. */
const table = (
  seed: number,
  [mentors, mentees]: readonly [number, number],
  score: (mentor: number, mentee: number, below: (n: number) => number) => number,
  gaps = 1000,
) => {
  const below = chance(seed)
  const places = () => (below(10) === 0 ? 0 : 1)
  return problemOf(
    objectives[seed % 2]!,
    Array.from({ length: mentors }, places),
    Array.from({ length: mentees }, (_, mentee) => ({
      places: places(),
      pairs: Array.from(
        { length: mentors },
        (__, mentor) => [mentor, score(mentor, mentee, below)] as const,
      ).filter(() => below(gaps) > 0),
    })),
  )
}

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
      { numRuns: process.env['FULL'] === '1' ? 3500 : 1000 },
    )
  })

  // Rows up to 256 are read whole, longer ones by what is near.
  const sizes = [
    [100, 100],
    [150, 60],
    [60, 150],
    [256, 256],
    [257, 257],
    [330, 300],
    [300, 330],
    [400, 20],
    [20, 400],
  ] as const
  test.each(sizes)(
    'INV31 of %i mentors and %i mentees is worth as much as an auction finds',
    (...size) => {
      const uniform = (_: number, __: number, below: (n: number) => number) => below(1000)
      const shapes = [
        uniform,
        (mentor: number, _: number, below: (n: number) => number) => mentor * 9 + below(100),
        (_: number, mentee: number, below: (n: number) => number) => mentee * 9 + below(5),
        () => 7,
        (mentor: number, mentee: number) => (mentor * mentee) % 3,
        (mentor: number, mentee: number) => mentor * mentee,
      ]
      for (const [seed, shape] of shapes.entries()) {
        const problem = table(seed, size, shape, seed % 3 === 0 ? 3 : undefined)
        for (const objective of objectives) {
          const asked = { ...problem, objective }
          const { people, pairs, value } = verified(asked, { engine: 'auction' })
          const worth = verified(asked, { engine: 'dense' })
          expect(worth.value).toBe(value)
          if (objective === 'participation-first')
            expect([worth.people, worth.pairs]).toEqual([people, pairs])
        }
      }
    },
  )

  test.each([100, 300])('stops when told to, of %i people a side', (people) => {
    const problem = table(1, [people, people], (mentor, mentee) => mentor ^ mentee)
    const stopped = Engine.solve(problem, { engine: 'dense', onProgress: () => false })
    expect(stopped).toEqual(E.left({ _tag: 'Cancelled' }))
  })
})
