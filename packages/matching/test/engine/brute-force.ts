import type { Matching } from '@reverse-mentoring/core'

/** What the levels of an objective come to: those that it does not count are 0. */
export interface BestWorth {
  readonly people: number
  readonly pairs: number
  /** The sum of the scores, less what further partners of the same people cost. */
  readonly value: number
}

const perPair = 2 ** 28
const perPerson = 2 ** 34

/** What the best results are worth, found by trying every set of edges that places allow; equal remainders once. */
export const bestWorth = (problem: Matching.MatchingProblem): BestWorth => {
  const { first, mentorOf, scoreOf, mentorPlaces, menteePlaces, objective } = problem
  const { partners, spread = 0 } = problem
  const countsFirst = objective === 'participation-first'
  const base = Math.max(0, ...mentorPlaces) + 1
  const digits = Array.from(mentorPlaces, (_, mentor) => base ** mentor)
  const states = base ** mentorPlaces.length
  const most = Math.max(0, ...menteePlaces) + 1
  const known = new Map<number, number>()
  /** What one partner more is worth to somebody who has so many. */
  const gain = (has: number): number => (countsFirst && has === 0 ? perPerson : 0) - spread * has

  /** The best of the edges from one on, with so many places of its mentee and so many of each mentor (as digits) left. */
  const best = (mentee: number, edge: number, places: number, free: number): number => {
    if (mentee === menteePlaces.length) return 0
    if (edge === first[mentee + 1]! || places === 0)
      return best(mentee + 1, first[mentee + 1]!, menteePlaces[mentee + 1] ?? 0, free)
    const key = (edge * most + places) * states + free
    const before = known.get(key)
    if (before !== undefined) return before
    let found = best(mentee, edge + 1, places, free)
    const mentor = mentorOf[edge]!
    const left = Math.floor(free / digits[mentor]!) % base
    if (left > 0) {
      const ofMentor = (partners?.mentors[mentor] ?? 0) + mentorPlaces[mentor]! - left
      const ofMentee = (partners?.mentees[mentee] ?? 0) + menteePlaces[mentee]! - places
      const worth = (countsFirst ? perPair : 0) + scoreOf[edge]! + gain(ofMentor) + gain(ofMentee)
      found = Math.max(found, worth + best(mentee, edge + 1, places - 1, free - digits[mentor]!))
    }
    known.set(key, found)
    return found
  }
  const all = mentorPlaces.reduce((sum, places, mentor) => sum + places * digits[mentor]!, 0)
  const worth = best(0, 0, menteePlaces[0] ?? 0, all)
  if (!countsFirst) return { people: 0, pairs: 0, value: worth }
  const people = Math.round(worth / perPerson)
  const pairs = Math.round((worth - people * perPerson) / perPair)
  return { people, pairs, value: worth - people * perPerson - pairs * perPair }
}

/** What the further partners of the same people cost in a result. */
export const spreadOf = (
  { first, mentorOf, mentorPlaces, menteePlaces, partners, spread = 0 }: Matching.MatchingProblem,
  taken: Matching.TakenEdges,
): number => {
  const mentors = partners?.mentors.slice() ?? new Int32Array(mentorPlaces.length)
  const mentees = partners?.mentees.slice() ?? new Int32Array(menteePlaces.length)
  let cost = 0
  for (const edge of taken) {
    const mentee = first.findIndex((end, i) => i > 0 && edge < end) - 1
    cost += spread * (mentors[mentorOf[edge]!]! + mentees[mentee]!)
    mentors[mentorOf[edge]!]! += 1
    mentees[mentee]! += 1
  }
  return cost
}
