import type { Matching, Port } from '@reverse-mentoring/core'
import type fc from 'fast-check'
import type { Law } from './law.ts'
import { askingAtOnce, askingLater, type Asking } from './policy/asking.ts'
import { everyPolicy } from './policy/every-policy.ts'
import { optimalPolicy } from './policy/optimal-policy.ts'
import { overlapping } from './policy/overlapping.ts'
import { stablePolicy } from './policy/stable-policy.ts'
import type { PolicyTrial } from './policy/trial.ts'
import { ANSWER } from './trace/in-time.ts'

/** How hard the laws of a policy are tried. */
export interface PolicyLawOptions {
  /** Pools for each law; 100 by default. */
  readonly numRuns?: number
  /** Makes a run repeatable. */
  readonly seed?: number
  /** With the seed of a run that failed, as it was told: tries again what failed. */
  readonly path?: string
}

/** The same for a policy that answers later. */
export interface AsyncPolicyLawOptions extends PolicyLawOptions {
  /** What the policy thinks of pairs: for one that claims something, such as the `scores` of the same policy at once. */
  readonly scores?: NonNullable<Port.MatchingPolicy['scores']>
  /** Milliseconds that one answer may take; 10 000 by default. */
  readonly deadline?: number
}

const claimsOf = (laws: string, { id, claims }: Asking['policy']): Port.PolicyClaims => {
  const given: unknown = claims
  if (typeof given === 'object' && given !== null) return claims
  throw new TypeError(
    `${laws}: the policy “${id}” does not say what it claims: write \`claims: {}\` for one that claims nothing`,
  )
}

const lawsOf = (
  trial: Omit<PolicyTrial, 'numRuns'>,
  { numRuns = 100, seed, path }: PolicyLawOptions,
  more: ReadonlyArray<(trial: PolicyTrial) => Law> = [],
): ReadonlyArray<Law> => {
  const { optimal, stable } = claimsOf(trial.laws, trial.asking.policy)
  const laws = [
    ...everyPolicy,
    ...more,
    ...(optimal === undefined ? [] : optimalPolicy(optimal)),
    ...(stable === undefined ? [] : stablePolicy),
  ]
  return laws.map((law) => law({ ...trial, numRuns, seed, path }))
}

/**
 * What a `MatchingPolicy` must keep on these pools, such as those of `arbitraryPool`: INV29, 30, 33 and 39, and what it
 * claims (INV31 and 32). A policy that fails on a pool breaks the law that tried it.
 */
export const policyLaws = (
  policy: Port.MatchingPolicy,
  pools: fc.Arbitrary<Matching.MatchingPool>,
  options: PolicyLawOptions = {},
): ReadonlyArray<Law> =>
  lawsOf({ asking: askingAtOnce(policy), laws: 'policyLaws', pools }, options)

/**
 * The same of a policy that answers later, such as one of `policyInWorker`, and that runs which overlap give what each
 * gives alone. An answer that is too late breaks the law that tried it. In a thread of its own, no law moves its clock.
 */
export const asyncPolicyLaws = (
  policy: Port.AsyncMatchingPolicy,
  pools: fc.Arbitrary<Matching.MatchingPool>,
  options: AsyncPolicyLawOptions = {},
): ReadonlyArray<Law> => {
  const { scores, deadline = ANSWER } = options
  const asking = askingLater(policy, scores, deadline)
  return lawsOf({ asking, laws: 'asyncPolicyLaws', pools }, options, [overlapping])
}
