import { Matching } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import { auction } from './auction/auction.ts'
import { type Keys, canonical, fromCanonical } from './canonical.ts'
import { type Engine, chooseEngine, serves } from './choose.ts'
import { dense } from './dense/dense.ts'
import { network } from './network/engine.ts'
import type { EngineFault, OnProgress, Solution } from './solution.ts'

export interface SolveOptions {
  /** Breaks ties: the order of people in the run. Without keys the order is the one given. */
  readonly keys?: Keys
  /**
   * Chosen by the shape of the problem where absent, or where the one named cannot hold the problem: `dense` nobody who
   * could have a second partner, and limits and floors only `network`, which also takes scores beyond an auction.
   */
  readonly engine?: Engine
  readonly onProgress?: OnProgress
}

export type SolveFault = Matching.BadProblem | EngineFault

/** What takes over where numbers are beyond an engine. */
const next = { dense: 'auction', auction: 'network', network: undefined } as const
const engines = { dense, auction, network }

const run = (
  engine: Engine,
  problem: Matching.MatchingProblem,
  onProgress: OnProgress | undefined,
): E.Either<EngineFault, Solution> => {
  const solution = engines[engine](problem, onProgress)
  const other = next[engine]
  return other !== undefined && E.isLeft(solution) && solution.left._tag === 'BeyondExact'
    ? run(other, problem, onProgress)
    : solution
}

const engineFor = (problem: Matching.MatchingProblem, asked: Engine | undefined): Engine =>
  asked !== undefined && serves(asked, problem) ? asked : chooseEngine(problem)

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
    E.flatMap((checked): E.Either<SolveFault, Solution> => {
      if ((checked.pairLimits ?? []).length > 0) return E.left({ _tag: 'Uncounted' })
      const ordered = canonical(checked, keys)
      return pipe(
        run(engineFor(ordered.problem, engine), ordered.problem, onProgress),
        E.map((solution) => fromCanonical(problem, ordered, solution)),
      )
    }),
  )
