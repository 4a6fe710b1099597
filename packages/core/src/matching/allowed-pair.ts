import type { ParticipantId } from '../values/id.ts'
import type { Candidate, MatchingPool } from './pool.ts'

const pairOf = (one: ParticipantId, other: ParticipantId): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`

/**
 * Whether the cohort lets two people of a pool be paired, whatever a policy thinks of them: INV2 to 5 and 7, restated
 * over the pool and sharing nothing with `decide` or an engine. O(pool) to prepare, then O(chain) for each pair.
 */
export const allowsPair = ({
  forbidden,
  locked,
  sameManager,
}: MatchingPool): ((mentor: Candidate, mentee: Candidate) => boolean) => {
  const apart = new Set([
    ...forbidden.map(({ first, second }) => pairOf(first, second)),
    ...locked.map(({ mentor, mentee }) => pairOf(mentor, mentee)),
  ])
  return (mentor, mentee) => {
    if (mentor.participant === mentee.participant) return false
    if (mentor.seniority >= mentee.seniority) return false
    if (mentor.chain.includes(mentee.participant) || mentee.chain.includes(mentor.participant))
      return false
    const manager = mentor.chain[0]
    if (sameManager === 'forbidden' && manager !== undefined && manager === mentee.chain[0])
      return false
    return !apart.has(pairOf(mentor.participant, mentee.participant))
  }
}
