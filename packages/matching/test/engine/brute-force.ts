import type { Matching } from '@reverse-mentoring/core'

/** What the best results are worth, found by trying every set of edges that places allow, mentee by mentee. */
export const bestWorth = (problem: Matching.MatchingProblem): { pairs: number; score: number } => {
  const { first, mentorOf, scoreOf, menteePlaces, objective } = problem
  const countFirst = objective === 'participation-first'
  const better = (
    a: { pairs: number; score: number },
    b: { pairs: number; score: number },
  ): boolean =>
    countFirst ? a.pairs > b.pairs || (a.pairs === b.pairs && a.score > b.score) : a.score > b.score
  const memo = new Map<string, { pairs: number; score: number }>()

  const best = (
    mentee: number,
    edge: number,
    places: number,
    free: ReadonlyArray<number>,
  ): { pairs: number; score: number } => {
    if (mentee === menteePlaces.length) return { pairs: 0, score: 0 }
    if (edge === first[mentee + 1]! || places === 0)
      return best(mentee + 1, first[mentee + 1]!, menteePlaces[mentee + 1] ?? 0, free)
    const key = `${String(edge)}/${String(places)}/${free.join()}`
    const known = memo.get(key)
    if (known !== undefined) return known
    let found = best(mentee, edge + 1, places, free)
    const mentor = mentorOf[edge]!
    if (free[mentor]! > 0) {
      const left = free.map((n, i) => (i === mentor ? n - 1 : n))
      const rest = best(mentee, edge + 1, places - 1, left)
      const taken = { pairs: rest.pairs + 1, score: rest.score + scoreOf[edge]! }
      if (better(taken, found)) found = taken
    }
    memo.set(key, found)
    return found
  }
  return best(0, 0, menteePlaces[0] ?? 0, [...problem.mentorPlaces])
}
