import {
  sqliteDirectory,
  sqliteEventStore,
  sqliteViewStore,
  type Closable,
} from '@reverse-mentoring/storage-sqlite'
import type { DiskModule, OpenIn } from '@reverse-mentoring/testing'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { join } from 'node:path'

/** How the log is kept, where the address of this module says so. */
const synchronous = new URL(import.meta.url).search === '?NORMAL' ? 'NORMAL' : 'FULL'

const inFolder =
  <Adapter extends Closable>(
    name: string,
    open: (file: string) => TE.TaskEither<unknown, Adapter>,
  ): OpenIn<Adapter> =>
  (folder) =>
    pipe(
      open(join(folder, name)),
      TE.map((adapter) => ({ adapter, close: TE.mapLeft(JSON.stringify)(adapter.close) })),
    )

export const openEventStore: NonNullable<DiskModule['openEventStore']> = inFolder(
  'log.sqlite',
  (file) => sqliteEventStore({ file, synchronous }),
)
export const openViewStore: NonNullable<DiskModule['openViewStore']> = inFolder(
  'log.sqlite',
  (file) => sqliteViewStore({ file }),
)
export const openDirectory: NonNullable<DiskModule['openDirectory']> = inFolder(
  'directory.sqlite',
  (file) => sqliteDirectory({ file }),
)
