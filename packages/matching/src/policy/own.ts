import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { code } from '../code.ts'
import { badPool } from '../fused/check-pool.ts'
import { failure } from '../fused/failure.ts'
import { tellBadResult } from './tell-bad-result.ts'

type Scores = NonNullable<Port.MatchingPolicy['scores']>

const scoring =
  ({ reads = [] }: Port.MatchingPolicy, scores: Scores): Scores =>
  (pool, context) =>
    Matching.askScores({ reads, scores }, pool, context)

/**
 * A whole policy of one's own, made safe: it is handed what it may see and nothing else; one that throws, or proposes a
 * pair that may not be, a score that is no whole number from 0, or more pairs than places, has failed and is told which field of its result it was.
 * Costs O(pool + pairs) beside its own run.
 */
export const own = (policy: Port.MatchingPolicy): Port.MatchingPolicy => ({
  ...policy,
  id: code(policy.id),
  ...(policy.scores !== undefined && { scores: scoring(policy, policy.scores) }),
  propose: (pool, context, watch) => {
    const bad = badPool(pool)
    if (bad !== undefined) return E.left(bad)
    const result = Matching.askPolicy(policy, pool, context, watch)
    if (E.isLeft(result)) return result
    const wrong = Matching.badPair(pool, result.right) ?? Matching.badReason(pool, result.right)
    if (wrong === undefined) return result
    const { mentor, mentee } = wrong
    return E.left(
      failure(tellBadResult(pool, wrong, result.right), {
        kind: 'broken',
        ...(mentor !== undefined && mentee !== undefined && { pair: { mentor, mentee } }),
      }),
    )
  },
})
