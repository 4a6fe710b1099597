import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { type Cancelled, cancelled } from '../engine/solution.ts'
import type { LongPolicy } from './built.ts'

/** How a run is watched and stopped. */
export interface Watch {
  /** Stops the run at its next sign of progress. */
  readonly signal?: AbortSignal
  /** The share that is done, from 0 to 1, never less than before. */
  readonly onProgress?: (done: number) => void
}

const isLong = (policy: Port.MatchingPolicy): policy is LongPolicy => 'proposeWhile' in policy

/**
 * Runs a policy here and now, with progress and a way to stop it. A run does not yield: a signal from elsewhere arrives
 * only if `onProgress` lets it; `runInWorker` leaves the thread free. It is handed what it may see of the pool, and no
 * identity else. A policy that throws has failed; one that knows no progress runs to its end.
 */
export const runPolicy = (
  policy: Port.MatchingPolicy,
  pool: Matching.ReadingPool,
  context: Port.MatchingContext,
  { signal, onProgress }: Watch = {},
): E.Either<Port.PolicyFailure | Cancelled, Matching.MatchingResult> => {
  if (signal?.aborted === true) return E.left(cancelled)
  if (!isLong(policy)) return Matching.askPolicy(policy, pool, context)
  try {
    return policy.proposeWhile(Matching.poolFor(policy, pool), context, (done) => {
      onProgress?.(done)
      return signal?.aborted !== true
    })
  } catch (defect) {
    return E.left(Matching.policyThrew(defect, context))
  }
}
