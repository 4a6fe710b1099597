import { type Matching, type Port, Values } from '@reverse-mentoring/core'
import { failure } from './failure.ts'

const badSide = (
  candidates: ReadonlyArray<Matching.Candidate>,
  side: Values.Role,
): Port.PolicyFailure | undefined => {
  const seen = new Set<Values.ParticipantId>()
  for (const { participant, places, role } of candidates) {
    const who = `${side} ${participant}`
    if (!Values.ParticipantId.is(participant)) return failure(`${who} has no participant id`)
    if (seen.has(participant)) return failure(`${who} is in the pool twice`)
    if (role !== side) return failure(`${who} is listed in the role ${role}`)
    if (!Number.isSafeInteger(places) || places < 1 || places > 2 ** 31 - 1)
      return failure(`${who} has ${String(places)} places; whole numbers from 1 can be matched`)
    seen.add(participant)
  }
  return undefined
}

/** What is wrong with a pool, if anything is: nobody is matched in part of one. O(people). */
export const badPool = ({
  mentors,
  mentees,
}: Matching.MatchingPool): Port.PolicyFailure | undefined =>
  badSide(mentors, 'mentor') ?? badSide(mentees, 'mentee')
