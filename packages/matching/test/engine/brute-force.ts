import type { Matching } from '@reverse-mentoring/core'

/**
 * What the best results are worth, found by trying every set of edges that places allow; equal remainders once. The
 * number of pairs is told where it comes first.
 */
export const bestWorth = (
  problem: Matching.MatchingProblem,
): { readonly pairs: number; readonly score: number } => {
  const { first, mentorOf, scoreOf, mentorPlaces, menteePlaces, objective } = problem
  const perPair = objective === 'participation-first' ? 2 ** 30 : 0
  const base = Math.max(0, ...mentorPlaces) + 1
  const digits = Array.from(mentorPlaces, (_, mentor) => base ** mentor)
  const states = base ** mentorPlaces.length
  const most = Math.max(0, ...menteePlaces) + 1
  const known = new Map<number, number>()

  /** The best of the edges from one on, with so many places of its mentee and so many of each mentor (as digits) left. */
  const best = (mentee: number, edge: number, places: number, free: number): number => {
    if (mentee === menteePlaces.length) return 0
    if (edge === first[mentee + 1]! || places === 0)
      return best(mentee + 1, first[mentee + 1]!, menteePlaces[mentee + 1] ?? 0, free)
    const key = (edge * most + places) * states + free
    const before = known.get(key)
    if (before !== undefined) return before
    let found = best(mentee, edge + 1, places, free)
    const digit = digits[mentorOf[edge]!]!
    if (Math.floor(free / digit) % base > 0)
      found = Math.max(
        found,
        perPair + scoreOf[edge]! + best(mentee, edge + 1, places - 1, free - digit),
      )
    known.set(key, found)
    return found
  }
  const all = mentorPlaces.reduce((sum, places, mentor) => sum + places * digits[mentor]!, 0)
  const worth = best(0, 0, menteePlaces[0] ?? 0, all)
  const pairs = perPair === 0 ? 0 : Math.floor(worth / perPair)
  return { pairs, score: worth - pairs * perPair }
}
