import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { cancelled } from '../engine/solution.ts'

/**
 * Runs a policy here and now, with progress and a way to stop it. A run does not yield: a signal from elsewhere arrives
 * only if `onProgress` lets it; `policyInWorker` leaves the thread free. It is handed what it may see of the pool, and no
 * identity else. A policy that throws has failed; one that knows no progress runs to its end.
 */
export const runPolicy = (
  policy: Port.MatchingPolicy,
  pool: Matching.ReadingPool,
  context: Port.MatchingContext,
  watch: Port.Watch = {},
): E.Either<Port.PolicyFailure | Port.Cancelled, Matching.MatchingResult> => {
  const isStopped = (): boolean => watch.signal?.aborted === true
  if (isStopped()) return E.left(cancelled)
  const result = Matching.askPolicy(policy, pool, context, watch)
  return E.isLeft(result) && isStopped() ? E.left(cancelled) : result
}
