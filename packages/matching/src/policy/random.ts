import * as E from 'fp-ts/lib/Either.js'
import { code } from '../code.ts'
import { everyPair } from '../engine/every-pair.ts'
import { random as byLot } from '../engine/greedy.ts'
import { type ScoringPolicy, built } from './built.ts'
import type { Baseline } from './greedy.ts'
import { version } from './version.ts'

/** Admissible pairs by lot, each while there is place. A baseline that reads no score; it claims nothing. */
export const random = ({ criteria, threshold, id }: Baseline): ScoringPolicy =>
  built({
    id: code(id ?? 'random'),
    version: version('1'),
    claims: {},
    criteria,
    objective: 'score-first',
    threshold,
    solve: ({ sides, fused, seed }) => {
      const problem = everyPair(sides, fused)
      return E.right({ problem, solution: byLot(problem, seed), hasAllPairs: true })
    },
  })
