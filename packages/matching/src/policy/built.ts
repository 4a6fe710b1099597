import type { Matching, Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Criteria } from '../criteria/criteria.ts'
import type { Sides } from '../engine/pair-scorer.ts'
import type { Cancelled, OnProgress } from '../engine/solution.ts'
import { badPool } from '../fused/check-pool.ts'
import { failure } from '../fused/failure.ts'
import { type Fused, fuse } from '../fused/fuse.ts'
import { readsOf } from '../fused/measured.ts'
import { inSeededOrder } from '../fused/seeded-order.ts'
import type { People } from '../measure/people.ts'
import type { SolveFault } from '../engine/solve.ts'
import { resultOf } from './result.ts'
import { scoresOf } from './scores.ts'
import type { Solved } from './solved.ts'

/** A policy whose run tells how far it is, and stops when told to. */
export interface LongPolicy extends Port.MatchingPolicy {
  readonly proposeWhile: (
    pool: Matching.ReadingPool,
    context: Port.MatchingContext,
    onProgress: OnProgress,
  ) => E.Either<Port.PolicyFailure | Cancelled, Matching.MatchingResult>
}

/** What an engine of a policy is given. */
export interface Run {
  readonly people: People
  readonly sides: Sides
  readonly fused: Fused
  readonly seed: Values.Seed
  readonly onProgress: OnProgress
}

/** A policy of rules, scores and an engine. */
export interface Plan {
  readonly id: Values.Code
  readonly version: Values.Version
  readonly claims: Port.PolicyClaims
  readonly criteria: Criteria
  readonly objective: Port.Objective
  /** Pairs that score less are not admissible; 0 by default. */
  readonly threshold?: number | undefined
  /** Whether the sides like pairs differently. */
  readonly hasLikings?: true
  readonly solve: (run: Run) => E.Either<SolveFault | Port.PolicyFailure, Solved>
}

const placesOf = (people: ReadonlyArray<Matching.Candidate>): Int32Array =>
  Int32Array.from(people, ({ places }) => places)

const told = (fault: SolveFault | Port.PolicyFailure): Port.PolicyFailure | Cancelled => {
  switch (fault._tag) {
    case 'Cancelled':
    case 'PolicyFailure':
      return fault
    case 'BeyondExact':
    case 'BadProblem':
      return failure(fault.problem)
    case 'Unmet':
      return failure('floors')
    case 'Overlap':
      return failure('overlap')
  }
}

/** Runs a plan: checks the pool, orders it by lot, fuses the rules, solves, and tells the result of people. */
const run = (
  { criteria, objective, threshold = 0, solve }: Plan,
  pool: Matching.ReadingPool,
  context: Port.MatchingContext,
  onProgress: OnProgress,
): E.Either<Port.PolicyFailure | Cancelled, Matching.MatchingResult> => {
  const bad = badPool(pool)
  if (bad !== undefined) return E.left(bad)
  if (!Number.isSafeInteger(threshold) || threshold < 0)
    return E.left(failure(`the threshold ${String(threshold)} is no whole number from 0`))
  const people = inSeededOrder(pool, context)
  const fused = fuse(criteria, people, threshold)
  if (E.isLeft(fused)) return fused
  const isSound = (): boolean => fused.right.fault() === undefined
  const solved = solve({
    people,
    sides: {
      objective,
      mentorPlaces: placesOf(people.mentors),
      menteePlaces: placesOf(people.mentees),
    },
    fused: fused.right,
    seed: context.seed,
    onProgress: (done) => isSound() && onProgress(done),
  })
  const result = E.isRight(solved)
    ? E.right(resultOf(people, fused.right, solved.right, threshold))
    : E.left(told(solved.left))
  const fault = fused.right.fault()
  return fault === undefined ? result : E.left(fault)
}

/** A plan as a policy. */
export const built = (plan: Plan): LongPolicy => ({
  id: plan.id,
  version: plan.version,
  claims: plan.claims,
  reads: readsOf([...plan.criteria.rules, ...plan.criteria.scores]),
  propose: (pool, context) => {
    const result = run(plan, pool, context, () => true)
    if (E.isRight(result)) return result
    return E.left(result.left._tag === 'Cancelled' ? failure('stopped') : result.left)
  },
  proposeWhile: (pool, context, onProgress) => run(plan, pool, context, onProgress),
  scores: (pool, context) => scoresOf(plan, pool, context),
})
