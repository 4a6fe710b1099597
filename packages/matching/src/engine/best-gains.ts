import type { Matching } from '@reverse-mentoring/core'

/** The few mentors of the highest gains, highest first; of equal gains who came first. */
export interface BestGains {
  /** What the next one must gain more than. */
  floor: number
  /** Empties it; only gains above this count. */
  readonly clear: (floor: number) => void
  readonly offer: (mentor: number, gain: number) => void
  /** Who was chosen, in a list of its own. */
  readonly chosen: () => ReadonlyArray<number>
  /** The highest gain; -Infinity where nobody was chosen. */
  readonly highest: () => number
}

/** Room for so many. */
export const openBest = (most: number): BestGains => {
  const gains = new Float64Array(most)
  const mentors = new Int32Array(most)
  let count = 0
  const best: BestGains = {
    floor: 0,
    clear: (floor) => {
      count = 0
      best.floor = floor
    },
    offer: (mentor, gain) => {
      let to = count < most ? count : most - 1
      if (count < most) count += 1
      while (to > 0 && (gains[to - 1] ?? 0) < gain) {
        gains[to] = gains[to - 1] ?? 0
        mentors[to] = mentors[to - 1] ?? 0
        to -= 1
      }
      gains[to] = gain
      mentors[to] = mentor
      if (count === most) best.floor = gains[most - 1] ?? 0
    },
    chosen: () => [...mentors.subarray(0, count)],
    highest: () => (count === 0 ? -Infinity : (gains[0] ?? 0)),
  }
  return best
}

/** Whether a pair is an edge already. O(edges of the mentee). */
export const isEdge = (
  { first, mentorOf }: Matching.MatchingProblem,
  mentor: number,
  mentee: number,
): boolean => {
  const end = first[mentee + 1] ?? 0
  for (let edge = first[mentee] ?? 0; edge < end; edge += 1)
    if (mentorOf[edge] === mentor) return true
  return false
}
