import type Database from 'better-sqlite3'
import { key, unkey } from '../text.ts'

/** Answers what a table keeps under a name: what there is, else the fresh one. */
export const keeping = (database: Database.Database, table: 'salt' | 'secret', name: string) => {
  const put = database.prepare<[string, string]>(
    `INSERT INTO ${table} (${name}, ${table}) VALUES (?, ?) ON CONFLICT DO NOTHING`,
  )
  const kept = database
    .prepare<[string], string>(`SELECT ${table} FROM ${table} WHERE ${name} = ?`)
    .pluck()
  const keep = database.transaction((of: string, fresh: string): string => {
    put.run(of, fresh)
    return kept.get(of) ?? fresh
  }).immediate
  // What is there is only read, so that it is found in a file that may only be read, and beside who writes.
  return (of: string, fresh: string): string =>
    unkey(kept.get(key(of)) ?? keep(key(of), key(fresh)))
}
