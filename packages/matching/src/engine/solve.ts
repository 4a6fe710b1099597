import { Matching } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import { auction } from './auction/auction.ts'
import { shortestPaths } from './augment.ts'
import { type Keys, canonical, fromCanonical } from './canonical.ts'
import { type Engine, chooseEngine } from './choose.ts'
import { dense } from './dense/dense.ts'
import type { EngineFault, OnProgress, Solution } from './solution.ts'

export interface SolveOptions {
  /** Breaks ties: the order of people in the run. Without keys the order is the one given. */
  readonly keys?: Keys
  /** Chosen by the shape of the problem where absent. */
  readonly engine?: Engine
  readonly onProgress?: OnProgress
}

export type SolveFault = Matching.BadProblem | EngineFault

const run = (
  engine: Engine,
  problem: Matching.MatchingProblem,
  onProgress: OnProgress | undefined,
): E.Either<EngineFault, Solution> => {
  switch (engine) {
    case 'auction':
      return auction(problem, onProgress)
    case 'dense':
      return dense(problem, onProgress)
    case 'shortest-paths':
      return shortestPaths(problem, onProgress)
  }
}

/**
 * An optimal solution of a problem under its objective, with its certificate. The same problem in another order, with
 * the same key for everybody, has the same solution.
 */
export const solve = (
  problem: Matching.MatchingProblem,
  { keys, engine, onProgress }: SolveOptions = {},
): E.Either<SolveFault, Solution> =>
  pipe(
    Matching.checkProblem(problem),
    E.flatMap((checked) => {
      const ordered = canonical(checked, keys)
      return pipe(
        run(engine ?? chooseEngine(ordered.problem), ordered.problem, onProgress),
        E.map((solution) => fromCanonical(problem, ordered, solution)),
      )
    }),
  )
