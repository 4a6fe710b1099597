import { open, readdir, rm, truncate } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** How a journal is torn. */
export type Tear = 'cut' | 'zeroed' | 'flipped'

export const tears: ReadonlyArray<Tear> = ['cut', 'zeroed', 'flipped']

/** A page of a journal. */
const page = 4096

/** Tears a file at a place: it ends there, a page there was never written, or one bit there is another. */
export const tear = async (file: string, at: number, how: Tear): Promise<void> => {
  if (how === 'cut') {
    await truncate(file, at)
    return
  }
  const handle = await open(file, 'r+')
  try {
    const { size } = await handle.stat()
    const bytes = Buffer.alloc(how === 'zeroed' ? Math.min(page, size - at) : 1)
    if (how === 'flipped') {
      await handle.read(bytes, 0, 1, at)
      bytes[0] = (bytes[0] ?? 0) ^ 1
    }
    await handle.write(bytes, 0, bytes.length, at)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Takes away the files of a journal that come after one, by their names. */
export const takeLater = async (file: string): Promise<void> => {
  const folder = dirname(file)
  for (const name of await readdir(folder))
    if (/^[0-9A-F]{24}$/.test(name) && join(folder, name) > file) await rm(join(folder, name))
}

/** Overwrites a file with nothing from a place on, and leaves it as long as it was. */
export const zeroFrom = async (file: string, at: number): Promise<void> => {
  const handle = await open(file, 'r+')
  try {
    const { size } = await handle.stat()
    await handle.write(Buffer.alloc(Math.max(0, size - at)), 0, undefined, at)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
