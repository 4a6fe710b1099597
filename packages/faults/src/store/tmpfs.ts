import { execFile } from 'node:child_process'
import { chmod, open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Scope } from '../scope.ts'
import { newFolder } from './folder.ts'

const run = promisify(execFile)

/** A disk in memory that can be filled. */
export interface SmallDisk {
  readonly folder: string
  /** Takes all of its room, and gives it back. */
  readonly fill: () => Promise<void>
  readonly free: () => Promise<void>
}

const isFull = (thrown: unknown): boolean =>
  (thrown as NodeJS.ErrnoException | undefined)?.code === 'ENOSPC'

/** Writes until there is no room for one byte more. */
const fill = async (ballast: string, folder: string): Promise<void> => {
  const file = await open(ballast, 'w')
  try {
    for (let bytes = 2 ** 20; bytes >= 1;) {
      try {
        await file.write(Buffer.alloc(bytes, 1))
      } catch (thrown) {
        if (!isFull(thrown)) throw thrown
        bytes = Math.floor(bytes / 16)
      }
    }
  } finally {
    await file.close()
  }
  const { bavail } = await statfs(folder)
  if (bavail > 0) throw new Error('the disk is not full')
}

/** Mounts a disk of so many megabytes in memory; or why it cannot be. */
export const smallDisk = async (scope: Scope, megabytes: number): Promise<SmallDisk | string> => {
  if (process.platform !== 'linux') return 'needs the tmpfs of Linux'
  if (process.getuid?.() !== 0) return 'needs root, to mount a disk of its own'
  const folder = await newFolder(scope)
  await chmod(folder, 0o755)
  const options = ['-o', `size=${String(megabytes)}m,mode=755`]
  const isMounted = await scope.acquire(
    () =>
      run('mount', ['-t', 'tmpfs', ...options, 'tmpfs', folder]).then(
        () => true,
        () => false,
      ),
    (was) => (was ? run('umount', ['--lazy', folder]) : undefined),
  )
  if (!isMounted) return 'needs the right to mount a disk of its own'
  const ballast = join(folder, 'ballast')
  return { folder, fill: () => fill(ballast, folder), free: () => rm(ballast, { force: true }) }
}
