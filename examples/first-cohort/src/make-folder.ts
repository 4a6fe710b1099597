import { lstat, mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

/**
 * Makes a folder and those above it that are not there, each once: where one cannot be made, whoever writes into it says
 * so. Node's own way goes on trying for ever where a file system takes no folder and says that the one above is missing.
 */
export const makeFolder = async (folder: string): Promise<void> => {
  const missing: Array<string> = []
  for (let at = resolve(folder); !(await isThere(at)); at = dirname(at)) missing.push(at)
  for (const one of missing.reverse()) await mkdir(one).catch(() => undefined)
}
