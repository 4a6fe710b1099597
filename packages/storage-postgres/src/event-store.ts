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
import { optionFault, settled, urlFault, type Listening, type PostgresOptions } from './options.ts'
import { logSchema } from './schema/log.ts'

/** An event store in a schema of a database. */
export type PostgresEventStore = Port.EventStore & Closable

const listenFault = ({ listen }: Listening): string | undefined =>
  listen === undefined ? undefined : urlFault('listen', listen)

/** Listens where an address is given. */
const hearing = (
  url: string | undefined,
  asked: Omit<Parameters<typeof listening>[0], 'url'>,
): ReturnType<typeof listening> =>
  url === undefined
    ? Promise.resolve(E.right({ close: () => undefined }))
    : listening({ ...asked, url })

/** A log that is open, and what is made of its connections beside the event store. */
export const openLog =
  <A extends object>(
    options: PostgresOptions & Listening,
    make: (connections: Connections, store: Port.EventStore) => A,
  ): TaskEither<OpenFailure, A & Closable> =>
  async () => {
    const fault = optionFault(options) ?? listenFault(options)
    if (fault !== undefined) return E.left(Port.misused(fault))
    const { schema, deadline } = settled(options)
    const channel = channelOf(schema)
    const { wake, listen: onAppend } = Port.newListeners()
    // Before the schema is made or changed: who cannot listen has opened nothing.
    const hints = await hearing(options.listen, { channel, deadline, wake })
    if (E.isLeft(hints)) return hints
    const opened = await openDatabase(logSchema, options, (connections) => {
      const announce = announcing(connections, channel)
      const onWritten = (): void => {
        wake()
        announce()
      }
      return make(connections, { ...eventStoreIn(connections, onWritten), onAppend })
    })()
    if (E.isLeft(opened)) {
      hints.right.close()
      return opened
    }
    const close: Closable['close'] = () => {
      hints.right.close()
      return opened.right.close()
    }
    return E.right({ ...opened.right, close })
  }

/** Opens an event store in a schema of a database; the views may live in the same one. */
export const postgresEventStore = (
  options: PostgresOptions & Listening,
): TaskEither<OpenFailure, PostgresEventStore> => openLog(options, (_, store) => store)
