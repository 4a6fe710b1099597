import type Database from 'better-sqlite3'
import { erasedIn } from './gone.ts'

/** What is taken away of who is being erased, as their cohorts are told. */
export const telling = (database: Database.Database) => {
  const dropListed = database.prepare<[string, string]>(
    `DELETE FROM listed WHERE cohort = ? AND participant =
       (SELECT participant FROM participant WHERE participant = ? AND erased)`,
  )
  const dropIfTold = database.prepare<[string]>(
    `DELETE FROM participant WHERE participant = ? AND erased
       AND NOT EXISTS (SELECT 1 FROM listed WHERE listed.participant = participant.participant)`,
  )
  const gone = erasedIn(database)
  const forgetIfTold = (participant: string): boolean => {
    const isForgotten = dropIfTold.run(participant).changes > 0
    if (isForgotten) gone.add(participant)
    return isForgotten
  }
  return {
    /** Takes the id away of who is being erased, if no cohort is left to tell; whether it did. */
    forgetIfTold,
    /** The same once a cohort has been told. */
    tell: (cohort: string, participant: string): boolean => {
      dropListed.run(cohort, participant)
      return forgetIfTold(participant)
    },
  }
}
