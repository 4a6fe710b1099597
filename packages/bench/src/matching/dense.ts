import { Matching } from '@reverse-mentoring/core'
import { Engine } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { munkres } from 'munkres'
import { interleaved, timed } from '../measure.ts'
import { type Row, atMost } from '../row.ts'
import { absent } from './absent.ts'
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

/** Rows of small dense pools, beside other libraries in the same process. */
export async function* denseRows(quick: boolean): AsyncGenerator<Row> {
  for (const size of quick ? [800] : [800, 2000]) {
    for (const [shape, score] of [
      ['uniform', uniform],
      ['popular', linear(100)],
    ] as const) {
      const name = `${String(size)} × ${String(size)} ${shape}`
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
