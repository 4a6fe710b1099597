import type { ParticipantId } from '../values/id.ts'
import type { MatchingPool } from './pool.ts'
import type { MatchingProblem, TakenEdges } from './problem.ts'
import type { MatchingResult } from './result.ts'

/** The edges of a problem made of a pool that a result takes; its other pairs have none. O(people + edges). */
export const takenIn = (
  { mentors, mentees }: MatchingPool,
  { first, mentorOf }: MatchingProblem,
  { pairs }: Pick<MatchingResult, 'pairs'>,
): TakenEdges => {
  const proposed = new Map<ParticipantId, Set<ParticipantId>>()
  for (const { mentor, mentee } of pairs)
    proposed.set(mentee, (proposed.get(mentee) ?? new Set()).add(mentor))
  const taken: Array<number> = []
  for (const [i, mentee] of mentees.entries()) {
    const own = proposed.get(mentee.participant)
    if (own === undefined) continue
    for (let edge = first[i] ?? 0; edge < (first[i + 1] ?? 0); edge += 1) {
      const mentor = mentors[mentorOf[edge] ?? -1]
      if (mentor !== undefined && own.has(mentor.participant)) taken.push(edge)
    }
  }
  return Int32Array.from(taken)
}
