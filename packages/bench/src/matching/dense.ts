import { Matching } from '@reverse-mentoring/core'
import { Engine } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { munkres } from 'munkres'
import { interleaved, timed } from '../measure.ts'
import { type Row, atMost } from '../row.ts'
import { absent } from '../absent.ts'
import { peers } from './peers.ts'
import { type Table, denseProblem, linear, shapes, sparsePool, table, uniform } from './pools.ts'
import { scipy } from './scipy.ts'

/** The best score of a problem, verified. */
export const verifiedScore = (problem: Matching.MatchingProblem): number => {
  const solved = Engine.solve(problem)
  if (E.isLeft(solved)) throw new Error(JSON.stringify(solved.left))
  const verified = Matching.verify(problem, solved.right.taken, solved.right.certificate)
  if (E.isLeft(verified)) throw new Error(JSON.stringify(verified.left))
  return verified.right.score
}

const besides = async (name: string, pool: Table): Promise<ReadonlyArray<Row>> => {
  const problem = denseProblem(pool, 'score-first')
  const best = verifiedScore(problem)
  const tried = peers.map((peer) => {
    const work = peer.prepare(pool)
    let score = Number.NaN
    const cost = timed(() => (score = work()))
    return { name: peer.name, work, cost, agrees: score === best }
  })
  const agreeing = tried.filter(({ agrees }) => agrees)
  const quickest = Math.min(...agreeing.map(({ cost }) => cost))
  // Who takes four times as long in a first run is not the fastest, and is not run again.
  const timely = agreeing.filter(({ cost }) => cost <= 4 * quickest)
  const [here = Number.NaN, ...theirs] = await interleaved(pool.size > 1000 ? 3 : 41, [
    () => Engine.solve(problem),
    ...timely.map(({ work }) => work),
  ])
  const fastest = Math.min(...theirs)
  const who = timely[theirs.indexOf(fastest)]?.name ?? 'nobody'
  const rows = [
    atMost(
      `matching: dense ${name}`,
      here,
      [`${who}, the fastest of ${agreeing.map((peer) => peer.name).join(', ')}`, fastest],
      0.5,
    ),
  ]
  const native = scipy(pool)
  if (native === undefined)
    return [
      ...rows,
      { ...absent(`matching: dense ${name}`, 'no SciPy on this machine'), bar: '≤ 1' },
    ]
  if (native.score !== best)
    throw new Error(`SciPy finds ${String(native.score)}, not ${String(best)}`)
  return [...rows, atMost(`matching: dense ${name}`, here, ['SciPy', native.cost], 1)]
}

const kinds = [
  ['uniform', uniform],
  ['popular', linear(100)],
] as const

/** Pools of one size and kind, so that one that is lucky does not decide. */
const seeds = [3, 4, 5, 6, 7]

/** Rounds enough for both sides to be compiled: the smaller the pools, the more. */
const small = [
  [100, 401],
  [200, 101],
  [400, 41],
] as const

/** Rows of tables as small as most cohorts are, beside `munkres`, the fastest of the peers there. */
async function* smallRows(): AsyncGenerator<Row> {
  const work = peers.find(({ name }) => name === 'munkres')?.prepare
  if (work === undefined) throw new Error('munkres is no peer')
  for (const [size, rounds] of small)
    for (const [kind, score] of kinds) {
      const name = `matching: dense ${String(size)} × ${String(size)} ${kind}, ${String(seeds.length)} pools`
      process.stderr.write(`${name} …\n`)
      const pools = seeds.map((seed) => table(size, score, seed))
      const problems = pools.map((pool) => denseProblem(pool, 'score-first'))
      const theirs = pools.map(work)
      for (const [at, problem] of problems.entries())
        if (verifiedScore(problem) !== theirs[at]?.())
          throw new Error(`munkres finds another score of pool ${String(seeds[at])}`)
      const [here = Number.NaN, there = Number.NaN] = await interleaved(rounds, [
        () => problems.map((problem) => Engine.solve(problem)),
        () => theirs.map((solve) => solve()),
      ])
      yield atMost(name, here, ['munkres', there], 1)
    }
}

/** Rows of dense pools, beside other libraries in the same process. */
export async function* denseRows(quick: boolean): AsyncGenerator<Row> {
  yield* smallRows()
  for (const size of quick ? [800] : [800, 2000]) {
    for (const [kind, score] of kinds) {
      const name = `${String(size)} × ${String(size)} ${kind}`
      process.stderr.write(`matching: dense ${name} …\n`)
      yield* await besides(name, table(size, score, 3))
    }
  }
}

/** A sparse pool beside `munkres`, which knows tables only: a pair that is no edge costs more than any chain of edges. */
export async function* sparseRows(): AsyncGenerator<Row> {
  const problem = sparsePool(shapes['sparse 5 000'], 'participation-first', 5)
  const { first, mentorOf, scoreOf, menteePlaces, mentorPlaces } = problem
  const mentors = mentorPlaces.length
  const forbidden = 10_000_000
  const costs = Array.from(menteePlaces, (_, mentee) => {
    const row = new Array<number>(mentors).fill(forbidden)
    for (let edge = first[mentee] ?? 0; edge < (first[mentee + 1] ?? 0); edge += 1)
      row[mentorOf[edge] ?? 0] = 1001 - (scoreOf[edge] ?? 0)
    return row
  })
  process.stderr.write('matching: sparse 5 000 × 5 000 …\n')
  const best = verifiedScore(problem)
  let theirs = 0
  const [here = Number.NaN, there = Number.NaN] = await interleaved(1, [
    () => Engine.solve(problem),
    () => {
      theirs = 0
      for (const [mentee, mentor] of munkres(costs) as Array<[number, number]>) {
        const cost = costs[mentee]?.[mentor] ?? Number.NaN
        if (cost < forbidden) theirs += 1001 - cost
      }
    },
  ])
  if (theirs !== best) throw new Error(`munkres finds ${String(theirs)}, not ${String(best)}`)
  yield atMost(
    `matching: sparse 5 000 × 5 000, ${String(mentorOf.length)} edges`,
    here,
    ['munkres', there],
    0.3,
  )
}
