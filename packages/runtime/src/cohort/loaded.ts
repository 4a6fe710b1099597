import { Cohort, type Stored, type Values } from '@reverse-mentoring/core'

/** A cohort's state, how many records led to it, and the id of the last of them. */
export interface Loaded {
  readonly cohort: Cohort.Cohort
  readonly revision: Stored.Revision
  /** Absent at revision 0. */
  readonly record: Values.Uuid | undefined
}

export const nothingRead: Loaded = { cohort: Cohort.noCohort, revision: 0, record: undefined }
