import type { Matching, Values } from '@reverse-mentoring/core'
import type { Viewer } from './viewer.ts'

/** People who together seek more places than there are for them. */
export interface Crowd {
  /** How many people, this one among them. */
  readonly people: number
  /** How many pairs they have, which are all that they can have. */
  readonly pairs: number
  /** Who they are; to the coordinator only. */
  readonly who?: ReadonlyArray<Values.ParticipantId>
}

/** Why somebody has no pair, with what shows it. */
export interface WhyUnmatched {
  readonly _tag: 'WhyUnmatched'
  readonly participant: Values.ParticipantId
  readonly role: Values.Role
  readonly reason: Matching.UnmatchedCandidate['reason']
  /** The limit that was reached, to the coordinator only. */
  readonly limit?: Values.Code
  /** Where there are too few places. */
  readonly crowd?: Crowd
}

/** Why somebody is unmatched in a result; `undefined` for who is not. O(pairs). */
export const whyUnmatched = (
  { pairs, unmatched }: Matching.MatchingResult,
  { participant, role }: Pick<Matching.UnmatchedCandidate, 'participant' | 'role'>,
  viewer: Viewer,
): WhyUnmatched | undefined => {
  const found = unmatched.find((one) => one.participant === participant && one.role === role)
  if (found === undefined) return undefined
  const why = {
    _tag: 'WhyUnmatched',
    participant,
    role,
    reason: found.reason,
    ...(viewer === 'coordinator' && found.limit !== undefined && { limit: found.limit }),
  } as const
  if (found.hallSet === undefined) return why
  const crowd = new Set(found.hallSet)
  return {
    ...why,
    crowd: {
      people: crowd.size,
      pairs: pairs.filter((pair) => crowd.has(pair[role])).length,
      ...(viewer === 'coordinator' && { who: found.hallSet }),
    },
  }
}
