import { Matching, type Port } from '@reverse-mentoring/core'
import type * as E from 'fp-ts/lib/Either.js'
import type { Awaitable } from '../../shortest.ts'
import { inTime } from '../trace/in-time.ts'

type Answer = E.Either<Port.PolicyFailure, Matching.MatchingResult>

type Propose = (pool: Matching.ReadingPool, context: Port.MatchingContext) => Awaitable<Answer>

/** A policy as the laws ask it: one that answers at once, or one that is waited for. */
export interface Asking {
  readonly policy: Pick<Port.MatchingPolicy, 'id' | 'claims' | 'reads'>
  /** Handed what it may see. */
  readonly propose: Propose
  /** Handed a whole pool, as no engine does. */
  readonly proposeOfAll: Propose
  readonly scores: Port.MatchingPolicy['scores'] | undefined
}

/** The same policy, handed this whole pool in place of what it may see. */
const handed = <Rest extends ReadonlyArray<unknown>, Answered>(
  policy: { readonly propose: (pool: Matching.ReadingPool, ...rest: Rest) => Answered },
  whole: Matching.ReadingPool,
) => ({ propose: (_seen: Matching.ReadingPool, ...rest: Rest) => policy.propose(whole, ...rest) })

/** Asks a policy that answers at once. */
export const askingAtOnce = (policy: Port.MatchingPolicy): Asking => ({
  policy,
  propose: (pool, context) => Matching.askPolicy(policy, pool, context),
  proposeOfAll: (pool, context) => Matching.askPolicy(handed(policy, pool), pool, context),
  scores: policy.scores,
})

/** Asks a policy that answers later, and tells it to stop where it is too late. */
export const askingLater = (
  policy: Port.AsyncMatchingPolicy,
  scores: Port.MatchingPolicy['scores'],
  deadline: number,
): Asking => {
  const within = async (ask: (watch: Port.Watch) => Promise<Answer>): Promise<Answer> => {
    const stop = new AbortController()
    try {
      return await inTime(() => 'propose', ask({ signal: stop.signal }), deadline)
    } finally {
      stop.abort()
    }
  }
  return {
    policy,
    propose: (pool, context) =>
      within((watch) => Matching.askAnyPolicy(policy, pool, context, watch)()),
    proposeOfAll: (pool, context) =>
      within((watch) => Matching.askAnyPolicy(handed(policy, pool), pool, context, watch)()),
    scores,
  }
}
