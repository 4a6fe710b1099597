import type { Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { code } from '../code.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { everyPair } from '../engine/every-pair.ts'
import { greedy as takeBestFirst } from '../engine/greedy.ts'
import { type ScoringPolicy, built } from './built.ts'
import { isSmall } from './pairs-of-run.ts'
import { untilNoneBlocks } from './unblocked.ts'
import { version } from './version.ts'

export interface Baseline {
  readonly criteria: Criteria
  /** Pairs that score less are not admissible; 0 by default. */
  readonly threshold?: number
  readonly id?: Values.Code
}

/** Best pair first, each while there is place; ties by lot. A baseline: at least half of the best score, and it claims nothing. */
export const greedy = ({ criteria, threshold, id }: Baseline): ScoringPolicy =>
  built({
    id: code(id ?? 'greedy'),
    version: version('1'),
    claims: {},
    criteria,
    objective: 'score-first',
    threshold,
    solve: ({ sides, fused, onProgress }) => {
      if (!isSmall(sides))
        return untilNoneBlocks(
          sides,
          fused,
          { mentor: fused, mentee: fused },
          takeBestFirst,
          (pass) => onProgress(1 - 1 / (pass + 1)),
        )
      const problem = everyPair(sides, fused)
      return E.right({ problem, solution: takeBestFirst(problem), hasAllPairs: true })
    },
  })
