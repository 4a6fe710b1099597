import type { Port } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Closable } from './closable.ts'
import type { OpenFailure } from './failure.ts'
import { openDatabase } from './open-database.ts'
import type { PostgresOptions } from './options.ts'
import { outboxIn } from './outbox/in-log.ts'
import { logSchema } from './schema/log.ts'

/** An outbox in a schema of a database. */
export type PostgresOutbox = Port.Outbox & Closable

/** Opens an outbox in a schema of a database, which may be that of the events. */
export const postgresOutbox = (options: PostgresOptions): TaskEither<OpenFailure, PostgresOutbox> =>
  openDatabase(logSchema, options, outboxIn)
