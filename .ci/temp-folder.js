import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Around all tests: whatever they, and the programs and processes that they start, put into the folder for what is temporary
 * lies in one of this run's own, which is gone afterwards, however they went.
 */
export const setup = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reverse-mentoring-tests-'))
  // As the folder around it: tests also run processes under another account.
  await chmod(folder, 0o755)
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => rm(folder, { recursive: true, force: true, maxRetries: 3 })
}
