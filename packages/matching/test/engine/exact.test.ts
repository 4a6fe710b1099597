import { Matching } from '@reverse-mentoring/core'
import { Engine } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestWorth } from './brute-force.ts'
import { smallPool } from './pools.ts'

const engines: ReadonlyArray<Engine.Engine> = ['auction', 'dense', 'shortest-paths']

describe.each(engines)('%s', (engine) => {
  test('INV31 is worth what brute force finds, and proves it', () => {
    fc.assert(
      fc.property(smallPool(6), (problem) => {
        const solved = Engine.solve(problem, { engine })
        if (E.isLeft(solved)) return expect.fail(JSON.stringify(solved.left))
        const { taken, certificate, worth } = solved.right
        expect(Matching.verify(problem, taken, certificate)).toEqual(E.right(worth))
        const best = bestWorth(problem)
        expect(worth.score).toBe(best.score)
        if (problem.objective === 'participation-first') expect(worth.pairs).toBe(best.pairs)
      }),
      { numRuns: 2000 },
    )
  })
})
