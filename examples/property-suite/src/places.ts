import { join } from 'node:path'
import type { Port } from '@reverse-mentoring/core'
import { onDisk, type NewPlace } from '@reverse-mentoring/testing'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { openJsonLines } from './json-lines-store.ts'

/** A new folder for each law, in which a store is opened as often as it asks: all that the laws need to know of it. */
export const filesFor = (open: typeof openJsonLines): NewPlace<Port.EventStore> =>
  onDisk((folder) =>
    TE.tryCatch(async () => {
      const { close, ...adapter } = await open(join(folder, 'log.jsonl'))
      return { adapter, close }
    }, String),
  )
