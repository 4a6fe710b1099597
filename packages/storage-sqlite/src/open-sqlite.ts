import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { sqliteDirectory } from './directory.ts'
import { eventStoreIn, type Clock } from './event-store.ts'
import type { OpenFailure } from './failure.ts'
import { look, openDatabase, type Closable, type SqliteSettings } from './open-database.ts'
import { directorySchema } from './schema/directory.ts'
import { logSchema } from './schema/log.ts'
import { viewStoreIn } from './view-store.ts'

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

/** Opens all three ports; after a failure nothing stays open, and neither file was changed. */
export const openSqlite =
  (options: OpenSqliteOptions): TE.TaskEither<OpenFailure, Sqlite> =>
  async () => {
    const files = {
      log: { ...options, file: options.log },
      people: { ...options, file: options.directory },
    }
    // Both are looked at first: if one is refused, the other is not made.
    for (const [schema, file] of [
      [logSchema, files.log],
      [directorySchema, files.people],
    ] as const) {
      const looked = await look(schema, file)()
      if (E.isLeft(looked)) return looked
    }
    const log = await openDatabase(logSchema, files.log, (database) => ({
      store: eventStoreIn(database, options),
      viewStore: viewStoreIn(database),
    }))()
    if (E.isLeft(log)) return log
    const { store, viewStore } = log.right
    const directory = await sqliteDirectory(files.people)()
    if (E.isLeft(directory)) {
      await log.right.close()
      return directory
    }
    const close = TE.flatMap(() => directory.right.close)(log.right.close)
    return E.right({ store, viewStore, directory: directory.right, close })
  }
