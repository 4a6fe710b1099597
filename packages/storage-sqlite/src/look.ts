import { Port } from '@reverse-mentoring/core'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync } from 'node:fs'
import type { OpenFailure } from './failure.ts'
import { misplacedAt } from './misplaced.ts'
import { pending } from './schema/migrate.ts'
import type { Migration, Schema } from './schema/schema.ts'

/**
 * What the file of a path still needs to be one of this schema, or why it is none. Changes nothing, and leaves nothing
 * behind, whosever the file is. Throws what the driver throws.
 */
export const lookAt = (
  schema: Schema,
  file: string,
): E.Either<OpenFailure, ReadonlyArray<Migration>> => {
  const misplaced = misplacedAt(file)
  if (misplaced !== undefined) return E.left(Port.misused(misplaced))
  if (!existsSync(file)) return E.right(schema.migrations)
  // A journal that was left there is read as it stands: who may write would bring it into the file. Where there is none,
  // who may only read would leave one behind.
  const readonly = [`${file}-wal`, `${file}-journal`].some((journal) => existsSync(journal))
  const database = new Database(file, { readonly, fileMustExist: true, timeout: 0 })
  try {
    return pending(database, schema)
  } finally {
    database.close()
  }
}
