import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Closable } from './closable.ts'
import type { Connections } from './connections.ts'
import { announcing, channelOf } from './event-store/announce.ts'
import { eventStoreIn } from './event-store/in-log.ts'
import { listening } from './event-store/listen.ts'
import type { OpenFailure } from './failure.ts'
import { openDatabase } from './open-database.ts'
import { settled, urlFault, type Listening, type PostgresOptions } from './options.ts'
import { logSchema } from './schema/log.ts'

/** An event store in a schema of a database. */
export type PostgresEventStore = Port.EventStore & Closable

/** A log that is open, and what is made of its connections beside the event store. */
export const openLog =
  <A extends object>(
    options: PostgresOptions & Listening,
    make: (connections: Connections, store: Port.EventStore) => A,
  ): TaskEither<OpenFailure, A & Closable> =>
  async () => {
    const { listen } = options
    const fault = listen === undefined ? undefined : urlFault('listen', listen)
    if (fault !== undefined) return E.left(Port.misused(fault))
    const { schema, deadline } = settled(options)
    const { wake, listen: onAppend } = Port.newListeners()
    const opened = await openDatabase(logSchema, options, (connections) => {
      const announce = announcing(connections, channelOf(schema))
      const onWritten = (): void => {
        wake()
        announce()
      }
      return make(connections, { ...eventStoreIn(connections, onWritten), onAppend })
    })()
    if (E.isLeft(opened) || listen === undefined) return opened
    const hints = await listening({ url: listen, channel: channelOf(schema), deadline, wake })
    const { close } = opened.right
    if (E.isLeft(hints)) {
      await close()
      return hints
    }
    return E.right({
      ...opened.right,
      close: () => {
        hints.right.close()
        return close()
      },
    })
  }

/** Opens an event store in a schema of a database; the views may live in the same one. */
export const postgresEventStore = (
  options: PostgresOptions & Listening,
): TaskEither<OpenFailure, PostgresEventStore> => openLog(options, (_, store) => store)
