import { Stored } from '@reverse-mentoring/core'

/** The last record of a stream that was proved: with it, all before it. Keep it apart from the store. */
export interface Head {
  readonly revision: Stored.Revision
  readonly proof: string
}

/** Heads by the names of their streams. */
export type Heads = ReadonlyMap<string, Head>

/** A place at which a stream does not hold what was written. */
export interface Unproved {
  readonly stream: string
  readonly revision: Stored.Revision
  /**
   * `altered`: the record, or one before it, is another one than was written. `missing`: no record stands there, though
   * one did, or does later. `unwritten`: it has no proof, though an earlier one has.
   */
  readonly why: 'altered' | 'missing' | 'unwritten'
}

/** Checks the proofs of records as they are read, those of each stream in their order. */
export interface ProofCheck {
  readonly take: (records: Iterable<Stored.StoredRecord>) => void
  /** What does not hold so far, one place for each thing that was changed; nothing where all does. */
  readonly unproved: () => ReadonlyArray<Unproved>
  /** The heads of what was taken, to be kept for the next check. */
  readonly heads: () => Heads
}

interface Stand extends Stored.Proved {
  readonly revision: Stored.Revision
}

const nothing: Stand = { ...Stored.nothingProved, revision: 0 }

/**
 * Begins a check of streams from their first records on. Against heads that were kept, such as those of a copy, it shows
 * what a chain of proofs alone cannot: a tail that was cut off, and a history that was written anew. O(1) for each record,
 * and for each stream in memory.
 */
export const proofCheck = (sha256: Stored.Sha256, kept: Heads = new Map()): ProofCheck => {
  const stands = new Map<string, Stand>()
  const found: Array<Unproved> = []
  const [prove, pass] = [Stored.proveOn(sha256), Stored.provedOn(sha256)]

  const take = (record: Stored.StoredRecord): void => {
    const { stream, revision } = record
    const before = stands.get(stream) ?? nothing
    const tell = (why: Unproved['why']): void => void found.push({ stream, revision, why })
    const isNext = revision === before.revision + 1
    const proved = isNext ? prove(before, record) : undefined
    if (!isNext) found.push({ stream, revision: before.revision + 1, why: 'missing' })
    else if (proved === undefined) tell(record.meta.proof === undefined ? 'unwritten' : 'altered')
    // What follows is held against what is written here, so that each change is told once.
    const stand = { ...(proved ?? pass(before, record)), revision }
    const head = kept.get(stream)
    const isOther = head?.revision === revision && head.proof !== stand.proof
    if (proved !== undefined && isOther) tell('altered')
    stands.set(stream, stand)
  }

  const cut = (): ReadonlyArray<Unproved> =>
    [...kept].flatMap(([stream, { revision }]) => {
      const end = stands.get(stream)?.revision ?? 0
      return end < revision ? [{ stream, revision: end + 1, why: 'missing' as const }] : []
    })

  return {
    take: (records) => {
      for (const record of records) take(record)
    },
    unproved: () => [...found, ...cut()],
    heads: () =>
      new Map(
        [...stands].flatMap(([stream, { revision, proof }]) =>
          proof === undefined ? [] : [[stream, { revision, proof }] as const],
        ),
      ),
  }
}
