import { Port, type Values } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { attempt, attemptWith } from '../attempt.ts'
import { key, unkey } from '../text.ts'

/**
 * Leaves nothing of what was deleted in the file or its journal. `secure_delete` alone is not enough: where SQLite moved
 * a row from page to page, it may have left a copy between the rows of the old page, so all pages are written anew.
 */
const scrub = (database: Database.Database): E.Either<Port.Unavailable, void> => {
  database.exec('VACUUM')
  const busy = database.pragma('wal_checkpoint(TRUNCATE)', { simple: true })
  if (busy === 0) return E.right(undefined)
  return E.left(
    Port.unavailable('it was deleted, but another process still reads the file: erase once more'),
  )
}

/** How people go out of a directory. */
export const erasingIn = (
  database: Database.Database,
): Pick<Port.Directory, 'erase' | 'forget'> => {
  const mark = database.prepare<[string]>(
    `INSERT INTO participant (participant, erased) VALUES (?, 1)
     ON CONFLICT (participant) DO UPDATE SET person = NULL, erased = 1`,
  )
  const dropTexts = database.prepare<[string]>(
    'DELETE FROM text WHERE text IN (SELECT text FROM text_of WHERE participant = ?)',
  )
  const dropSalts = database.prepare<[string]>(
    'DELETE FROM salt WHERE cohort IN (SELECT cohort FROM listed WHERE participant = ?)',
  )
  const listed = database
    .prepare<[string], string>('SELECT cohort FROM listed WHERE participant = ? ORDER BY cohort')
    .pluck()
  const drop = database.prepare<[string]>(
    'DELETE FROM participant WHERE participant = ? AND erased',
  )
  const dropListed = database.prepare<[string]>('DELETE FROM listed WHERE participant = ?')
  const erase = database.transaction((participant: string): ReadonlyArray<Values.CohortId> => {
    for (const statement of [mark, dropTexts, dropSalts]) statement.run(participant)
    return listed.all(participant).map((cohort) => unkey(cohort) as Values.CohortId)
  }).immediate
  const forget = database.transaction((participant: string): void => {
    if (drop.run(participant).changes > 0) dropListed.run(participant)
  }).immediate

  return {
    erase: (participant) =>
      attemptWith(
        database,
        () => E.right(key(participant)),
        (id) => {
          const cohorts = erase(id)
          return E.map(() => cohorts)(scrub(database))
        },
      ),
    forget: (participant) => attempt(database, () => forget(key(participant))),
  }
}
