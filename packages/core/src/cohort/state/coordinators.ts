import type { ParticipantId } from '../../values/id.ts'
import type { Cohort } from './cohort.ts'

/** Who coordinates a cohort; `undefined` where anybody in the role does. */
export const coordinatorsOf = (_cohort: Cohort): ReadonlyArray<ParticipantId> | undefined =>
  undefined
