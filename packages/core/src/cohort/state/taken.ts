import type { Enrolled } from '../event/enrolment.ts'
import type { Matched } from '../event/pairing.ts'
import type { Claim, Cohort, Session } from './cohort.ts'
import { get, has } from './table.ts'

/** Whether an id stands for something already, of whatever kind. */
export const isTaken = (cohort: Cohort, id: string): boolean =>
  has(cohort.sessions, id) ||
  has(cohort.claims, id) ||
  has(cohort.pairings, id) ||
  has(cohort.enrolments, id)

/** What took an id. */
export const takenBy = (
  cohort: Cohort,
  id: string,
): Claim | Enrolled | Matched | Session | undefined =>
  get(cohort.claims, id) ??
  get(cohort.pairings, id)?.matched ??
  get(cohort.enrolments, id)?.enrolled ??
  get(cohort.sessions, id)
