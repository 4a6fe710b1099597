import type { Port } from '@reverse-mentoring/core'
import {
  memoryDirectory,
  memoryEventStore,
  memoryViewStore,
} from '@reverse-mentoring/storage-memory'
import { explainOpenFailure, openSqlite } from '@reverse-mentoring/storage-sqlite'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { join } from 'node:path'

/** Where a run keeps what happens, what is seen of it, and who the people are. */
export interface Ports {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  readonly directory: Port.Directory
  readonly close: TE.TaskEither<Port.Misused | Port.Unavailable, void>
}

/** Ports that leave nothing behind. */
export const memoryPorts = (): Ports => ({
  store: memoryEventStore(),
  viewStore: memoryViewStore(),
  directory: memoryDirectory(),
  close: TE.right(undefined),
})

/** The files of a folder: the history with its views, and the directory apart from it. */
export const filePorts = (folder: string): TE.TaskEither<string, Ports> =>
  TE.mapLeft(explainOpenFailure)(
    openSqlite({
      log: join(folder, 'cohort.sqlite'),
      directory: join(folder, 'directory.sqlite'),
    }),
  )
