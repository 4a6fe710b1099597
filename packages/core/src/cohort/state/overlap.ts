import type { ParticipantId } from '../../values/id.ts'
import { millis, MINUTE, type Instant } from '../../values/instant.ts'
import type { Cohort, Pairing, PlannedTime, Session } from './cohort.ts'
import { get } from './table.ts'

/** Whether two stretches of time share a moment; one may begin when the other ends. */
export const overlap = (
  a: Readonly<{ start: Instant; minutes: number }>,
  b: Readonly<{ start: Instant; minutes: number }>,
): boolean => {
  const [one, other] = [millis(a.start), millis(b.start)]
  return other < one + a.minutes * MINUTE && one < other + b.minutes * MINUTE
}

const sessionsOf = (cohort: Cohort, { sessions }: Pairing): ReadonlyArray<Session> =>
  [...sessions].flatMap((id) => get(cohort.sessions, id) ?? [])

/** The pairings of somebody that live. */
const livePairingsOf = (cohort: Cohort, id: ParticipantId): ReadonlyArray<Pairing> => {
  const person = get(cohort.people, id)
  if (person === undefined) return []
  const live = [...person.mentor.live, ...person.mentee.live]
  return live.flatMap((pairing) => get(cohort.pairings, pairing) ?? [])
}

/**
 * A session that is planned for a time, of a pairing or of somebody; sessions of other pairings in the same meeting are
 * in one room. O(the sessions of both).
 */
export const plannedMeanwhile = (
  cohort: Cohort,
  time: PlannedTime,
  planned: Pick<Session, 'session' | 'meeting'>,
  pairing: Pairing,
  who: ParticipantId,
): Session | undefined => {
  const isOther = ({ session, meeting, pairing: of }: Session): boolean =>
    session !== planned.session &&
    (of === pairing.pairing || meeting === undefined || meeting !== planned.meeting)
  return [pairing, ...livePairingsOf(cohort, who)]
    .flatMap((one) => sessionsOf(cohort, one))
    .find(
      (one) =>
        one.status.value === 'open' &&
        one.plan !== undefined &&
        isOther(one) &&
        overlap(one.plan.value, time),
    )
}
