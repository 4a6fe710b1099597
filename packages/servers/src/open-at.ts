import type { Port } from '@reverse-mentoring/core'
import { promise } from '@reverse-mentoring/runtime'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { fileURLToPath } from 'node:url'

/** The ports of an engine, to be closed together. */
export interface Ports {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  readonly outbox: Port.Outbox
  readonly directory: Port.Directory
  readonly close: TaskEither<{ readonly _tag: string }, void>
}

/** The two schemas of an address such as `postgres://host/database#acme`. */
export const schemasAt = (address: string) => {
  const name = new URL(address).hash.slice(1)
  return { log: `${name}_log`, directory: `${name}_people` }
}

const withoutHash = (address: string): string => address.replace(/#.*$/, '')

// Each driver is loaded where it is used: a process of one store starts without those of the others.

const openFiles = async (address: string): Promise<Ports> => {
  const { openSqlite } = await import('@reverse-mentoring/storage-sqlite')
  const file = (name: string): string => fileURLToPath(new URL(name, address))
  return promise(openSqlite({ log: file('log.sqlite'), directory: file('directory.sqlite') }))
}

const openSchemas = async (address: string, deadline?: number): Promise<Ports> => {
  const { openPostgres } = await import('@reverse-mentoring/storage-postgres')
  const { log, directory } = schemasAt(address)
  const url = withoutHash(address)
  return promise(
    openPostgres({
      log: { url, schema: log, listen: url },
      directory: { url, schema: directory },
      ...(deadline !== undefined && { deadline }),
    }),
  )
}

const openNode = async (address: string, deadline?: number): Promise<Ports> => {
  const { KurrentDBClient } = await import('@kurrent/kurrentdb-client')
  const { kurrentEventStore } = await import('@reverse-mentoring/storage-kurrentdb')
  const beside = new URLSearchParams(new URL(address).hash.slice(1))
  const store = await promise(
    kurrentEventStore({
      client: () => KurrentDBClient.connectionString(withoutHash(address)),
      prefix: `${beside.get('prefix') ?? ''}-`,
      ...(deadline !== undefined && { deadline }),
    }),
  )
  const files = await openFiles(beside.get('files') ?? '').catch(async (failure: unknown) => {
    await store.close()
    throw failure
  })
  return { ...files, store, close: TE.flatMap(() => files.close)(store.close) }
}

/**
 * The ports that an address names: a folder (`file:///…/`), a server with the beginning of two schemas (`postgres://…#acme`),
 * or a node with a prefix and a folder for views and directory (`kurrentdb://…#prefix=acme&files=file:///…/`). The answers of
 * a server may take so many milliseconds.
 */
export const openAt = (address: string, deadline?: number): Promise<Ports> => {
  if (address.startsWith('file:')) return openFiles(address)
  return address.startsWith('postgres')
    ? openSchemas(address, deadline)
    : openNode(address, deadline)
}
