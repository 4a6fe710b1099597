import type Database from 'better-sqlite3'
import { key } from '../text.ts'

/** Takes views away, each in one transaction. O(its rows). */
export const dropping = (database: Database.Database) => {
  const viewOf = '(SELECT view FROM view WHERE name = ?)'
  const statements = [
    `DELETE FROM view_row WHERE header IN (SELECT header FROM view_header WHERE view = ${viewOf})`,
    `DELETE FROM view_header WHERE view = ${viewOf}`,
    'DELETE FROM view WHERE name = ?',
    'DELETE FROM reader WHERE reader = ?',
  ].map((sql) => database.prepare<[string]>(sql))
  return database.transaction((view: string): void => {
    for (const statement of statements) statement.run(key(view))
  }).immediate
}
