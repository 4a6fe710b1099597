import { Matching, type Port, type Values } from '@reverse-mentoring/core'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { findBrokenLater, howBrokenLater, type Awaitable, type Found } from '../../shortest.ts'
import type { Law } from '../law.ts'
import { at } from '../../scene/the.ts'
import type { Asking } from './asking.ts'
import { fewestPeople } from './fewest-people.ts'
import { tellPool } from './tell-pool.ts'

/** What the laws of a policy are tried on. */
export interface PolicyTrial {
  readonly asking: Asking
  /** By what name somebody tries them again. */
  readonly laws: string
  readonly pools: fc.Arbitrary<Matching.MatchingPool>
  readonly numRuns: number
  readonly seed?: number | undefined
  /** Where a run that failed stood, with its seed: it is tried again from there. */
  readonly path?: string | undefined
}

/** A policy at work on one pool. */
export interface Tried {
  readonly policy: Asking['policy']
  readonly pool: Matching.MatchingPool
  readonly context: Port.MatchingContext
  /** What the policy proposes for this pool, or for another one with the same seed. */
  readonly propose: (pool?: Matching.MatchingPool) => Awaitable<Matching.MatchingResult>
  /** What the policy thinks of the pairs of this pool, or of another one. */
  readonly scores: (pool?: Matching.MatchingPool) => Port.PairScores | undefined
  /** Both where it is handed a whole pool, with all identity that is in it: as no engine does. */
  readonly ofAll: {
    readonly propose: (pool: Matching.ReadingPool) => Awaitable<Matching.MatchingResult>
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

/** The result of an answer, as soon as it is there. */
const rightOf = <A>(answer: Awaitable<E.Either<Port.PolicyFailure, A>>): Awaitable<A> =>
  answer instanceof Promise ? answer.then(right) : right(answer)

const tried = (asking: Asking, pool: Matching.MatchingPool, seed: Values.Seed): Tried => {
  const context = { seed, asOf: at(24), development: true }
  const { policy, scores, propose, proposeOfAll } = asking
  const { reads = [] } = policy
  return {
    policy,
    pool,
    context,
    propose: (other = pool) => rightOf(propose(frozen(other), context)),
    scores: (other = pool) =>
      scores === undefined
        ? undefined
        : right(Matching.askScores({ reads, scores }, frozen(other), context)),
    ofAll: {
      propose: (other) => rightOf(proposeOfAll(frozen(other), context)),
      scores: (other) => (scores === undefined ? undefined : right(scores(frozen(other), context))),
    },
    below: (n) => (n === 0 ? 0 : seed % n),
  }
}

type How = Awaitable<string | undefined>

/** What is told of a pool that breaks a law: how, where it is found again, and who of it is needed for that. */
const tellFound = async (
  { laws }: PolicyTrial,
  found: Found<readonly [Matching.MatchingPool, Values.Seed]>,
  how: (pool: Matching.MatchingPool) => Promise<string | undefined>,
): Promise<string> => {
  const [whole, chance] = found.value
  const pool = await fewestPeople(whole, async (less) => (await how(less)) !== undefined)
  const again = `seed ${String(found.seed)}, path "${found.path}"; the policy's seed ${String(chance)}`
  return `${(await how(pool)) ?? found.how}\n(${laws}: ${again}) on the pool\n${tellPool(pool)}`
}

const lawOf = (name: string, told: () => Promise<string | undefined>): Law => ({
  name,
  check: async () => {
    const how = await howBrokenLater(told)
    return how === undefined ? E.right(undefined) : E.left(how)
  },
})

/**
 * A law of policies: how one is broken on a pool, in a few words; `undefined` if it is kept. It is written once, for those
 * that answer at once and those that are waited for.
 */
export const policyLaw =
  (name: string, broken: (tried: Tried) => How) =>
  (trial: PolicyTrial): Law =>
    lawOf(name, async () => {
      const { asking, pools, ...search } = trial
      const how = (pool: Matching.MatchingPool, chance: Values.Seed): Promise<string | undefined> =>
        howBrokenLater(() => broken(tried(asking, pool, chance)))
      const values = fc.tuple(pools, fc.nat(0xffff_ffff))
      const found = await findBrokenLater(values, (value) => how(...value), search)
      if (found === undefined) return undefined
      const [, chance] = found.value
      return tellFound(trial, found, (pool) => how(pool, chance))
    })

/** Pools that are many, however few each other law is tried on. */
const many = 100

/** A law of what a policy does with many pools together. */
export const poolsLaw =
  (name: string, broken: (all: ReadonlyArray<Tried>) => How) =>
  ({ asking, pools, numRuns, seed }: PolicyTrial): Law =>
    lawOf(name, async () => {
      const size = Math.max(numRuns, many)
      const sample = fc.sample(pools, { numRuns: size, ...(seed !== undefined && { seed }) })
      return broken(sample.map((pool, i) => tried(asking, pool, i)))
    })
