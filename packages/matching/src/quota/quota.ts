import { Matching, type Port, type Values } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import { code } from '../code.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { bestPairs } from '../engine/best-pairs.ts'
import { everyPair } from '../engine/every-pair.ts'
import { type Cancelled, cancelled } from '../engine/solution.ts'
import { worthOf } from '../engine/worth.ts'
import { failure } from '../fused/failure.ts'
import { type ScoringPolicy, built } from '../policy/built.ts'
import { completed } from '../policy/completed.ts'
import { isSmall } from '../policy/pairs-of-run.ts'
import type { Run } from '../policy/run.ts'
import type { Solved } from '../policy/solved.ts'
import { version } from '../policy/version.ts'
import { type Found, branch } from './branch.ts'
import type { Counted, Kept } from './programme.ts'
import type { Solver } from './solver.ts'

export interface Quota {
  /** HiGHS, as `await highs()` of the package `highs` gives it. */
  readonly solver: Solver
  readonly criteria: Criteria
  readonly objective: Port.Objective
  /** Pairs that score less are not admissible; 0 by default. */
  readonly threshold?: number
  /** Points that a second partner costs, as for `optimal`; 0 by default. */
  readonly spread?: number
  /** So many nodes of each level are looked at, at most: a whole number from 1; 2 000 by default. */
  readonly nodes?: number
  /** `quota` by default. */
  readonly id?: Values.Code
}

/** So many admissible pairs are all looked at; of more, each person's best ones. */
const mostPairs = 60_000

/** Pairs of each person that a larger pool begins with. */
const candidates = 24

const candidatesOf = ({ sides, fused }: Run): Pick<Solved, 'problem' | 'hasAllPairs'> => {
  if (isSmall(sides)) {
    const problem = everyPair(sides, fused)
    if (problem.mentorOf.length <= mostPairs) return { problem, hasAllPairs: true }
  }
  return { problem: bestPairs(sides, fused, candidates), hasAllPairs: false }
}

const unmet = 'no result keeps all limits and floors: open a limit, or lower a floor'
const late =
  'found no result that keeps all limits under its node limit: allow more `nodes`, or open a limit'

/** The most that a result could come to, by what a level counts; absent where a search did not tell. */
type Most = Readonly<Partial<Record<Counted, number>>>

/** Level after level, each within what the one before reached. */
const levels = (
  { solver, nodes = 2000 }: Quota,
  { seed, onProgress }: Run,
  problem: Matching.MatchingProblem,
): E.Either<Port.PolicyFailure | Cancelled, { readonly found: Found; readonly most: Most }> => {
  const counted: ReadonlyArray<Counted> =
    problem.objective === 'score-first' ? ['score'] : ['people', 'pairs', 'score']
  let kept: Kept = {}
  let last: Found | undefined
  const most: { -readonly [level in Counted]?: number } = {}
  for (const [at, level] of counted.entries()) {
    if (!onProgress(at / counted.length)) return E.left(cancelled)
    const found = branch(solver, problem, level, kept, { nodes, seed })
    if (found === 'infeasible' && last === undefined) return E.left(failure(unmet))
    if (found === undefined && last === undefined) return E.left(failure(late))
    // What a later level does not find under its limit, the one before has found.
    if (found === undefined || found === 'infeasible') continue
    last = found
    most[level] = found.most
    const { people = 0, pairs } = worthOf(problem, found.taken)
    kept = level === 'people' ? { people } : { ...kept, pairs }
  }
  return last === undefined ? E.left(failure(late)) : E.right({ found: last, most })
}

const solvedBy = (options: Quota, run: Run): E.Either<Port.PolicyFailure | Cancelled, Solved> => {
  const { problem, hasAllPairs } = candidatesOf(run)
  return pipe(
    levels(options, run, problem),
    E.flatMap(({ found, most }) => {
      const { taken } = found
      const legal = Matching.verify(problem, taken)
      if (E.isLeft(legal)) return E.left(failure('the solver gave a result that breaks a limit'))
      const solved: Solved = {
        problem,
        hasAllPairs,
        solution: { taken, worth: worthOf(problem, taken) },
      }
      const done = problem.objective === 'score-first' ? completed(run.fused, solved) : solved
      const bound = boundOf(done, most)
      // What the candidates do not hold could be worth more.
      return E.right(hasAllPairs && bound !== undefined ? { ...done, bound } : done)
    }),
  )
}

/** The most that any result could come to: in what the objective counts; where it does not, what the result has. */
const boundOf = ({ problem, solution: { taken, worth } }: Solved, most: Most): Solved['bound'] => {
  const { score, spread } = Matching.tally(problem, taken)
  if (most.score === undefined) return undefined
  const { people = worth.people, pairs = worth.pairs } = most
  return {
    ...(people !== undefined && { people }),
    pairs,
    score: worth.score + most.score - (score - spread),
  }
}

/**
 * The best result there is within limits of any kind: on kinds of pairs, and of groups that overlap, which no flow can
 * count. Branch and bound by HiGHS under a node limit and not a clock, so that a run can be repeated: the result is proved
 * where its `bound` is its worth, else it is the best that was found. It claims nothing, for there is no certificate. In
 * pools of more than 60 000 admissible pairs it looks at each person's best 24, and tells no bound.
 */
export const quota = (options: Quota): ScoringPolicy => {
  const { criteria, objective, threshold, spread, nodes = 2000, id } = options
  if (typeof (options.solver as Partial<Solver> | undefined)?.createModel !== 'function')
    throw new TypeError('`solver` is no HiGHS: hand in `await highs()` of the package “highs”')
  return built({
    id: code(id ?? 'quota'),
    version: version('1'),
    claims: {},
    criteria,
    objective,
    threshold,
    spread,
    keepsLimits: 'all',
    solve: (run) =>
      Number.isSafeInteger(nodes) && nodes > 0
        ? solvedBy(options, run)
        : E.left(failure(`the node limit ${String(nodes)} is no whole number from 1`)),
  })
}
