import { later, plusDays } from '../../values/instant.ts'
import type { Actor } from '../../values/actor.ts'
import type { MeetingId, SessionId } from '../../values/id.ts'
import type { Instant } from '../../values/instant.ts'
import type { Pairing, PlannedTime } from '../state/cohort.ts'
import { plannedMeanwhile } from '../state/overlap.ts'
import type { OpenedCohort } from './decision.ts'
import type { Overlapping, TooEarly, TooFar } from './refusal.ts'

/** A plan, who makes it, and when. */
export interface Plan extends PlannedTime {
  readonly at: Instant
  readonly by: Actor
  readonly session: SessionId
  readonly meeting?: MeetingId | undefined
}

/** Days that a plan reaches ahead at most. */
const mostDaysAhead = 365

/** Why a session cannot be planned for a time: it is not ahead, too far ahead, or somebody is elsewhere. */
export const planObjection = (
  cohort: OpenedCohort,
  { at, by, session, meeting, start, minutes }: Plan,
  pairing: Pairing,
): TooEarly | TooFar | Overlapping | undefined => {
  const after = pairing._tag === 'Formal' ? later(at, pairing.formalAt) : at
  if (start <= after) return { _tag: 'TooEarly', after }
  const latest = plusDays(at, mostDaysAhead)
  if (start > latest) return { _tag: 'TooFar', latest }
  const other = plannedMeanwhile(cohort, { start, minutes }, { session, meeting }, pairing, by.id)
  return other && { _tag: 'Overlapping', session: other.session }
}
