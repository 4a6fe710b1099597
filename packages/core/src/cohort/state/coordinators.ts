import type { Actor } from '../../values/actor.ts'
import type { ParticipantId } from '../../values/id.ts'
import type { Cohort } from './cohort.ts'
import { wasEnrolled } from './find.ts'

/** Who may act as a coordinator here: who is named and never was enrolled; `undefined` is anybody who never was. */
export const coordinatorsOf = (cohort: Cohort): ReadonlyArray<ParticipantId> | undefined =>
  cohort.coordinators?.value.filter((id) => !wasEnrolled(cohort, id))

/** Whether an actor, if they act as a coordinator, is one here. */
export const mayCoordinate = (cohort: Cohort, { role, id }: Actor): boolean => {
  if (role !== 'coordinator') return true
  const isNamed = cohort.coordinators?.value.includes(id) ?? true
  return isNamed && !wasEnrolled(cohort, id)
}

/** Whether an actor said who coordinates now: they may say so again, though they left themselves out. */
export const namedThem = ({ coordinators }: Cohort, { role, id }: Actor): boolean =>
  coordinators !== undefined && coordinators.by.role === role && coordinators.by.id === id
