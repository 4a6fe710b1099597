import { Stored, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Proved } from './decide-batch.ts'
import type { Loaded } from './loaded.ts'
import { pageSize, type Streams } from './read-records.ts'
import { sha256 } from './sha256.ts'

const provedOn = Stored.provedOn(sha256)

/**
 * What was loaded, with its proof. Where its last record is older than proofs, that is computed over all records: once for
 * a stream, since what is appended then writes its own.
 */
export const proveAll =
  (store: Streams, stream: string) =>
  async (loaded: Loaded): Promise<E.Either<Port.Misused | Port.Unavailable, Proved>> => {
    if (loaded.proved !== undefined) return E.right({ ...loaded, proved: loaded.proved })
    let proved = Stored.nothingProved
    for (let after = 0; after < loaded.revision;) {
      const limit = Math.min(pageSize, loaded.revision - after)
      const page = await store.readStream(stream, { after, limit })()
      if (E.isLeft(page)) return page
      const { records } = page.right
      if (records.length === 0) break
      proved = records.reduce(provedOn, proved)
      after += records.length
    }
    return E.right({ ...loaded, proved })
  }
