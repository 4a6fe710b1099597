import type { Port } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Kept } from './closable.ts'
import type { OpenFailure } from './failure.ts'
import { openDatabase } from './open-database.ts'
import type { SqliteOptions } from './options.ts'
import { logSchema } from './schema/log.ts'
import { viewStoreIn } from './view-store/in-log.ts'

/** A view store in a file. */
export type SqliteViewStore = Port.ViewStore & Kept

/** Opens a view store in a file, which may be that of the events. */
export const sqliteViewStore = (options: SqliteOptions): TaskEither<OpenFailure, SqliteViewStore> =>
  openDatabase(logSchema, options, viewStoreIn)
