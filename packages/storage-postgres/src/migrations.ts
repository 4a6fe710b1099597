import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { OpenFailure } from './failure.ts'
import { look, openDatabase } from './open-database.ts'
import type { PostgresOptions } from './options.ts'
import type { Migration, Schema } from './schema/schema.ts'

/** A dry run: which migrations an opening would apply to this schema. Reads, and changes nothing. */
export const pendingMigrations = (
  schema: Schema,
  options: PostgresOptions,
): TE.TaskEither<OpenFailure, ReadonlyArray<Migration>> => look(schema, options)

/** Applies them in one transaction, as every opening does; answers which. */
export const applyMigrations = (
  schema: Schema,
  options: PostgresOptions,
): TE.TaskEither<OpenFailure, ReadonlyArray<Migration>> =>
  pipe(
    look(schema, options),
    TE.flatMap((migrations) =>
      pipe(
        openDatabase(schema, options, () => ({})),
        TE.flatMap(({ close }) => close),
        TE.map(() => migrations),
      ),
    ),
  )
