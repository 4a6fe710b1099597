import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { newerSchema, type OpenFailure } from '../failure.ts'
import { after, newest, type Migration, type Schema } from './schema.ts'

const numberOf = (database: Database.Database, pragma: string): number =>
  Number(database.pragma(pragma, { simple: true }))

const isEmpty = (database: Database.Database): boolean =>
  database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined

const look = (
  database: Database.Database,
  schema: Schema,
): E.Either<OpenFailure, ReadonlyArray<Migration>> => {
  const found = numberOf(database, 'user_version')
  const id = numberOf(database, 'application_id')
  if (id !== schema.applicationId && !(id === 0 && found === 0 && isEmpty(database)))
    return E.left(
      Port.misused(
        `${database.name} is an SQLite database, but no ${schema.what}: name another file`,
      ),
    )
  const known = newest(schema)
  if (found > known) return E.left(newerSchema(database.name, found, known))
  return E.right(after(schema, found))
}

/**
 * The migrations that the file still needs; a file that is not of this schema, or of a newer one, is refused. It is
 * looked at in one transaction, for others may be about to make it.
 */
export const pending = (
  database: Database.Database,
  schema: Schema,
): E.Either<OpenFailure, ReadonlyArray<Migration>> =>
  database.transaction(() => look(database, schema))()

/** Brings the file to the newest version in one transaction; answers what was applied. */
export const migrate = (
  database: Database.Database,
  schema: Schema,
): E.Either<OpenFailure, ReadonlyArray<Migration>> => {
  const looked = pending(database, schema)
  if (E.isLeft(looked) || looked.right.length === 0) return looked
  const apply = database.transaction(() => {
    // Looked at again: another process may have been faster.
    const migrations = pending(database, schema)
    if (E.isLeft(migrations) || migrations.right.length === 0) return migrations
    migrations.right.forEach(({ sql }) => database.exec(sql))
    database.pragma(`application_id = ${String(schema.applicationId)}`)
    database.pragma(`user_version = ${String(newest(schema))}`)
    return migrations
  })
  return apply.immediate()
}
