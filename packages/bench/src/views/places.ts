import type { Port } from '@reverse-mentoring/core'
import { promise } from '@reverse-mentoring/runtime'
import { openPostgres } from '@reverse-mentoring/storage-postgres'
import { openSqlite } from '@reverse-mentoring/storage-sqlite'

/** Where a log with its views is, and a directory: two files, or two schemas of a server. */
export interface Places {
  readonly url?: string
  readonly log: string
  readonly directory: string
}

interface Ports {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  readonly directory: Port.Directory
  readonly close: () => Promise<unknown>
}

/** Opens the ports there. */
export const openPlaces = async ({ url, log, directory }: Places): Promise<Ports> => {
  const ports =
    url === undefined
      ? await promise(openSqlite({ log, directory }))
      : await promise(
          openPostgres({ log: { url, schema: log }, directory: { url, schema: directory } }),
        )
  const { store, viewStore } = ports
  return { store, viewStore, directory: ports.directory, close: () => promise(ports.close) }
}
