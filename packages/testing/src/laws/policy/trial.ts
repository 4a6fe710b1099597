import { Matching, type Port, type Values } from '@reverse-mentoring/core'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { findBroken, howBroken, type Found } from '../../shortest.ts'
import type { Law } from '../law.ts'
import { at } from '../../scene/the.ts'
import { fewestPeople } from './fewest-people.ts'
import { tellPool } from './tell-pool.ts'

/** What the laws of a policy are tried on. */
export interface PolicyTrial {
  readonly policy: Port.MatchingPolicy
  readonly pools: fc.Arbitrary<Matching.MatchingPool>
  readonly numRuns: number
  readonly seed?: number | undefined
  /** Where a run that failed stood, with its seed: it is tried again from there. */
  readonly path?: string | undefined
}

/** A policy at work on one pool. */
export interface Tried {
  readonly policy: Port.MatchingPolicy
  readonly pool: Matching.MatchingPool
  readonly context: Port.MatchingContext
  /** What the policy proposes for this pool, or for another one with the same seed. */
  readonly propose: (pool?: Matching.MatchingPool) => Matching.MatchingResult
  /** What the policy thinks of the pairs of this pool, or of another one. */
  readonly scores: (pool?: Matching.MatchingPool) => Port.PairScores | undefined
  /** Both where it is handed a whole pool, with all identity that is in it: as no engine does. */
  readonly ofAll: {
    readonly propose: (pool: Matching.ReadingPool) => Matching.MatchingResult
    readonly scores: (pool: Matching.ReadingPool) => Port.PairScores | undefined
  }
  /** A number from the seed, below n: for what a law leaves to chance. */
  readonly below: (n: number) => number
}

const right = <A>(answer: E.Either<Port.PolicyFailure, A>): A => {
  if (E.isRight(answer)) return answer.right
  const { problem, rule, thrown } = answer.left
  const where = rule === undefined ? '' : ` in “${rule}”`
  const what = thrown === undefined ? '' : `\n${thrown}`
  throw new Error(`the policy fails${where}: ${problem}${what}`)
}

/** The same, and whoever would change it throws. */
const frozen = <A>(value: A): A => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

const tried = (
  policy: Port.MatchingPolicy,
  pool: Matching.MatchingPool,
  seed: Values.Seed,
): Tried => {
  const context = { seed, asOf: at(24), development: true }
  const { reads = [], scores } = policy
  return {
    policy,
    pool,
    context,
    propose: (other = pool) => right(Matching.askPolicy(policy, frozen(other), context)),
    scores: (other = pool) =>
      scores === undefined
        ? undefined
        : right(Matching.askScores({ reads, scores }, frozen(other), context)),
    ofAll: {
      propose: (other) => right(policy.propose(frozen(other), context)),
      scores: (other) => (scores === undefined ? undefined : right(scores(frozen(other), context))),
    },
    below: (n) => (n === 0 ? 0 : seed % n),
  }
}

type Broken = (tried: Tried) => string | undefined

/** What is told of a pool that breaks a law: how, where it is found again, and who of it is needed for that. */
const tellFound = (
  found: Found<readonly [Matching.MatchingPool, Values.Seed]>,
  how: (pool: Matching.MatchingPool) => string | undefined,
): string => {
  const [whole, chance] = found.value
  const pool = fewestPeople(whole, (less) => how(less) !== undefined)
  const again = `seed ${String(found.seed)}, path "${found.path}"; the policy's seed ${String(chance)}`
  return `${how(pool) ?? found.how}\n(policyLaws: ${again}) on the pool\n${tellPool(pool)}`
}

/** A law of policies: how one is broken on a pool, in a few words; `undefined` if it is kept. */
export const policyLaw =
  (name: string, broken: Broken) =>
  ({ policy, pools, numRuns, seed, path }: PolicyTrial): Law => ({
    name,
    check: TE.tryCatch(
      () => {
        const how = (pool: Matching.MatchingPool, chance: Values.Seed): string | undefined =>
          howBroken(() => broken(tried(policy, pool, chance)))
        const values = fc.tuple(pools, fc.nat(0xffff_ffff))
        const found = findBroken(values, (value) => how(...value), { numRuns, seed, path })
        if (found === undefined) return Promise.resolve()
        const [, chance] = found.value
        return Promise.reject(new Error(tellFound(found, (pool) => how(pool, chance))))
      },
      (reason) => (reason instanceof Error ? reason.message : String(reason)),
    ),
  })

/** A law of what a policy does with many pools together. */
export const poolsLaw =
  (name: string, broken: (all: ReadonlyArray<Tried>) => string | undefined) =>
  ({ policy, pools, numRuns, seed }: PolicyTrial): Law => ({
    name,
    check: TE.tryCatch(
      () => {
        const sample = fc.sample(pools, { numRuns, ...(seed !== undefined && { seed }) })
        const how = broken(sample.map((pool, i) => tried(policy, pool, i)))
        return how === undefined ? Promise.resolve() : Promise.reject(new Error(how))
      },
      (reason) => (reason instanceof Error ? reason.message : String(reason)),
    ),
  })
