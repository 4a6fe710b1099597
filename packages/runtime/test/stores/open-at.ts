import { KurrentDBClient } from '@kurrent/kurrentdb-client'
import type { Port } from '@reverse-mentoring/core'
import { promise } from '@reverse-mentoring/runtime'
import { kurrentEventStore } from '@reverse-mentoring/storage-kurrentdb'
import { openPostgres } from '@reverse-mentoring/storage-postgres'
import { openSqlite } from '@reverse-mentoring/storage-sqlite'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { fileURLToPath } from 'node:url'

/** The two schemas of an address such as `postgres://host/database#acme`. */
export const schemasAt = (address: string) => {
  const name = new URL(address).hash.slice(1)
  return { log: `${name}_log`, directory: `${name}_people` }
}

/** Ports that are open together. */
interface Ports {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  readonly outbox: Port.Outbox
  readonly directory: Port.Directory
  readonly close: TaskEither<Port.Misused | Port.Unavailable, void>
}

const openFiles = (folder: string): Promise<Ports> => {
  const file = (name: string): string => fileURLToPath(new URL(name, folder))
  return promise(openSqlite({ log: file('log.sqlite'), directory: file('directory.sqlite') }))
}

/** The events on the server, all else in files. */
const openPair = async (address: string): Promise<Ports> => {
  const folder = new URL(address).hash.slice(1)
  const url = address.replace(/#.*$/, '')
  const store = await promise(
    kurrentEventStore({ client: () => KurrentDBClient.connectionString(url), prefix: 'test-' }),
  )
  const files = await openFiles(folder)
  return { ...files, store, close: TE.flatMap(() => files.close)(store.close) }
}

/**
 * The ports that an address names: a folder (`file:///…/`), a PostgreSQL with the beginning of two schemas, or a KurrentDB with
 * a folder for what it does not keep.
 */
export const openAt = (address: string): Promise<Ports> => {
  if (address.startsWith('file:')) return openFiles(address)
  if (address.startsWith('kurrentdb:')) return openPair(address)
  const { log, directory } = schemasAt(address)
  const url = address.replace(/#.*$/, '')
  return promise(
    openPostgres({
      log: { url, schema: log, listen: url },
      directory: { url, schema: directory },
    }),
  )
}
