import type Database from 'better-sqlite3'
import { stillRead } from '../defect.ts'

/**
 * Leaves nothing of what was deleted in the file or its journal. `secure_delete` alone is not enough: where SQLite moved
 * a row from page to page, it may have left a copy between the rows of the old page, so all pages are written anew.
 *
 * That it is still to be done stands in the file, from the transaction that deletes: so a crash or another reader
 * delays it, and no process forgets it.
 */
export const scrubbing = (database: Database.Database) => {
  const owe = database.prepare('INSERT INTO scrub_owed DEFAULT VALUES')
  const last = database.prepare<[], number | null>('SELECT max(erasure) FROM scrub_owed').pluck()
  const settle = database.prepare<[number]>('DELETE FROM scrub_owed WHERE erasure <= ?')
  /** Whether nobody reads what was before, so that the journal could be emptied; it is then. */
  const isAlone = (): boolean => database.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0
  const scrub = (): void => {
    const owed = last.get() ?? undefined
    if (owed === undefined) return
    // While somebody reads, all the work of writing the pages anew would be for nothing.
    if (!isAlone()) throw stillRead
    database.exec('VACUUM')
    if (!isAlone()) throw stillRead
    settle.run(owed)
  }
  return {
    /** Within a transaction that deletes. */
    owe: (): void => {
      owe.run()
    },
    /** Throws while others are at the file. */
    scrub,
    /** The same where it may as well be done later. */
    tryScrub: (): void => {
      try {
        scrub()
      } catch {
        return
      }
    },
  }
}
