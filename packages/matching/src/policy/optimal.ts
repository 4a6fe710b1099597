import type { Port, Values } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import { code } from '../code.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { bestPairs } from '../engine/best-pairs.ts'
import { everyPair } from '../engine/every-pair.ts'
import { priceAndAdd } from '../engine/price-and-add.ts'
import { type SolveFault, solve } from '../engine/solve.ts'
import { type ScoringPolicy, built } from './built.ts'
import { completed } from './completed.ts'
import { isSmall } from './pairs-of-run.ts'
import type { Run } from './run.ts'
import type { Solved } from './solved.ts'
import { version } from './version.ts'

export interface Optimal {
  readonly criteria: Criteria
  /** Most people with a partner, then most pairs, then the best score; or the best score whoever is placed. */
  readonly objective: Port.Objective
  /** Pairs that score less are not admissible; 0 by default. */
  readonly threshold?: number
  /**
   * Points that somebody's second partner costs, twice as many the third, and so on, where the load is to be shared; a
   * whole number from 0, at most a million; 0 by default.
   */
  readonly spread?: number
  /** `optimal` by default. */
  readonly id?: Values.Code
}

/** Pairs of each person that a large pool begins with. */
const candidates = 12

const ofAllPairs = ({ sides, fused, onProgress }: Run): E.Either<SolveFault, Solved> => {
  const problem = everyPair(sides, fused)
  return pipe(
    solve(problem, { onProgress }),
    E.map((solution) => ({ problem, solution, hasAllPairs: true })),
  )
}

const ofCandidates = ({ sides, fused, onProgress }: Run): E.Either<SolveFault, Solved> =>
  pipe(
    priceAndAdd(bestPairs(sides, fused, candidates), fused, { onProgress }),
    E.map(({ problem, solution }) => ({ problem, solution, hasAllPairs: false })),
  )

/**
 * The best result there is under the objective and within the limits of the criteria, with its proof, and nobody left
 * while an admitted counterpart is free and no limit stands between them. Up to 2 000 × 2 000 people from all pairs, above
 * from each person's best ones, to which are added all that would improve the result, until none does: exact both ways.
 */
export const optimal = ({ criteria, objective, threshold, spread, id }: Optimal): ScoringPolicy =>
  built({
    id: code(id ?? 'optimal'),
    version: version('4'),
    claims: { optimal: objective },
    criteria,
    objective,
    threshold,
    spread,
    keepsLimits: 'of-flow',
    solve: (run) =>
      pipe(
        (isSmall(run.sides) ? ofAllPairs : ofCandidates)(run),
        E.map((solved) => (objective === 'score-first' ? completed(run.fused, solved) : solved)),
      ),
  })
