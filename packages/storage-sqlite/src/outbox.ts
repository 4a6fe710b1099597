import type { Port } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Kept } from './closable.ts'
import type { OpenFailure } from './failure.ts'
import { openDatabase } from './open-database.ts'
import type { SqliteOptions } from './options.ts'
import { outboxIn } from './outbox/in-log.ts'
import { logSchema } from './schema/log.ts'

/** An outbox in a file. */
export type SqliteOutbox = Port.Outbox & Kept

/** Opens an outbox in a file, which may be that of the events. */
export const sqliteOutbox = (options: SqliteOptions): TaskEither<OpenFailure, SqliteOutbox> =>
  openDatabase(logSchema, options, outboxIn)
