import type { Values } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import { key, unkey } from '../text.ts'

/** The cohorts that are listed with somebody, in their order. */
export const listingCohorts = (database: Database.Database) => {
  const listed = database
    .prepare<[string], string>('SELECT cohort FROM listed WHERE participant = ? ORDER BY cohort')
    .pluck()
  return (participant: Values.ParticipantId): ReadonlyArray<Values.CohortId> =>
    listed.all(key(participant)).map((cohort) => unkey(cohort) as Values.CohortId)
}
