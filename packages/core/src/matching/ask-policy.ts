import * as E from 'fp-ts/lib/Either.js'
import type {
  MatchingContext,
  MatchingPolicy,
  PairScores,
  PolicyFailure,
} from '../port/matching-policy.ts'
import type { Watch } from '../port/watch.ts'
import { isObject } from '../values/is-object.ts'
import { answerOr, laterAnswer } from './no-answer.ts'
import { policyThrew } from './policy-threw.ts'
import { poolFor } from './pool-for.ts'
import type { ReadingPool } from './pool.ts'
import type { MatchingResult } from './result.ts'

/** Nobody waits for it: that it may be broken is no reason to end a process. */
const isDropped = (answer: unknown): boolean => {
  if (!isObject(answer) || typeof answer['then'] !== 'function') return false
  Promise.resolve(answer).catch(() => undefined)
  return true
}

/**
 * Asks a policy for its result, whosever it is: it is handed what it may see of the pool and nothing else; one that
 * throws, or answers with something that is no result, has failed. A promise is none: `askAnyPolicy` waits for it.
 */
export const askPolicy = (
  policy: Pick<MatchingPolicy, 'reads' | 'propose'>,
  pool: ReadingPool,
  context: MatchingContext,
  watch: Watch = {},
): E.Either<PolicyFailure, MatchingResult> => {
  try {
    const answer: unknown = policy.propose(poolFor(policy, pool), context, watch)
    return isDropped(answer) ? E.left(laterAnswer) : answerOr(answer)
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
