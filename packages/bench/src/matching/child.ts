import { Matching, type Port } from '@reverse-mentoring/core'
import { Engine } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { median, timed } from '../measure.ts'
import { type ShapeName, fractions, shapes, sparsePool } from './pools.ts'

/** One large pool, solved in a process of its own. */
export interface Job {
  readonly shape: ShapeName
  readonly objective: Port.Objective
  readonly rounds: number
}

/** What the process found. */
export interface Outcome {
  /** Milliseconds, medians of rounds that take turns. */
  readonly solve: number
  readonly sort: number
  /** Peak resident memory after the first solve, less that of the process before it made the pool. */
  readonly bytes: number
  readonly edges: number
  readonly worth: { readonly pairs: number; readonly score: number }
}

const keysOf = (problem: Matching.MatchingProblem) => {
  const next = fractions(11)
  const keys = (people: Int32Array) => Float64Array.from(people, () => Math.floor(next() * 2 ** 32))
  return { mentors: keys(problem.mentorPlaces), mentees: keys(problem.menteePlaces) }
}

const solved = (problem: Matching.MatchingProblem, keys: Engine.Keys): Engine.Solution => {
  const solution = Engine.solve(problem, { keys })
  if (E.isLeft(solution)) throw new Error(JSON.stringify(solution.left))
  return solution.right
}

const run = ({ shape, objective, rounds }: Job): Outcome => {
  const before = process.memoryUsage.rss()
  const problem = sparsePool(shapes[shape], objective, 7)
  const keys = keysOf(problem)
  let solution: Engine.Solution | undefined
  const first = timed(() => (solution = solved(problem, keys)))
  const bytes = process.resourceUsage().maxRSS * 1024 - before
  if (solution === undefined) throw new Error('nothing solved')
  const verified = Matching.verify(problem, solution.taken, solution.certificate)
  if (E.isLeft(verified)) throw new Error(JSON.stringify(verified.left))

  const solves = [first]
  const sorts: Array<number> = []
  for (let round = 0; round < rounds; round += 1) {
    const scores = Float64Array.from(problem.scoreOf)
    sorts.push(timed(() => scores.sort()))
    if (round > 0) solves.push(timed(() => solved(problem, keys)))
  }
  return {
    solve: median(solves),
    sort: median(sorts),
    bytes,
    edges: problem.mentorOf.length,
    worth: verified.right,
  }
}

console.log(JSON.stringify(run(JSON.parse(process.argv[2] ?? '') as Job)))
