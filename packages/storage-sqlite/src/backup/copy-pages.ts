import type Database from 'better-sqlite3'
import type { OnStep } from './progress.ts'

/** Pages that are copied in one turn. */
const together = 500

/** So often a copy begins again because another process has written; then the rest goes in one turn. */
const mostRestarts = 3

/**
 * Copies an open database, with what stands in its journal, into a file that is there. Others read and write meanwhile:
 * what this connection writes is copied too, and after what another one writes the copy begins again. O(pages).
 */
export const copyPages = async (
  database: Database.Database,
  file: string,
  onStep: OnStep,
): Promise<void> => {
  let [restarts, left] = [0, Infinity]
  await database.backup(file, {
    progress: ({ totalPages, remainingPages }) => {
      // The first call comes before the first page: nothing is known then.
      if (remainingPages > left) restarts += 1
      left = remainingPages
      onStep({ step: 'copied', done: totalPages - remainingPages, of: totalPages })
      return restarts < mostRestarts ? together : Math.max(together, totalPages)
    },
  })
}
