import type { Matching } from '@reverse-mentoring/core'
import type { Nested } from './nested.ts'
import type { Network } from './network.ts'

/** What a level counts: points of scores or none, a bonus per pair, one per first partner, and one per place of a floor. */
export interface Weights {
  readonly ofScore: 0 | 1
  readonly bonus: number
  readonly first: number
  readonly floor: number
}

/** What the first pair of somebody gains beside the pair itself. */
const firstGain = (
  { partners, spread = 0 }: Matching.MatchingProblem,
  side: Matching.Group['side'],
  person: number,
  { ofScore, first }: Weights,
): number => {
  const has = partners?.[side][person] ?? 0
  return (has === 0 ? first : 0) - ofScore * spread * has
}

/** Prices of people and groups from those of the nodes: the proof of a level in its own terms. */
export const pricesOf = (
  problem: Matching.MatchingProblem,
  { simplex, mentors, mentees, mentorNode, menteeNode, mentorSets, menteeSets }: Network,
  weights: Weights,
): Matching.NumericPrices => {
  const { price } = simplex.tree
  const at = (firstSet: number, set: number): number =>
    set < 0 ? (price[0] ?? 0) : (price[firstSet + set] ?? 0)
  const limits = new Float64Array(problem.limits?.length ?? 0)
  const floors = new Float64Array(problem.floors?.length ?? 0)
  const tell = (nested: Nested, firstSet: number, sign: 1 | -1): void => {
    for (const [set, { kind, at: index, outer }] of nested.sets.entries()) {
      const falls = sign * (at(firstSet, outer) - at(firstSet, set))
      if (kind === 'limit') limits[index] = Math.max(0, falls)
      else floors[index] = Math.max(0, -falls)
    }
  }
  tell(mentors, mentorSets, 1)
  tell(mentees, menteeSets, -1)
  const root = price[0] ?? 0
  return {
    mentors: Float64Array.from(mentorNode, (node, mentor) =>
      node >= 0
        ? root - (price[node] ?? 0)
        : root -
          at(mentorSets, mentors.ofFirst[mentor] ?? -1) -
          firstGain(problem, 'mentors', mentor, weights),
    ),
    mentees: Float64Array.from(menteeNode, (node, mentee) =>
      node >= 0
        ? (price[node] ?? 0) - root
        : at(menteeSets, mentees.ofFirst[mentee] ?? -1) -
          root -
          firstGain(problem, 'mentees', mentee, weights),
    ),
    bonus: weights.bonus,
    first: weights.first,
    ...(limits.length > 0 && { limits }),
    ...(floors.length > 0 && { floors }),
  }
}
