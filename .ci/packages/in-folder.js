import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Does something in a folder of its own that is gone afterwards, whatever becomes of it. */
export const inFolder = async (act) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'packed-')))
  try {
    return await act(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
