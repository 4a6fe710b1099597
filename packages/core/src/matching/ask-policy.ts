import * as E from 'fp-ts/lib/Either.js'
import type {
  MatchingContext,
  MatchingPolicy,
  PairScores,
  PolicyFailure,
} from '../port/matching-policy.ts'
import { isAnswer } from './is-result.ts'
import { policyThrew } from './policy-threw.ts'
import { poolFor } from './pool-for.ts'
import type { ReadingPool } from './pool.ts'
import type { MatchingResult } from './result.ts'

/**
 * Asks a policy for its result, whosever it is: it is handed what it may see of the pool and nothing else; one that
 * throws, or answers with something that is no result, has failed.
 */
export const askPolicy = (
  policy: Pick<MatchingPolicy, 'reads' | 'propose'>,
  pool: ReadingPool,
  context: MatchingContext,
): E.Either<PolicyFailure, MatchingResult> => {
  try {
    const answer = policy.propose(poolFor(policy, pool), context)
    if (isAnswer(answer)) return answer
    const problem = 'the policy answers with something that is no result'
    return E.left({ _tag: 'PolicyFailure', problem })
  } catch (defect) {
    return E.left(policyThrew(defect, context))
  }
}

/** Asks a policy that says it what it thinks of pairs, in the same way. */
export const askScores = (
  policy: Pick<MatchingPolicy, 'reads'> & Required<Pick<MatchingPolicy, 'scores'>>,
  pool: ReadingPool,
  context: MatchingContext,
): E.Either<PolicyFailure, PairScores> => {
  try {
    return policy.scores(poolFor(policy, pool), context)
  } catch (defect) {
    return E.left(policyThrew(defect, context))
  }
}
