import type Database from 'better-sqlite3'
import { sha256 } from '../sha256.ts'

/**
 * Who was ever erased. The file knows them by a digest, so that no byte of an id is left in it; an id is random, so nobody
 * finds out from its digest whose it is.
 */
export const erasedIn = (database: Database.Database) => {
  const add = database.prepare<[string]>(
    'INSERT INTO gone (digest) VALUES (?) ON CONFLICT DO NOTHING',
  )
  const has = database.prepare<[string], number>('SELECT 1 FROM gone WHERE digest = ?').pluck()
  // Whom an older version of the file marked, and whose cohorts have not all been told.
  const isMarked = database
    .prepare<[string], number>('SELECT 1 FROM participant WHERE participant = ? AND erased')
    .pluck()
  return {
    add: (participant: string): void => {
      add.run(sha256(participant))
    },
    has: (participant: string): boolean =>
      has.get(sha256(participant)) !== undefined || isMarked.get(participant) !== undefined,
  }
}
