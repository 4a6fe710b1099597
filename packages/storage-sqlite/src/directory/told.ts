import type Database from 'better-sqlite3'

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
  const forgetIfTold = (participant: string): void => {
    dropIfTold.run(participant)
  }
  return {
    /** Takes the id away of who is being erased, if no cohort is left to tell. */
    forgetIfTold,
    tell: (cohort: string, participant: string): void => {
      dropListed.run(cohort, participant)
      forgetIfTold(participant)
    },
  }
}
