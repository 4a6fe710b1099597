import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** What a file and its journals are called. */
export const ends = ['', '-wal', '-shm', '-journal']

/** A path as it is on the disk, whichever way it leads there. */
const placeOf = (file: string): string =>
  existsSync(file) ? realpathSync(file) : join(realpathSync(dirname(resolve(file))), basename(file))

/** Whether two paths are of one file, or one is a journal of the other. */
export const belongTogether = (one: string, other: string): boolean => {
  const [here, there] = [placeOf(one), placeOf(other)]
  return ends.some((end) => `${here}${end}` === there || `${there}${end}` === here)
}
