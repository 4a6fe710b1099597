import type Database from 'better-sqlite3'
import { statSync } from 'node:fs'

/** What is known of an open database beside what the driver knows. */
export interface Keeping {
  /** Milliseconds that work waits for another process that writes. */
  readonly patience: number
  /** Whether the paths still lead to the files that were opened. Two looks into a folder. */
  readonly isStanding: () => boolean
  /** Work that was asked for and is not done. */
  readonly underway: Set<Promise<unknown>>
  /** Done when the last change that was asked for is. */
  changes: Promise<unknown>
}

/** Which file a path leads to, whatever its name. */
const fileAt = (path: string): string | undefined => {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found && `${String(found.dev)} ${String(found.ino)}`
}

const kept = new WeakMap<object, Keeping>()

/**
 * Remembers which files the paths of an open database lead to. Who moves, deletes or replaces one of them, or lets this
 * very process open and close it once more (which drops SQLite's locks, so that the next process takes the journal
 * away), leaves the database writing where nobody will look.
 */
export const keep = (database: Database.Database, patience: number): void => {
  const paths = [database.name, `${database.name}-wal`]
  const opened = paths.map(fileAt)
  const isStanding = (): boolean =>
    paths.every((path, i) => {
      const found = fileAt(path)
      // A journal that comes later is another process's that writes: then this one has it too.
      if (opened[i] === undefined) opened[i] = found
      return found === opened[i]
    })
  kept.set(database, {
    ...{ patience, isStanding },
    ...{ underway: new Set(), changes: Promise.resolve() },
  })
}

/** Whoever closes the database waits for this work. */
export const during = <A>(database: object, work: Promise<A>): Promise<A> => {
  const { underway } = keepingOf(database)
  underway.add(work)
  return work.finally(() => underway.delete(work))
}

/** What is kept of a database that was opened here. */
export const keepingOf = (database: object): Keeping => {
  const keeping = kept.get(database)
  if (keeping === undefined) throw new TypeError('a database that was opened elsewhere')
  return keeping
}
