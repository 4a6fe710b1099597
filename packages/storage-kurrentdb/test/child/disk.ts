import { KurrentDBClient } from '@kurrent/kurrentdb-client'
import { kurrentEventStore, type KurrentEventStore } from '@reverse-mentoring/storage-kurrentdb'
import type { OpenIn } from '@reverse-mentoring/testing'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { basename } from 'node:path'

/** The server that the address of this module names. */
const url = new URL(import.meta.url).searchParams.get('url') ?? ''

/** Each folder stands for a prefix on the server. */
export const openEventStore: OpenIn<KurrentEventStore> = (folder) =>
  TE.map((adapter: KurrentEventStore) => ({ adapter, close: adapter.close }))(
    kurrentEventStore({
      client: () => KurrentDBClient.connectionString(url),
      prefix: `${basename(folder)}-`,
    }),
  )
