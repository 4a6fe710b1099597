import type { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { type PairScorer, withPairs } from './pair-scorer.ts'
import { type Solution, cancelled } from './solution.ts'
import { type SolveFault, type SolveOptions, solve } from './solve.ts'
import { priceOfNoPlace } from './price-of-no-place.ts'
import { priceRows } from './price-rows.ts'
import { type Level, pricePairs } from './underpriced.ts'

/** A problem that holds enough of all pairs, and its solution, which is optimal among all pairs. */
export interface PricedSolution {
  readonly problem: Matching.MatchingProblem
  readonly solution: Solution
  /** How often all pairs were priced: 1 if the pairs given were enough. */
  readonly passes: number
}

/** A level to price, and which of the levels of a run it is. */
type NumberedLevel = Level & { readonly number: number }

/** What is to be priced after a run: every level of its certificate, or what proves that floors are not met. */
const levelsToPrice = (
  { objective }: Matching.MatchingProblem,
  solved: E.Either<SolveFault, Solution>,
): ReadonlyArray<NumberedLevel> => {
  if (E.isLeft(solved))
    return solved.left._tag === 'Unmet'
      ? [{ prices: solved.left.prices, ofScore: 0, number: 3 }]
      : []
  return (solved.right.certificate?.levels ?? []).map((prices, number) => ({
    prices,
    number,
    ofScore: objective === 'participation-first' && number < 2 ? 0 : 1,
  }))
}

/** Who has no place costs, in the certificate, more than any pair of theirs is worth: it adds nothing to the bound. */
const forAllPairs = (
  { mentorPlaces, menteePlaces }: Matching.MatchingProblem,
  { most }: PairScorer,
  solution: Solution,
): Solution => {
  if (solution.certificate === undefined) return solution
  const levels = solution.certificate.levels.map((level) => {
    const out = priceOfNoPlace(level, most)
    return {
      ...level,
      mentors: level.mentors.map((price, i) => (mentorPlaces[i] === 0 ? out : price)),
      mentees: level.mentees.map((price, i) => (menteePlaces[i] === 0 ? out : price)),
    }
  })
  return { ...solution, certificate: { levels } }
}

/**
 * The exact optimum among all pairs from a few of them: solves, prices every other pair against the certificate, adds
 * those that are worth more than their prices, and solves again until there is none (column generation; Dantzig &
 * Wolfe 1960). Floors that the few pairs do not meet are priced likewise before they are said to be unmet. Then the certificate of the few pairs is one of all pairs. Each pass reads at most all pairs once and
 * allocates nothing per pair.
 */
export const priceAndAdd = (
  few: Matching.MatchingProblem,
  scorer: PairScorer,
  options: SolveOptions = {},
): E.Either<SolveFault, PricedSolution> => {
  const { onProgress, keys } = options
  const { row } = scorer
  const pricing = () =>
    row === undefined ? pricePairs(scorer, keys?.mentors) : priceRows(row, scorer)
  const pricings = [pricing(), pricing(), pricing(), pricing()]
  let problem = few
  for (let passes = 1; ; passes += 1) {
    const done = 1 - 1 / passes
    const share = (part: number): boolean =>
      onProgress?.(done + part * (1 / passes - 1 / (passes + 1))) ?? true
    const solved = solve(problem, { ...options, onProgress: (part) => share(part / 2) })
    if (E.isLeft(solved) && solved.left._tag !== 'Unmet') return E.left(solved.left)
    const mentees = Math.max(1, problem.menteePlaces.length)
    let added = false
    for (const { number, ...level } of levelsToPrice(problem, solved)) {
      const pairs = pricings[number]?.(problem, level, (mentee) =>
        share(0.5 + mentee / mentees / 2),
      )
      if (pairs === undefined) return E.left(cancelled)
      if (pairs.every(({ length }) => length === 0)) continue
      problem = withPairs(problem, pairs, scorer)
      added = true
    }
    if (added) continue
    return E.isLeft(solved)
      ? solved
      : E.right({ problem, solution: forAllPairs(problem, scorer, solved.right), passes })
  }
}
