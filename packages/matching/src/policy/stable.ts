import type { Matching, Values } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import { code } from '../code.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { everyPair } from '../engine/every-pair.ts'
import type { Cancelled, Solution } from '../engine/solution.ts'
import { type Proposing, type Ranks, stable as deferredAcceptance } from '../engine/stable.ts'
import { type ScoringPolicy, built } from './built.ts'
import type { Run } from './run.ts'
import { type Likings, likingsOf, ranksOf } from './likings.ts'
import { isSmall } from './pairs-of-run.ts'
import type { Solved } from './solved.ts'
import { untilNoneBlocks } from './unblocked.ts'
import { version } from './version.ts'

export interface Stable {
  readonly criteria: Criteria
  /** Whose best stable result it is, up to 2 000 × 2 000 people; mentees by default. */
  readonly proposing?: Proposing
  /** Pairs that score less are not admissible; 0 by default. */
  readonly threshold?: number
  /** `stable` by default. */
  readonly id?: Values.Code
}

/**
 * A result in which no two people would both rather have each other than what they have (Gale & Shapley 1962). Each side
 * likes pairs by the scores, without the stated preferences of the other. Ties break by lot.
 */
export const stable = ({ criteria, proposing = 'mentee', threshold, id }: Stable): ScoringPolicy =>
  built({
    id: code(id ?? 'stable'),
    version: version('1'),
    claims: { stable: true },
    criteria,
    objective: 'score-first',
    threshold,
    hasLikings: true,
    solve: (run) =>
      pipe(
        likingsOf(criteria, run.people),
        E.flatMap((likings) =>
          (isSmall(run.sides) ? ofAllPairs : ofCandidates)(run, likings, (problem, ranks) =>
            deferredAcceptance(problem, ranks, proposing),
          ),
        ),
      ),
  })

type Solve = (problem: Matching.MatchingProblem, ranks: Ranks) => Solution

const ofAllPairs = (
  { sides, fused }: Run,
  likings: Likings,
  solve: Solve,
): E.Either<Cancelled, Solved> => {
  const problem = everyPair(sides, fused)
  return E.right({
    problem,
    solution: solve(problem, ranksOf(problem, likings)),
    hasAllPairs: true,
  })
}

const ofCandidates = ({ sides, fused, onProgress }: Run, likings: Likings, solve: Solve) =>
  untilNoneBlocks(sides, fused, likings, solve, (pass) => onProgress(1 - 1 / (pass + 1)))
