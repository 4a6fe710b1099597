import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Closable } from './closable.ts'
import { postgresDirectory } from './directory.ts'
import { openLog } from './event-store.ts'
import type { OpenFailure } from './failure.ts'
import { look } from './open-database.ts'
import type { Listening, PostgresPlace, PostgresSettings } from './options.ts'
import { outboxIn } from './outbox/in-log.ts'
import { directorySchema } from './schema/directory.ts'
import { logSchema } from './schema/log.ts'
import { viewStoreIn } from './view-store/in-log.ts'

/** Two schemas: the log with its views and notices, and the directory, which may be in another database and belong to somebody else. */
export interface PostgresPlaces {
  readonly log: PostgresPlace & Listening
  readonly directory: PostgresPlace
}

export interface OpenPostgresOptions extends PostgresPlaces, PostgresSettings {}

/** The ports on two schemas. */
export interface Postgres extends Closable {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  readonly outbox: Port.Outbox
  readonly directory: Port.Directory
}

const isPlace = (u: unknown): boolean => typeof u === 'object' && u !== null

/** Why these cannot be the two places. */
const placesFault = (places: Partial<PostgresPlaces> | undefined): Port.Misused | undefined => {
  const { log, directory } = places ?? {}
  if (!isPlace(log) || !isPlace(directory))
    return Port.misused('name two places: `log` and `directory`, each with a `url` and a `schema`')
  return log?.url === directory?.url && log?.schema === directory?.schema
    ? Port.misused('log and directory are two schemas: name another one for the directory')
    : undefined
}

/** Opens all ports; after a failure nothing stays open. What can be refused is refused before either schema is changed. */
export const openPostgres =
  (options: OpenPostgresOptions): TaskEither<OpenFailure, Postgres> =>
  async () => {
    const fault = placesFault(options)
    if (fault !== undefined) return E.left(fault)
    const log = { ...options, ...options.log }
    const people = { ...options, ...options.directory }
    // Both are looked at first: if one is refused, the other is not made.
    for (const looking of [look(logSchema, log), look(directorySchema, people)]) {
      const looked = await looking()
      if (E.isLeft(looked)) return looked
    }
    const opened = await openLog(log, (connections, store) => ({
      ...{ store, viewStore: viewStoreIn(connections), outbox: outboxIn(connections) },
    }))()
    if (E.isLeft(opened)) return opened
    const directory = await postgresDirectory(people)()
    if (E.isLeft(directory)) {
      await opened.right.close()
      return directory
    }
    const close: Postgres['close'] = async () => {
      const closed = await opened.right.close()
      return E.isLeft(closed) ? closed : directory.right.close()
    }
    const { store, viewStore, outbox } = opened.right
    return E.right({ store, viewStore, outbox, directory: directory.right, close })
  }
