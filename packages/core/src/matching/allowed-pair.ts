import type { ParticipantId } from '../values/id.ts'
import type { Candidate, MatchingPool } from './pool.ts'

type Apart = Map<ParticipantId, Set<ParticipantId>>

/** Notes of two people, whichever way round, that they are not to be paired. */
const part = (apart: Apart, one: ParticipantId, other: ParticipantId): void => {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const known = apart.get(from) ?? new Set()
    apart.set(from, known.add(to))
  }
}

const managersOf = ({ chain, direct }: Candidate): ReadonlyArray<ParticipantId> =>
  direct ?? chain.slice(0, 1)

const haveOneManager = (one: Candidate, other: Candidate): boolean => {
  const managers = managersOf(other)
  return managersOf(one).some((manager) => managers.includes(manager))
}

/**
 * Whether the cohort lets two people of a pool be paired, whatever a policy thinks of them: INV2 to 5 and 7, restated
 * over the pool and sharing nothing with `decide` or an engine. O(pool) to prepare, then O(chain) for each pair.
 */
export const allowsPair = ({
  forbidden,
  locked,
  sameManager,
}: MatchingPool): ((mentor: Candidate, mentee: Candidate) => boolean) => {
  const apart: Apart = new Map()
  for (const { first, second } of forbidden) part(apart, first, second)
  for (const { mentor, mentee } of locked) part(apart, mentor, mentee)
  return (mentor, mentee) => {
    if (mentor.participant === mentee.participant) return false
    if (mentor.seniority >= mentee.seniority) return false
    if (mentor.chain.includes(mentee.participant) || mentee.chain.includes(mentor.participant))
      return false
    if (sameManager === 'forbidden' && haveOneManager(mentor, mentee)) return false
    return apart.get(mentor.participant)?.has(mentee.participant) !== true
  }
}
