import type { Port } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Closable } from './closable.ts'
import type { OpenFailure } from './failure.ts'
import { openDatabase } from './open-database.ts'
import type { PostgresOptions } from './options.ts'
import { logSchema } from './schema/log.ts'
import { viewStoreIn } from './view-store/in-log.ts'

/** A view store in a schema of a database. */
export type PostgresViewStore = Port.ViewStore & Closable

/** Opens a view store in a schema of a database, which may be that of the events. */
export const postgresViewStore = (
  options: PostgresOptions,
): TaskEither<OpenFailure, PostgresViewStore> => openDatabase(logSchema, options, viewStoreIn)
