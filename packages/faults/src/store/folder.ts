import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Scope } from '../scope.ts'

/** A new folder, gone with the scope. */
export const newFolder = ({ acquire }: Scope): Promise<string> =>
  acquire(
    () => mkdtemp(join(tmpdir(), 'faults-')),
    (folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  )

/** The address of a folder. */
export const addressOf = (folder: string): string => pathToFileURL(`${folder}/`).href
