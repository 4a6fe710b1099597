import type { Port } from '@reverse-mentoring/core'
import {
  memoryDirectory,
  memoryEventStore,
  memoryViewStore,
} from '@reverse-mentoring/storage-memory'
import * as TE from 'fp-ts/lib/TaskEither.js'

/** What a run keeps: what happens, what is seen of it, and who the people are. */
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
