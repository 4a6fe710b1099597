import { Matching, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Criteria } from '../criteria/criteria.ts'
import type { Cancelled, OnProgress } from '../engine/solution.ts'
import { badPool } from '../fused/check-pool.ts'
import { failure } from '../fused/failure.ts'
import { fuse } from '../fused/fuse.ts'
import { limitsOf, readingOf } from '../fused/limits.ts'
import { readsOf } from '../fused/reading.ts'
import { inSeededOrder } from '../fused/seeded-order.ts'
import { withoutPairs } from '../fused/without-pairs.ts'
import type { SolveFault } from '../engine/solve.ts'
import { tellFault } from './fault.ts'
import { resultOf } from './result.ts'
import type { Run } from './run.ts'
import { scoresOf } from './scores.ts'
import type { Solved } from './solved.ts'
import { badTogether, overFull } from './together.ts'

/** A policy that says what any pair is worth to it. */
export interface ScoringPolicy extends Port.MatchingPolicy {
  readonly scores: NonNullable<Port.MatchingPolicy['scores']>
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
  /** Points that a second partner costs, twice as many the third, and so on; 0 by default. */
  readonly spread?: number | undefined
  /** Which limits it keeps: those that a flow can count, or all. */
  readonly keepsLimits?: 'of-flow' | 'all'
  /** Whether the sides like pairs differently. */
  readonly hasLikings?: true
  readonly solve: (run: Run) => E.Either<SolveFault | Port.PolicyFailure, Solved>
}

/** The most that a further partner may cost: what engines can tell apart beside scores. */
const mostSpread = 1_000_000

const unkept = 'only `optimal` and `quota` keep limits, floors and pairs that must be'
const uncounted = 'limits pairs of two groups, which no flow can count: `quota` keeps it'

const objectives: ReadonlyArray<Port.Objective> = ['participation-first', 'score-first']

/** What is wrong with a plan, whatever the pool. */
const badPlan = ({ criteria, objective, threshold = 0, spread = 0, keepsLimits }: Plan) => {
  if (!Number.isSafeInteger(threshold) || threshold < 0)
    return failure(`the threshold ${String(threshold)} is no whole number from 0`)
  if (!Number.isSafeInteger(spread) || spread < 0 || spread > mostSpread)
    return failure(`the spread ${String(spread)} is no whole number from 0 to a million`)
  if (!objectives.includes(objective))
    return failure(`the objective “${objective}” is neither ${objectives.join(' nor ')}`)
  const [limit] = criteria.limits
  if (limit === undefined || keepsLimits === 'all') return undefined
  if (keepsLimits === undefined) return failure(unkept, { rule: limit.code })
  const kind = criteria.limits.find((one) => one.kind === 'at-most' && one.with !== undefined)
  return kind && failure(uncounted, { rule: kind.code })
}

/** Tells of a limit whether it may be told who counts in it: not of one that reads identity. */
const toldOf = ({ limits }: Criteria): ((code: Values.Code) => boolean) => {
  const reading = new Set(
    limits.filter((limit) => readingOf(limit).reads.length > 0).map(({ code }) => code),
  )
  return (code) => !reading.has(code)
}

/** Prepares a run: checks the pool, orders it by lot, fuses the rules, and counts what stands already. */
const prepared = (
  plan: Plan,
  pool: Matching.ReadingPool,
  context: Port.MatchingContext,
  onProgress: OnProgress,
): E.Either<Port.PolicyFailure, Run> => {
  const { criteria, objective, threshold, spread } = plan
  const bad = badPool(pool) ?? badPlan(plan)
  if (bad !== undefined) return E.left(bad)
  const people = inSeededOrder(pool, context)
  const fused = fuse(criteria, people, threshold)
  if (E.isLeft(fused)) return fused
  const told = limitsOf(criteria, pool)
  if (E.isLeft(told)) return told
  const { limits, floors, pairLimits, together } = told.right
  const badPair =
    together.length === 0 ? undefined : badTogether(criteria, people, together, fused.right)
  if (badPair !== undefined) return E.left(badPair)
  const inOrder = { mentors: people.mentors, mentees: people.mentees, locked: pool.locked }
  const fixed = Matching.fixedPairs(inOrder, together)
  const isTold = toldOf(criteria)
  const over = overFull(told.right, isTold, inOrder, fixed)
  if (over !== undefined) return E.left(over)
  const said = {
    ...(spread !== undefined && { spread }),
    ...(limits.length > 0 && { limits }),
    ...(floors.length > 0 && { floors }),
    ...(pairLimits.length > 0 && { pairLimits }),
  }
  return E.right({
    people,
    sides: { objective, ...Matching.sidesOfPool(inOrder, said, fixed) },
    fused: together.length === 0 ? fused.right : withoutPairs(fused.right, people, fixed),
    ofPair: fused.right,
    told: told.right,
    fixed,
    limitCode: (at) => {
      const code = [...limits, ...pairLimits][at]?.code
      return code !== undefined && isTold(code) ? code : undefined
    },
    seed: context.seed,
    onProgress: (done) => fused.right.fault() === undefined && onProgress(done),
  })
}

/** Runs a plan, and tells the result of people. */
const run = (
  plan: Plan,
  pool: Matching.ReadingPool,
  context: Port.MatchingContext,
  onProgress: OnProgress,
): E.Either<Port.PolicyFailure | Cancelled, Matching.MatchingResult> => {
  const ready = prepared(plan, pool, context, onProgress)
  if (E.isLeft(ready)) return ready
  const solved = plan.solve(ready.right)
  const result = E.isRight(solved)
    ? E.right(resultOf(ready.right, solved.right, plan.threshold ?? 0))
    : E.left(tellFault(solved.left, ready.right.told, toldOf(plan.criteria)))
  const fault = ready.right.ofPair.fault()
  return fault === undefined ? result : E.left(fault)
}

/** A plan as a policy. */
export const built = (plan: Plan): ScoringPolicy => ({
  id: plan.id,
  version: plan.version,
  claims: plan.claims,
  reads: readsOf([
    ...plan.criteria.rules,
    ...plan.criteria.scores,
    ...plan.criteria.limits.map(readingOf),
  ]),
  propose: (pool, context, { onProgress, signal } = {}) => {
    const result = run(plan, pool, context, (done) => {
      onProgress?.(done)
      return signal?.aborted !== true
    })
    if (E.isRight(result)) return result
    return E.left(result.left._tag === 'Cancelled' ? failure('stopped') : result.left)
  },
  scores: (pool, context) => scoresOf(plan, pool, context),
})
