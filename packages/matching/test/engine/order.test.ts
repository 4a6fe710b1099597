import type { Matching } from '@reverse-mentoring/core'
import { Engine } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chance, problemOf, smallPool } from './pools.ts'

const shuffled = (people: number, seed: number): ReadonlyArray<number> => {
  const below = chance(seed)
  const order = Array.from({ length: people }, (_, i) => i)
  for (let last = people - 1; last > 0; last -= 1) {
    const at = below(last + 1)
    const moved = order[at]!
    order[at] = order[last]!
    order[last] = moved
  }
  return order
}

/** The same problem with people and edges in another order, and the keys that people keep. */
const permuted = (
  problem: Matching.MatchingProblem,
  mentors: ReadonlyArray<number>,
  mentees: ReadonlyArray<number>,
  seed: number,
) => ({
  ...problem,
  ...(problem.partners && {
    partners: {
      mentors: Int32Array.from(mentors, (mentor) => problem.partners!.mentors[mentor]!),
      mentees: Int32Array.from(mentees, (mentee) => problem.partners!.mentees[mentee]!),
    },
  }),
  ...problemOf(
    problem.objective,
    mentors.map((mentor) => problem.mentorPlaces[mentor]!),
    mentees.map((mentee) => {
      const start = problem.first[mentee]!
      const order = shuffled(problem.first[mentee + 1]! - start, seed + mentee)
      return {
        places: problem.menteePlaces[mentee]!,
        pairs: order.map(
          (i) =>
            [mentors.indexOf(problem.mentorOf[start + i]!), problem.scoreOf[start + i]!] as const,
        ),
      }
    }),
  ),
})

/** The pairs taken, named by the people of the first order. */
const named = (
  problem: Matching.MatchingProblem,
  taken: Int32Array,
  mentors: ReadonlyArray<number>,
  mentees: ReadonlyArray<number>,
) =>
  Array.from(taken, (edge) => {
    const mentee = problem.first.findIndex((end, i) => i > 0 && edge < end) - 1
    return `${String(mentees[mentee])} ${String(mentors[problem.mentorOf[edge]!])}`
  }).sort()

describe.each(['auction', 'dense', 'network'] as const)('%s', (engine) => {
  test('INV30 a permutation of the input changes nothing, ties included', () => {
    fc.assert(
      fc.property(smallPool(10), fc.nat(), (problem, seed) => {
        const [mentorCount, menteeCount] = [
          problem.mentorPlaces.length,
          problem.menteePlaces.length,
        ]
        const below = chance(seed)
        const keys = {
          mentors: Float64Array.from({ length: mentorCount }, () => below(2 ** 31)),
          mentees: Float64Array.from({ length: menteeCount }, () => below(2 ** 31)),
        }
        const mentors = shuffled(mentorCount, seed + 1)
        const mentees = shuffled(menteeCount, seed + 2)
        const other = permuted(problem, mentors, mentees, seed)
        const one = Engine.solve(problem, { engine, keys })
        const two = Engine.solve(other, {
          engine,
          keys: {
            mentors: Float64Array.from(mentors, (mentor) => keys.mentors[mentor]!),
            mentees: Float64Array.from(mentees, (mentee) => keys.mentees[mentee]!),
          },
        })
        if (E.isLeft(one) || E.isLeft(two)) return expect.fail('not solved')
        expect(named(other, two.right.taken, mentors, mentees)).toEqual(
          named(
            problem,
            one.right.taken,
            [...Array(mentorCount).keys()],
            [...Array(menteeCount).keys()],
          ),
        )
      }),
      { numRuns: 500 },
    )
  })
})
