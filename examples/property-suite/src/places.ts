import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Port } from '@reverse-mentoring/core'
import type { NewPlace } from '@reverse-mentoring/testing'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { openJsonLines } from './json-lines-store.ts'

/** A new file for each law, which can be opened several times: this is all that the laws need to know of a store. */
export const filesFor =
  (open: typeof openJsonLines): NewPlace<Port.EventStore> =>
  async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'json-lines-')), 'log.jsonl')
    return TE.right(
      TE.tryCatch(async () => {
        const { close, ...adapter } = await open(file)
        return { adapter, close }
      }, String),
    )()
  }
