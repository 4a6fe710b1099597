import type { Either } from 'fp-ts/lib/Either.js'
import type { MatchingPool } from '../matching/pool.ts'
import type { MatchingResult } from '../matching/result.ts'
import type { MatchingContext, MatchingPolicy, PolicyFailure } from './matching-policy.ts'
import type { Watch } from './watch.ts'

/**
 * A policy that answers later: from another thread, or because it awaits something. It keeps what a `MatchingPolicy`
 * keeps, is handed the same, and should end what it began when the signal is given: nobody listens from then on.
 */
export interface AsyncMatchingPolicy extends Omit<MatchingPolicy, 'propose' | 'scores'> {
  readonly propose: (
    pool: MatchingPool,
    context: MatchingContext,
    watch: Watch,
  ) => Promise<Either<PolicyFailure, MatchingResult>>
}
