import { Matching } from '@reverse-mentoring/core'
import { Engine } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'
import { spreadOf } from './brute-force.ts'

/** What an engine finds; the test fails where it finds nothing. */
export const solved = (
  problem: Matching.MatchingProblem,
  options?: Engine.SolveOptions,
): Engine.Solution => {
  const solution = Engine.solve(problem, options)
  if (E.isLeft(solution)) return expect.fail(JSON.stringify(solution.left))
  return solution.right
}

/** What a result is worth, after core proved that nothing is worth more. */
export const verified = (problem: Matching.MatchingProblem, options?: Engine.SolveOptions) => {
  const { taken, certificate, worth } = solved(problem, options)
  if (certificate === undefined) return expect.fail('no certificate')
  expect(Matching.verify(problem, taken, certificate)).toEqual(E.right(worth))
  return { ...worth, value: worth.score - spreadOf(problem, taken) }
}
