import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { failureOf } from './defect.ts'
import type { OpenFailure } from './failure.ts'
import { openDatabase } from './open-database.ts'
import type { SqliteOptions } from './options.ts'
import { pending } from './schema/migrate.ts'
import type { Migration, Schema } from './schema/schema.ts'

/** A dry run: which migrations an opening would apply to this file. Reads the file, and changes nothing. */
export const pendingMigrations = (
  schema: Schema,
  file: string,
): TE.TaskEither<OpenFailure, ReadonlyArray<Migration>> =>
  TE.fromIOEither(() => {
    if (!existsSync(file)) return E.right(schema.migrations)
    let database: Database.Database | undefined
    try {
      database = new Database(resolve(file), { fileMustExist: true })
      return pending(database, schema)
    } catch (defect) {
      return E.left(failureOf(defect))
    } finally {
      database?.close()
    }
  })

/** Applies them in one transaction, as every opening does; answers which. */
export const applyMigrations = (
  schema: Schema,
  options: SqliteOptions,
): TE.TaskEither<OpenFailure, ReadonlyArray<Migration>> =>
  pipe(
    pendingMigrations(schema, options.file),
    TE.flatMap((migrations) =>
      pipe(
        openDatabase(schema, options, () => ({})),
        TE.flatMap(({ close }) => close),
        TE.map(() => migrations),
      ),
    ),
  )
