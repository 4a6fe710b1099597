import { View, type Values } from '@reverse-mentoring/core'
import { endedAt, isHeld, runAfter } from '../sessions.ts'

/** A formal pairing as it is now, with its sessions in their order. */
export interface Living {
  readonly row: View.ShownMomentum
  readonly sessions: ReadonlyArray<View.CalendarRow>
}

/** Of a silence in which a pause ended, or still lasts, it is not known when the pause began: it counts as paused. */
const wasPaused = ({ row, sessions }: Living, at: Values.Instant): boolean => {
  const next = sessions
    .filter(isHeld)
    .map(({ began }) => began)
    .filter((began) => began > at)
    .sort()[0]
  const { paused, pauseEnded } = row
  if (paused && next === undefined) return true
  const endsLater = pauseEnded !== undefined && pauseEnded > at
  return endsLater && (next === undefined || next > pauseEnded)
}

/** The momentum row as it was then, as far as the rows of now tell. */
const rowAt = (living: Living, at: Values.Instant): View.MomentumRow => {
  const { pairing, mentor, mentee, formalAt, pauseEnded, ...now } = living.row
  const ended = living.sessions.filter((session) => {
    const when = endedAt(session)
    return when !== undefined && when <= at
  })
  const held = ended.filter(isHeld)
  const lastHeld = held
    .map(({ began }) => began)
    .sort()
    .at(-1)
  return {
    ...{ pairing, mentor, mentee, formalAt },
    inARow: ended.reduce(runAfter, View.noRun),
    held: held.length,
    cancelled: ended.length - held.length,
    planned: [],
    paused: wasPaused(living, at),
    ...(now.endedAt !== undefined && now.endedAt <= at && { endedAt: now.endedAt }),
    ...(lastHeld !== undefined && { lastHeld }),
    ...(pauseEnded !== undefined && pauseEnded <= at && { pauseEnded }),
  }
}

/** The level of a pairing at an instant that is over, by the cohort's rules; nothing before it was formal. O(sessions). */
export const levelAt = (
  living: Living,
  cohort: View.ShownCohort,
  at: Values.Instant,
): View.Level | undefined => {
  if (living.row.formalAt > at) return undefined
  const { closedAt: _closedAt, ...open } = cohort
  return View.showMomentum(rowAt(living, at), open, at).level
}
