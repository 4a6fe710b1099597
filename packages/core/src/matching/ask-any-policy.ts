import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { AsyncMatchingPolicy } from '../port/async-matching-policy.ts'
import type { MatchingContext, MatchingPolicy, PolicyFailure } from '../port/matching-policy.ts'
import type { Watch } from '../port/watch.ts'
import { answerOr } from './no-answer.ts'
import { policyThrew } from './policy-threw.ts'
import { poolFor } from './pool-for.ts'
import type { ReadingPool } from './pool.ts'
import type { MatchingResult } from './result.ts'

/** Asks a policy that answers at once or later, as `askPolicy` asks one that answers at once. It waits as long as that takes. */
export const askAnyPolicy =
  (
    policy: Pick<MatchingPolicy | AsyncMatchingPolicy, 'reads' | 'propose'>,
    pool: ReadingPool,
    context: MatchingContext,
    watch: Watch = {},
  ): TaskEither<PolicyFailure, MatchingResult> =>
  async () => {
    try {
      const answer: unknown = await policy.propose(poolFor(policy, pool), context, watch)
      return answerOr(answer)
    } catch (defect) {
      return E.left(policyThrew(defect, context))
    }
  }
