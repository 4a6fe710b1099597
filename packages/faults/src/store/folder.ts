import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Scope } from '../scope.ts'

/** A new folder, gone with the scope. */
export const newFolder = async ({ defer }: Scope): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'))
  defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** The address of a folder. */
export const addressOf = (folder: string): string => pathToFileURL(`${folder}/`).href
