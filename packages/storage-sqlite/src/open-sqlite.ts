import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { targetFault } from './backup/back-up.ts'
import { belongTogether } from './beside.ts'
import type { Backup, BackupOptions } from './backup/backup.ts'
import type { Checked } from './backup/message.ts'
import type { Clock } from './clock.ts'
import type { Closable } from './closable.ts'
import { sqliteDirectory } from './directory.ts'
import { eventStoreIn } from './event-store/in-log.ts'
import type { OpenFailure } from './failure.ts'
import { look, openDatabase } from './open-database.ts'
import type { SqliteSettings } from './options.ts'
import { outboxIn } from './outbox/in-log.ts'
import { directorySchema } from './schema/directory.ts'
import { logSchema } from './schema/log.ts'
import { viewStoreIn } from './view-store/in-log.ts'

/** Two files: the log with its views and notices, and the directory. */
export interface SqliteFiles {
  readonly log: string
  readonly directory: string
}

export interface OpenSqliteOptions extends SqliteFiles, SqliteSettings, Clock {}

/** The ports on two files. */
export interface Sqlite extends Closable {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  readonly outbox: Port.Outbox
  readonly directory: Port.Directory
  /** Copies both files while they are in use: the log first, so that whoever is erased meanwhile is in no copy of the directory. */
  readonly backup: (
    files: SqliteFiles,
    options?: BackupOptions,
  ) => TE.TaskEither<Port.Misused | Port.Unavailable, Checked>
}

/** Why these cannot be the two files. */
const filesFault = (files: Partial<SqliteFiles> | undefined): Port.Misused | undefined => {
  const { log, directory } = files ?? {}
  if (typeof log !== 'string' || typeof directory !== 'string')
    return Port.misused('name two files: `log` and `directory`')
  if (resolve(log) === resolve(directory))
    return Port.misused(`${log} is named twice: log and directory are two files`)
  try {
    return belongTogether(log, directory)
      ? Port.misused(`one of ${log} and ${directory} would be the journal of the other`)
      : undefined
  } catch {
    // What is wrong with a path is said by who opens it.
    return undefined
  }
}

/** Both copies, or none. */
const backingUpBoth =
  (log: Backup, directory: Backup, inUse: ReadonlyArray<string>): Sqlite['backup'] =>
  (given, options) =>
  async () => {
    const fault = filesFault(given)
    if (fault !== undefined) return E.left(fault)
    // Whoever asked may change what they gave.
    const [one, other] = [given.log, given.directory]
    const inTheWay = targetFault(one, inUse) ?? targetFault(other, inUse)
    if (inTheWay !== undefined) return E.left(inTheWay)
    const first = await log(one, options)()
    if (E.isLeft(first)) return first
    const second = await directory(other, options)()
    if (E.isLeft(second)) await rm(one, { force: true })
    return E.isLeft(second) ? second : first
  }

/** Opens all ports; after a failure nothing stays open, and neither file was changed. */
export const openSqlite =
  (options: OpenSqliteOptions): TE.TaskEither<OpenFailure, Sqlite> =>
  async () => {
    const fault = filesFault(options)
    if (fault !== undefined) return E.left(fault)
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
      outbox: outboxIn(database),
    }))()
    if (E.isLeft(log)) return log
    const { store, viewStore, outbox } = log.right
    const directory = await sqliteDirectory(files.people)()
    if (E.isLeft(directory)) {
      await log.right.close()
      return directory
    }
    const both = backingUpBoth(log.right.backup, directory.right.backup, [
      files.log.file,
      files.people.file,
    ])
    const underway = new Set<Promise<unknown>>()
    const backup: Sqlite['backup'] = (copies, how) => async () => {
      const done = both(copies, how)()
      underway.add(done)
      return done.finally(() => underway.delete(done))
    }
    const close: Sqlite['close'] = async () => {
      await Promise.allSettled(underway)
      const closed = await log.right.close()
      return E.isLeft(closed) ? closed : directory.right.close()
    }
    return E.right({ store, viewStore, outbox, directory: directory.right, close, backup })
  }
