import type { Matching } from '@reverse-mentoring/core'

/** How much of the differences between scores is due to who the mentor is, and how much to who the mentee is: 0 to 1. */
export interface Effects {
  readonly ofMentors: number
  readonly ofMentees: number
}

const varianceOf = (sums: Float64Array, counts: Float64Array, mean: number): number => {
  let sum = 0
  for (let i = 0; i < sums.length; i += 1) {
    const count = counts[i] ?? 0
    if (count > 0) sum += count * ((sums[i] ?? 0) / count - mean) ** 2
  }
  return sum
}

/** As many mentees show whether mentors differ. */
const sampled = 16

/** Variance between people of each side over the variance of all scores, of a sample of mentees. O(their edges). */
export const effects = (problem: Matching.MatchingProblem): Effects => {
  const { first, mentorOf, scoreOf, mentorPlaces, menteePlaces } = problem
  const [mentorSum, mentorCount] = [
    new Float64Array(mentorPlaces.length),
    new Float64Array(mentorPlaces.length),
  ]
  const [menteeSum, menteeCount] = [
    new Float64Array(menteePlaces.length),
    new Float64Array(menteePlaces.length),
  ]
  const stride = Math.max(1, Math.floor(menteePlaces.length / sampled))
  let [sum, squares, edges] = [0, 0, 0]
  for (let mentee = 0; mentee < menteePlaces.length; mentee += stride) {
    const end = first[mentee + 1] ?? 0
    const before = sum
    for (let edge = first[mentee] ?? 0; edge < end; edge += 1) {
      const score = scoreOf[edge] ?? 0
      const mentor = mentorOf[edge] ?? 0
      mentorSum[mentor] = (mentorSum[mentor] ?? 0) + score
      mentorCount[mentor] = (mentorCount[mentor] ?? 0) + 1
      sum += score
      squares += score * score
    }
    menteeSum[mentee] = sum - before
    menteeCount[mentee] = end - (first[mentee] ?? 0)
    edges += end - (first[mentee] ?? 0)
  }
  const mean = sum / Math.max(1, edges)
  const all = Math.max(1, squares - sum * mean)
  return {
    ofMentors: varianceOf(mentorSum, mentorCount, mean) / all,
    ofMentees: varianceOf(menteeSum, menteeCount, mean) / all,
  }
}
