import type Database from 'better-sqlite3'

/**
 * Leaves nothing of those notices of which a condition holds but their ids; answers how many they are. What it asks for by
 * `?` is given when it is called.
 */
export const finishing = (
  database: Database.Database,
  condition: string,
): ((...given: ReadonlyArray<string | number>) => number) => {
  const keep = database.prepare<Array<string | number>>(
    `INSERT INTO notice_done (id, not_after, fence)
     SELECT id, not_after, fence FROM notice WHERE ${condition}`,
  )
  const take = database.prepare<Array<string | number>>(`DELETE FROM notice WHERE ${condition}`)
  return (...given) => {
    keep.run(...given)
    return take.run(...given).changes
  }
}
