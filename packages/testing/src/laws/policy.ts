import type { Matching, Port } from '@reverse-mentoring/core'
import type fc from 'fast-check'
import type { Law } from './law.ts'
import { everyPolicy } from './policy/every-policy.ts'
import { optimalPolicy } from './policy/optimal-policy.ts'
import { stablePolicy } from './policy/stable-policy.ts'

/** How hard the laws of a policy are tried. */
export interface PolicyLawOptions {
  /** Pools for each law; 100 by default. */
  readonly numRuns?: number
  /** Makes a run repeatable. */
  readonly seed?: number
  /** With the seed of a run that failed, as it was told: tries again what failed. */
  readonly path?: string
}

/**
 * What a `MatchingPolicy` must keep on these pools, such as those of `arbitraryPool`: INV29, 30, 33 and 39, and what it
 * claims (INV31 and 32). A policy that fails on a pool breaks the law that tried it.
 */
export const policyLaws = (
  policy: Port.MatchingPolicy,
  pools: fc.Arbitrary<Matching.MatchingPool>,
  { numRuns = 100, seed, path }: PolicyLawOptions = {},
): ReadonlyArray<Law> => {
  const { optimal, stable } = policy.claims
  const laws = [
    ...everyPolicy,
    ...(optimal === undefined ? [] : optimalPolicy(optimal)),
    ...(stable === undefined ? [] : stablePolicy),
  ]
  return laws.map((law) => law({ policy, pools, numRuns, seed, path }))
}
