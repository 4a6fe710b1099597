import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Rows that are measured in a folder of their own, which is gone afterwards. */
export async function* inFolder<A>(
  rows: (folder: string) => AsyncIterable<A>,
  base: string = tmpdir(),
): AsyncGenerator<A> {
  const folder = await mkdtemp(join(base, 'bench-'))
  try {
    yield* rows(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
