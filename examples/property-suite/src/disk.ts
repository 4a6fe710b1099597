import { join } from 'node:path'
import type { DiskModule } from '@reverse-mentoring/testing'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { openJsonLines } from './json-lines-store.ts'

/** The file of a store in a folder, which grows with each append. */
export const fileIn = (folder: string): string => join(folder, 'log.jsonl')

/** How the processes of the disk laws open the store. */
export const openEventStore: NonNullable<DiskModule['openEventStore']> = (folder) =>
  TE.tryCatch(async () => {
    const { close, ...adapter } = await openJsonLines(fileIn(folder))
    return { adapter, close }
  }, String)
