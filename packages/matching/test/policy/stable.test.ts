import { Criteria, Policy, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { resultOf } from '../judged.ts'
import { context, mentee, mentor, person, poolOf } from '../people.ts'

const [m1, m2, e3, e4] = [person(1), person(2), person(3), person(4)]
const pool = poolOf([mentor(1), mentor(2)], [mentee(3), mentee(4)])
const likes = (
  of: 'mentor' | 'mentee',
  ...lists: ReadonlyArray<readonly [typeof m1, ReadonlyArray<typeof m1>]>
) => Score.preference({ of, lists: new Map(lists), points: 1 })
const criteria = Criteria.of(
  likes('mentor', [m1, [e3, e4]], [m2, [e4, e3]]),
  likes('mentee', [e3, [m2, m1]], [e4, [m1, m2]]),
)

test('who proposes gets their best stable partner, by the liking of each side', () => {
  const of = (proposing: 'mentor' | 'mentee') =>
    resultOf(Policy.stable({ criteria, proposing }), pool).pairs.map(
      (pair) => `${pair.mentor} ${pair.mentee}`,
    )
  expect(of('mentee')).toEqual([`${m2} ${e3}`, `${m1} ${e4}`])
  expect(of('mentor')).toEqual([`${m1} ${e3}`, `${m2} ${e4}`])
})

test('says how each side likes pairs', () => {
  const said = Policy.stable({ criteria }).scores(pool, context)
  if (E.isLeft(said)) return expect.fail('no scores')
  const pair = [pool.mentors[0]!, pool.mentees[0]!] as const
  expect(said.right.score(...pair)).toBe(9)
  expect(said.right.likedBy?.mentor(...pair)).toBe(5)
  expect(said.right.likedBy?.mentee(...pair)).toBe(4)
})

test('a shortlist shows each mentee the best mentors, and no mentor to more than the cap', () => {
  const lists = new Map([
    [e3, [m2, m1]],
    [e4, [m2]],
  ])
  const found = Policy.shortlist({
    criteria: Criteria.of(Score.preference({ of: 'mentee', lists, points: 1 })),
    length: 2,
    exposureCap: 1,
  })(pool, context)
  if (E.isLeft(found)) return expect.fail(found.left.problem)
  const shown = found.right.flatMap(({ choices }) => choices.map((choice) => choice.mentor))
  expect(shown.sort()).toEqual([m1, m2])
  const wide = Policy.shortlist({ criteria, length: 2, exposureCap: 2 })(pool, context)
  if (E.isLeft(wide)) return expect.fail(wide.left.problem)
  expect(wide.right.map(({ choices }) => choices.length)).toEqual([2, 2])
  expect(wide.right[1]?.choices.map(({ score }) => score)).toEqual(
    [...wide.right[1]!.choices.map(({ score }) => score)].sort((a, b) => b - a),
  )
  expect(Policy.shortlist({ criteria, length: 0, exposureCap: 2 })(pool, context)._tag).toBe('Left')
})
