import type { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { type PairScorer, withPairs } from './pair-scorer.ts'
import { type Solution, cancelled } from './solution.ts'
import { type SolveFault, type SolveOptions, solve } from './solve.ts'

/** A problem that holds enough of all pairs, and its solution, which is optimal among all pairs. */
export interface PricedSolution {
  readonly problem: Matching.MatchingProblem
  readonly solution: Solution
  /** How often all pairs were priced: 1 if the pairs given were enough. */
  readonly passes: number
}

/** Pairs added for one mentee in one pass, at most: the best ones. */
const perMentee = 8

/** Mentors by price, cheapest first; of equal prices by key. */
const byPrice = (
  prices: Float64Array,
  places: Int32Array,
  keys: Float64Array | undefined,
): Int32Array =>
  Int32Array.from(prices.keys())
    .filter((mentor) => places[mentor] !== 0)
    .sort(
      (a, b) => (prices[a] ?? 0) - (prices[b] ?? 0) || (keys?.[a] ?? 0) - (keys?.[b] ?? 0) || a - b,
    )

const isEdge = (
  { first, mentorOf }: Matching.MatchingProblem,
  mentor: number,
  mentee: number,
): boolean => {
  const at = mentorOf.subarray(first[mentee], first[mentee + 1]).indexOf(mentor)
  return at >= 0
}

/** What a level counts: a pair is worth `ofScore` times its score, and the bonus. */
interface Level {
  readonly prices: Matching.NumericPrices
  readonly ofScore: 0 | 1
}

/**
 * Pairs that are worth more than their prices in a level and are no edges yet, the best few of each mentee. Reads the
 * mentors from the cheapest on, and stops at the first that the best score could not pay.
 */
const underpriced = (
  problem: Matching.MatchingProblem,
  scorer: PairScorer,
  { prices, ofScore }: Level,
  keys: Float64Array | undefined,
  goesOn: (mentee: number) => boolean,
): Array<Array<number>> | undefined => {
  const { menteePlaces, mentorPlaces } = problem
  const order = byPrice(prices.mentors, mentorPlaces, keys)
  const orderedPrice = Float64Array.from(order, (mentor) => prices.mentors[mentor] ?? 0)
  const { score } = scorer
  const most = ofScore * scorer.most + prices.bonus
  const gains = new Float64Array(perMentee)
  const found: Array<Array<number>> = []
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    if ((mentee & 255) === 0 && !goesOn(mentee)) return undefined
    const chosen: Array<number> = []
    found.push(chosen)
    if (menteePlaces[mentee] === 0) continue
    const own = (prices.mentees[mentee] ?? 0) - prices.bonus
    const limit = most - (prices.mentees[mentee] ?? 0)
    let floor = 0
    for (let at = 0; at < order.length; at += 1) {
      const paid = orderedPrice[at] ?? 0
      if (paid + floor >= limit) break
      const mentor = order[at] ?? 0
      const points = score(mentor, mentee)
      const gain = ofScore * points - own - paid
      if (points < 0 || gain <= floor || isEdge(problem, mentor, mentee)) continue
      let to = chosen.length < perMentee ? chosen.length : perMentee - 1
      while (to > 0 && (gains[to - 1] ?? 0) < gain) {
        gains[to] = gains[to - 1] ?? 0
        chosen[to] = chosen[to - 1] ?? 0
        to -= 1
      }
      gains[to] = gain
      chosen[to] = mentor
      if (chosen.length === perMentee) floor = gains[perMentee - 1] ?? 0
    }
  }
  return found
}

const levelsOf = (
  { objective }: Matching.MatchingProblem,
  { certificate }: Solution,
): ReadonlyArray<Level> =>
  (certificate?.levels ?? []).map((prices, i) => ({
    prices,
    ofScore: objective === 'participation-first' && i === 0 ? 0 : 1,
  }))

/** Who has no place costs, in the certificate, more than any pair of theirs is worth: it adds nothing to the bound. */
const forAllPairs = (
  { mentorPlaces, menteePlaces }: Matching.MatchingProblem,
  { most }: PairScorer,
  solution: Solution,
): Solution => {
  if (solution.certificate === undefined) return solution
  const levels = solution.certificate.levels.map(({ mentors, mentees, bonus }) => ({
    mentors: mentors.map((price, i) => (mentorPlaces[i] === 0 ? most + bonus : price)),
    mentees: mentees.map((price, i) => (menteePlaces[i] === 0 ? most + bonus : price)),
    bonus,
  }))
  return { ...solution, certificate: { levels } }
}

/**
 * The exact optimum among all pairs from a few of them: solves, prices every other pair against the certificate, adds
 * those that are worth more than their prices, and solves again until there is none (column generation; Dantzig &
 * Wolfe 1960). Then the certificate of the few pairs is one of all pairs. Each pass reads at most all pairs once and
 * allocates nothing per pair.
 */
export const priceAndAdd = (
  few: Matching.MatchingProblem,
  scorer: PairScorer,
  options: SolveOptions = {},
): E.Either<SolveFault, PricedSolution> => {
  const { onProgress, keys } = options
  let problem = few
  for (let passes = 1; ; passes += 1) {
    const done = 1 - 1 / passes
    const share = (part: number): boolean =>
      onProgress?.(done + part * (1 / passes - 1 / (passes + 1))) ?? true
    const solved = solve(problem, { ...options, onProgress: (part) => share(part / 2) })
    if (E.isLeft(solved)) return solved
    const mentees = Math.max(1, problem.menteePlaces.length)
    let added = false
    for (const level of levelsOf(problem, solved.right)) {
      const pairs = underpriced(problem, scorer, level, keys?.mentors, (mentee) =>
        share(0.5 + mentee / mentees / 2),
      )
      if (pairs === undefined) return E.left(cancelled)
      if (pairs.every(({ length }) => length === 0)) continue
      problem = withPairs(problem, pairs, scorer)
      added = true
    }
    if (!added)
      return E.right({ problem, solution: forAllPairs(problem, scorer, solved.right), passes })
  }
}
