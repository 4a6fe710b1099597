import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Row, atMost, milliseconds, rounded } from '../row.ts'
import type { Job, Outcome } from './child.ts'
import { absent } from '../absent.ts'
import { lemon, lemonAlgorithms } from './lemon.ts'
import { type ShapeName, shapes, sparsePool } from './pools.ts'

const program = fileURLToPath(new URL('child.ts', import.meta.url))

const outcomeOf = (job: Job): Outcome => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, JSON.stringify(job)], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${job.shape}: ${stderr}`)
  return JSON.parse(stdout) as Outcome
}

const native = lemon()

/** LEMON on the same pool: how long it takes to run, without reading and building. */
function* besideLemon(shape: ShapeName, here: number, score: number): Generator<Row> {
  for (const algorithm of lemonAlgorithms) {
    const work = `matching: ${shape}, score-first, beside LEMON`
    if (native === undefined) {
      yield absent(work, `LEMON ${algorithm}: not on this machine`)
      continue
    }
    process.stderr.write(`${work}, ${algorithm} …\n`)
    const found = native(sparsePool(shapes[shape], 'score-first', 7), algorithm)
    if (found === undefined) {
      yield absent(work, `LEMON ${algorithm}: no answer within 2 minutes`)
      continue
    }
    if (found.score !== score)
      throw new Error(`LEMON finds ${String(found.score)}, not ${String(score)}`)
    const row = atMost(work, here, [`LEMON ${algorithm}`, found.cost], 1)
    const isCompared = !(
      shape === 'uniform' ||
      shape === 'ties' ||
      (shape === 'zipf' && algorithm === 'network simplex')
    )
    const { holds: _holds, ...seen } = row
    yield isCompared ? row : { ...seen, bar: 'none' }
  }
}

/** How the rows are named, and what they must keep: so many times the sort, so many MB. */
const bars: ReadonlyArray<readonly [ShapeName, sorts: number, megabytes: number]> = [
  ['uniform', 8, 200],
  ['zipf', 25, 200],
  ['noise100', 25, 200],
  ['noise10', 25, 200],
  ['people = places', 25, 200],
  ['more people than places', 25, 200],
  ['ties', 25, 200],
  ['huge', 25, 400],
]

const objectives = ['participation-first', 'score-first'] as const

/** Rows of large sparse pools, each in a process of its own: time beside sorting its scores, and memory. */
export function* largeRows(quick: boolean): Generator<Row> {
  for (const [shape, most, megabytes] of bars) {
    if (quick && shape !== 'uniform' && shape !== 'noise100') continue
    for (const objective of objectives) {
      if (quick && objective === 'score-first') continue
      const { mentees, mentors } = shapes[shape]
      const name = `matching: ${String(mentees)} × ${String(mentors)}, ${shape}, ${objective}`
      process.stderr.write(`${name} …\n`)
      const { solve, sort, bytes, edges, worth } = outcomeOf({
        shape,
        objective,
        rounds: 3,
      })
      yield {
        work: `${name}, ${String(edges)} edges, verified, ${String(worth.pairs)} pairs worth ${String(worth.score)}`,
        here: milliseconds(solve),
        comparedWith: `sorting the scores: ${milliseconds(sort)}`,
        ratio: rounded(solve / sort),
        bar: `≤ ${String(most)}`,
        holds: solve / sort <= most,
      }
      if (objective === 'score-first' && shape !== 'huge')
        yield* besideLemon(shape, solve, worth.score)
      const used = bytes / 2 ** 20
      yield {
        work: `${name}, memory`,
        here: `${used.toFixed(0)} MB`,
        comparedWith: `${String(megabytes)} MB (peak resident less that before the pool was made)`,
        ratio: rounded(used / megabytes),
        bar: '≤ 1',
        holds: used <= megabytes,
      }
    }
  }
}
