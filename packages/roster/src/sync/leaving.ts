import { Cohort } from '@reverse-mentoring/core'
import type { Stamp, SyncOptions } from './options.ts'
import type { Change } from './plan.ts'
import type { Planned } from './trial.ts'

/** Withdraws whoever has left, of every enrolment that stands. */
export const leaving = (
  cohort: Cohort.Cohort,
  hasLeft: ReadonlySet<string>,
  { participantOf }: SyncOptions,
  stamp: Stamp,
): {
  readonly leaving: ReadonlyArray<Planned>
  readonly changes: ReadonlyArray<Change>
} => {
  const withdrawing: Array<Planned> = []
  const changes: Array<Change> = []
  for (const id of hasLeft) {
    const participant = participantOf(id)
    if (participant === undefined) continue
    const standing = Cohort.person(cohort, participant)
    for (const role of ['mentor', 'mentee'] as const) {
      const enrolment = standing?.[role].enrolment
      if (enrolment === undefined) continue
      withdrawing.push({ id, command: { type: 'WithdrawParticipant', ...stamp, enrolment } })
      changes.push({ kind: 'leave', id, participant, what: role })
    }
  }
  return { leaving: withdrawing, changes }
}
