import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Clock } from './clock.ts'
import type { Closable } from './closable.ts'
import { sqliteDirectory } from './directory.ts'
import { eventStoreIn } from './event-store/in-log.ts'
import type { OpenFailure } from './failure.ts'
import { openDatabase } from './open-database.ts'
import type { SqliteSettings } from './options.ts'
import { logSchema } from './schema/log.ts'
import { viewStoreIn } from './view-store/in-log.ts'

/** Two files: the log with its views, and the directory. */
export interface OpenSqliteOptions extends SqliteSettings, Clock {
  readonly log: string
  readonly directory: string
}

/** The three ports on two files. */
export interface Sqlite extends Closable {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  readonly directory: Port.Directory
}

/** Opens all three ports; after a failure nothing stays open. */
export const openSqlite =
  (options: OpenSqliteOptions): TE.TaskEither<OpenFailure, Sqlite> =>
  async () => {
    const log = await openDatabase(logSchema, { ...options, file: options.log }, (database) => ({
      store: eventStoreIn(database, options),
      viewStore: viewStoreIn(database),
    }))()
    if (E.isLeft(log)) return log
    const { store, viewStore } = log.right
    const directory = await sqliteDirectory({ ...options, file: options.directory })()
    if (E.isLeft(directory)) {
      await log.right.close()
      return directory
    }
    const close = TE.flatMap(() => directory.right.close)(log.right.close)
    return E.right({ store, viewStore, directory: directory.right, close })
  }
