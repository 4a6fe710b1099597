import type { Event, Matching, Port } from '@reverse-mentoring/core'

/** Whether one worth is better than another under an objective. */
export const isBetter = (
  objective: Port.Objective,
  one: Event.Worth,
  other: Event.Worth,
): boolean =>
  objective === 'score-first' || one.pairs === other.pairs
    ? one.score > other.score
    : one.pairs > other.pairs

/** The best worth of any choice of edges, found by trying them all. O(2^edges). */
export const bestByTrying = ({
  objective,
  mentorPlaces,
  menteePlaces,
  first,
  mentorOf,
  scoreOf,
}: Matching.MatchingProblem): Event.Worth => {
  const mentorsLeft = mentorPlaces.slice()
  const menteesLeft = menteePlaces.slice()
  let best: Event.Worth = { pairs: 0, score: 0 }
  const goOn = (edge: number, mentee: number, worth: Event.Worth): void => {
    if (edge === mentorOf.length) {
      if (isBetter(objective, worth, best)) best = worth
      return
    }
    if ((first[mentee + 1] ?? Infinity) <= edge) {
      goOn(edge, mentee + 1, worth)
      return
    }
    goOn(edge + 1, mentee, worth)
    const mentor = mentorOf[edge] ?? 0
    if ((mentorsLeft[mentor] ?? 0) === 0 || (menteesLeft[mentee] ?? 0) === 0) return
    mentorsLeft[mentor] = (mentorsLeft[mentor] ?? 0) - 1
    menteesLeft[mentee] = (menteesLeft[mentee] ?? 0) - 1
    goOn(edge + 1, mentee, {
      pairs: worth.pairs + 1,
      score: worth.score + (scoreOf[edge] ?? 0),
    })
    mentorsLeft[mentor] = (mentorsLeft[mentor] ?? 0) + 1
    menteesLeft[mentee] = (menteesLeft[mentee] ?? 0) + 1
  }
  goOn(0, 0, best)
  return best
}
