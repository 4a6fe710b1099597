import {
  postgresDirectory,
  postgresEventStore,
  postgresViewStore,
  type Closable,
  type PostgresOptions,
} from '@reverse-mentoring/storage-postgres'
import type { OpenIn } from '@reverse-mentoring/testing'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { schemaIn } from '../schema-in.ts'

/** The server that the address of this module names. */
const url = new URL(import.meta.url).searchParams.get('url') ?? ''

const inFolder =
  <Adapter extends Closable>(
    end: string,
    open: (options: PostgresOptions) => TE.TaskEither<unknown, Adapter>,
  ): OpenIn<Adapter> =>
  (folder) =>
    pipe(
      open({ url, schema: schemaIn(folder, end) }),
      TE.map((adapter) => ({ adapter, close: TE.mapLeft(JSON.stringify)(adapter.close) })),
    )

export const openEventStore = inFolder('log', postgresEventStore)
export const openViewStore = inFolder('log', postgresViewStore)
export const openDirectory = inFolder('directory', postgresDirectory)
