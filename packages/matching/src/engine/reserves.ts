import type { Matching } from '@reverse-mentoring/core'

type Side = Matching.Group['side']

/**
 * What the place for somebody's next pair must bring at least, in score points: nothing as a rule; below 0 for a first
 * partner that counts; above for a further one that costs. It never falls with the number of pairs.
 */
export interface Reserves {
  readonly mentors: Reserve
  readonly mentees: Reserve
}

/** The reserve of a person's place number `place`, from 1, of those that are free in the problem. */
export type Reserve = (person: number, place: number) => number

const reserveOf = (problem: Matching.MatchingProblem, side: Side, first: () => number): Reserve => {
  const { spread = 0, partners } = problem
  const before = partners?.[side]
  return (person, place) => {
    const others = (before?.[person] ?? 0) + place - 1
    return others === 0 ? -first() : spread * others
  }
}

/** The reserves of a problem, where a first partner counts for what `first` says by then. */
export const reservesOf = (problem: Matching.MatchingProblem, first: () => number): Reserves => ({
  mentors: reserveOf(problem, 'mentors', first),
  mentees: reserveOf(problem, 'mentees', first),
})

/** The most that somebody's last free place costs. O(people) where further partners cost. */
export const highestReserve = (problem: Matching.MatchingProblem): number => {
  const { spread = 0, partners, mentorPlaces, menteePlaces } = problem
  if (spread === 0) return 0
  const most = (places: Int32Array, before: Int32Array | undefined): number =>
    places.reduce((high, count, i) => Math.max(high, count + (before?.[i] ?? 0) - 1), 0)
  return (
    spread * Math.max(most(mentorPlaces, partners?.mentors), most(menteePlaces, partners?.mentees))
  )
}
