import type { Group, MatchingProblem, TakenEdges } from './problem.ts'

/** What a result comes to: pairs of each person, and what the levels of the objective count. */
export interface Tally {
  readonly mentors: Int32Array
  readonly mentees: Int32Array
  /** People who had no partner and get one. */
  readonly people: number
  readonly pairs: number
  /** The sum of the scores of the pairs. */
  readonly score: number
  /** What the further partners of the same people cost. */
  readonly spread: number
}

const ofSide = (
  { partners, spread = 0 }: MatchingProblem,
  side: Group['side'],
  counts: Int32Array,
) => {
  let [people, cost] = [0, 0]
  for (let person = 0; person < counts.length; person += 1) {
    const count = counts[person] ?? 0
    const before = partners?.[side][person] ?? 0
    if (count > 0 && before === 0) people += 1
    cost += spread * (count * before + (count * (count - 1)) / 2)
  }
  return { people, cost }
}

/** How many pairs each person has, and what they come to. The edges ascend, and so do the mentees. O(people + edges). */
export const tally = (problem: MatchingProblem, taken: TakenEdges): Tally => {
  const { first, mentorOf, scoreOf, mentorPlaces, menteePlaces } = problem
  const mentors = new Int32Array(mentorPlaces.length)
  const mentees = new Int32Array(menteePlaces.length)
  let [mentee, score] = [0, 0]
  for (const edge of taken) {
    while ((first[mentee + 1] ?? Infinity) <= edge) mentee += 1
    const mentor = mentorOf[edge] ?? 0
    mentors[mentor] = (mentors[mentor] ?? 0) + 1
    mentees[mentee] = (mentees[mentee] ?? 0) + 1
    score += scoreOf[edge] ?? 0
  }
  const [juniors, seniors] = [
    ofSide(problem, 'mentors', mentors),
    ofSide(problem, 'mentees', mentees),
  ]
  return {
    mentors,
    mentees,
    people: juniors.people + seniors.people,
    pairs: taken.length,
    score,
    spread: juniors.cost + seniors.cost,
  }
}
