import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Why there can be no file at a path, if there cannot. */
export const misplacedAt = (file: string): string | undefined => {
  const folder = dirname(file)
  if (!existsSync(folder)) return `the folder ${folder} is not there: make it first`
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory() === true
  return isFolder ? `${file} is a folder: give a file in it` : undefined
}
