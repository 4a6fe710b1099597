import type Database from 'better-sqlite3'
import { statSync } from 'node:fs'

/** Which file a path leads to, whatever its name. */
const fileAt = (path: string): string | undefined => {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found && `${String(found.dev)} ${String(found.ino)}`
}

const checks = new WeakMap<object, () => boolean>()

/**
 * Remembers which files the paths of an open database lead to. Who moves, deletes or replaces one of them, or lets this
 * very process open and close it once more (which drops SQLite's locks, so that the next process takes the journal
 * away), leaves the database writing where nobody will look.
 */
export const rememberFiles = (database: Database.Database): void => {
  const paths = [database.name, `${database.name}-wal`]
  const opened = paths.map(fileAt)
  checks.set(database, () => paths.every((path, i) => fileAt(path) === opened[i]))
}

/** Whether the paths still lead to the files that were opened. Two looks into a folder. */
export const isStanding = (database: object): boolean => checks.get(database)?.() ?? true
