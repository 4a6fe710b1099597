import type { Matching, Port, Values } from '@reverse-mentoring/core'
import { Criteria, Policy, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { interleaved } from '../measure.ts'
import { type Row, atLeast } from '../row.ts'
import { company } from './people.ts'

const people = 1_000
const rounds = 5
const context: Port.MatchingContext = {
  seed: 1,
  asOf: '2026-03-01T10:00:00.000Z' as Values.Instant,
}
const named = { code: 'mine' as Values.Code, disclosure: 'none' as const }

/** Topics that are offered, and how long the mentee has waited. */
const worth = (
  offered: ReadonlyArray<Values.Code>,
  sought: ReadonlySet<Values.Code>,
  since: number,
): number => 10 * offered.filter((topic) => sought.has(topic)).length + Math.floor(since % 7)

const inPairs = Score.own({
  ...named,
  points: ({ offered }, { sought, waitingSince }) =>
    worth(offered, new Set(sought), Date.parse(waitingSince)),
})

const inRows = Score.ownRows({
  ...named,
  points: ({ sought, waitingSince }, mentors) => {
    const [topics, since] = [new Set(sought), Date.parse(waitingSince)]
    return mentors.map(({ offered }) => worth(offered, topics, since))
  },
})

/** A threshold leaves few pairs, so that scoring them is nearly all there is to do. */
const policyOf = (score: Score.Score) =>
  Policy.greedy({ criteria: Criteria.of(score), threshold: 30 })

const resultOf = (score: Score.Score, pool: Matching.MatchingPool): Matching.MatchingResult => {
  const result = policyOf(score).propose(pool, context)
  if (E.isRight(result)) return result.right
  throw new Error(result.left.problem)
}

/** One function of one's own, asked pair by pair and row by row: the same result, and what belongs to the mentee found once. */
export async function* ownRowsRows(): AsyncGenerator<Row> {
  const pool = company(people, 3)
  const [one, other] = [resultOf(inRows, pool), resultOf(inPairs, pool)]
  if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error('the results differ')
  const [rows = NaN, pairs = NaN] = await interleaved(rounds, [
    () => resultOf(inRows, pool),
    () => resultOf(inPairs, pool),
  ])
  const size = `${String(people)} × ${String(people)}`
  yield atLeast(
    `matching: greedy run with one Score.ownRows, ${size}`,
    rows,
    ['the same function by Score.own', pairs],
    1.5,
  )
}
