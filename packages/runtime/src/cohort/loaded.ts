import { Cohort, Stored, type Values } from '@reverse-mentoring/core'

/** A cohort's state, how many records led to it, and the id of the last of them. */
export interface Folded {
  readonly cohort: Cohort.Cohort
  readonly revision: Stored.Revision
  /** Absent at revision 0. */
  readonly record: Values.Uuid | undefined
}

/** The same as it was loaded from a store. */
export interface Loaded extends Folded {
  /** How far its records are proved; absent where the last one is older than proofs, until one is needed. */
  readonly proved: Stored.Proved | undefined
}

/** Whether a state stands right behind a record that was found. */
export const standsAt = (
  { revision, record }: Pick<Folded, 'revision' | 'record'>,
  found: Pick<Stored.StoredRecord, 'id' | 'revision'> | undefined,
): boolean => found?.revision === revision && found.id === record

export const nothingRead: Loaded = {
  cohort: Cohort.noCohort,
  revision: 0,
  record: undefined,
  proved: Stored.nothingProved,
}
