import { Cohort, Stored, type Values } from '@reverse-mentoring/core'

/** A cohort's state, how many records led to it, the id of the last of them, and how far they are proved. */
export interface Loaded {
  readonly cohort: Cohort.Cohort
  readonly revision: Stored.Revision
  /** Absent at revision 0. */
  readonly record: Values.Uuid | undefined
  readonly proved: Stored.Proved
}

export const nothingRead: Loaded = {
  cohort: Cohort.noCohort,
  revision: 0,
  record: undefined,
  proved: Stored.nothingProved,
}
