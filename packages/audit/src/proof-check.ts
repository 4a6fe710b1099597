import { Stored } from '@reverse-mentoring/core'

/** A page of the log or of a stream, as a store answers it. */
export interface CheckedPage {
  readonly records: Iterable<Stored.StoredRecord>
  /** What stands right after these records and cannot be read, where there is such a place. */
  readonly damaged?: Pick<Stored.StoredRecord, 'stream' | 'revision'>
}

/** Checks the proofs of records as they are read, those of each stream in their order. */
export interface ProofCheck {
  readonly take: (page: CheckedPage) => void
  /** What does not hold so far, one place for each thing that was changed; nothing where all does. */
  readonly unproved: () => ReadonlyArray<Stored.Unproved>
  /** The heads of what was taken, to be kept for the next check; none of a stream whose end is not proved. */
  readonly heads: () => Stored.Heads
}

/**
 * Begins a check of streams from their first records on. Against heads that were kept, such as those of a copy, it shows
 * what a chain of proofs alone cannot: a tail that was cut off, and a history that was written anew. O(1) for each record,
 * and for each stream in memory.
 */
export const proofCheck = (sha256: Stored.Sha256, kept: Stored.Heads = new Map()): ProofCheck => {
  const walks = new Map<string, Stored.Walked>()
  const found: Array<Stored.Unproved> = []
  const walkOn = Stored.walkOn(sha256)

  const walkedIn = (stream: string): Stored.Walked => walks.get(stream) ?? Stored.nothingWalked
  const step = (stream: string, { walked, unproved }: Stored.Step): void => {
    walks.set(stream, walked)
    found.push(...unproved)
  }

  return {
    take: ({ records, damaged }) => {
      for (const record of records) {
        const { stream } = record
        step(stream, walkOn(walkedIn(stream), record, kept.get(stream)))
      }
      if (damaged === undefined) return
      const { stream } = damaged
      step(stream, Stored.walkPast(walkedIn(stream), damaged))
    },
    unproved: () => [
      ...found,
      ...[...kept].flatMap(([stream, head]) => Stored.cutOff(stream, walkedIn(stream), head)),
    ],
    heads: () =>
      new Map(
        [...walks].flatMap(([stream, { revision, proof, isLost }]) =>
          proof === undefined || isLost ? [] : [[stream, { revision, proof }] as const],
        ),
      ),
  }
}
