import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Linux keeps files in memory. */
const inMemory = '/dev/shm'
/** Bytes free there from which on the tests have room. */
const room = 2 ** 31

/** In short the tests lie in memory, where that has room: a third of their time would be spent waiting for the disk. */
const place = async () => {
  if (process.env.FULL === '1') return tmpdir()
  const { bavail, bsize } = await statfs(inMemory).catch(() => ({ bavail: 0, bsize: 0 }))
  return bavail * bsize >= room ? inMemory : tmpdir()
}

/**
 * Around all tests: whatever they, and the programs and processes that they start, put into the folder for what is temporary
 * lies in one of this run's own, which is gone afterwards, however they went.
 */
export const setupIn = async (outer) => {
  const folder = await mkdtemp(join(outer, 'reverse-mentoring-tests-'))
  // As the folder around it: tests also run processes under another account.
  await chmod(folder, 0o755)
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => rm(folder, { recursive: true, force: true, maxRetries: 3 })
}

export const setup = async () => setupIn(await place())
