import { Stored, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { sha256 } from '../sha256.ts'
import type { NextRecord } from './decide-batch.ts'
import type { Loaded } from './loaded.ts'
import { pageSize } from './read-records.ts'
import type { ReadFailure, Unreadable } from './unreadable.ts'

const provedOn = Stored.provedOn(sha256)
const proofOf = Stored.proofOf(sha256)

/**
 * How far the records of a state are proved. Where the last one is older than proofs that is computed over all of them:
 * once for a stream, since what is appended then writes its own. `undefined`: the stream no longer holds that state.
 */
export const provedTo =
  (store: Pick<Port.EventStore, 'readStream'>, stream: string) =>
  async (loaded: Loaded): Promise<E.Either<ReadFailure, Stored.Proved | undefined>> => {
    if (loaded.proved !== undefined) return E.right(loaded.proved)
    let proved = Stored.nothingProved
    let last: Stored.StoredRecord | undefined
    for (let after = 0; after < loaded.revision; after += pageSize) {
      const limit = Math.min(pageSize, loaded.revision - after)
      const page = await store.readStream(stream, { after, limit })()
      if (E.isLeft(page)) return page
      const { records, damaged } = page.right
      const unreadable = (revision: number, because: Unreadable['because']) =>
        E.left({ _tag: 'Unreadable', stream, revision, because } as const)
      if (damaged !== undefined) return unreadable(damaged.revision, { _tag: 'Damage' })
      const hole = records.findIndex(({ revision }, i) => revision !== after + i + 1)
      const missing = hole < 0 ? records.length : hole
      if (missing < limit) return unreadable(after + missing + 1, { _tag: 'Missing' })
      for (const record of records) proved = provedOn(proved, record)
      last = records.at(-1)
    }
    return E.right(last?.id === loaded.record ? proved : undefined)
  }

/** Records with their proofs, right after so many that are proved so far. */
export const withProofs = (
  stream: string,
  from: Stored.Revision,
  before: Stored.Proved,
  next: ReadonlyArray<NextRecord>,
): { readonly records: ReadonlyArray<Stored.NewRecord>; readonly proved: Stored.Proved } => {
  let proved = before
  const records = next.map((record, i): Stored.NewRecord => {
    const proof = proofOf(proved, { ...record, stream, revision: from + i + 1 })
    proved = { proof, isWritten: true }
    return { ...record, meta: { ...record.meta, proof } }
  })
  return { records, proved }
}
