import type { Port } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Clock } from './clock.ts'
import type { Kept } from './closable.ts'
import { eventStoreIn } from './event-store/in-log.ts'
import type { OpenFailure } from './failure.ts'
import { openDatabase } from './open-database.ts'
import type { SqliteOptions } from './options.ts'
import { logSchema } from './schema/log.ts'

/** An event store in a file. */
export type SqliteEventStore = Port.EventStore & Kept

/** Opens an event store in a file; the views may live in the same one. */
export const sqliteEventStore = (
  options: SqliteOptions & Clock,
): TaskEither<OpenFailure, SqliteEventStore> =>
  openDatabase(logSchema, options, (database) => eventStoreIn(database, options))
