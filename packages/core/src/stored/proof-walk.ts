import {
  nothingProved,
  proofOf,
  proveOn,
  type Provable,
  type Proved,
  type Sha256,
} from './proof.ts'
import type { Revision, StoredRecord } from './record.ts'

/** The last record of a stream that was proved: with it, all before it. Keep it apart from the store. */
export interface Head {
  readonly revision: Revision
  readonly proof: string
}

/** Heads by the names of their streams. */
export type Heads = ReadonlyMap<string, Head>

/** A place at which a stream does not hold what was written. */
export interface Unproved {
  readonly stream: string
  readonly revision: Revision
  /**
   * `altered`: the record, or one before it, is another one than was written. `missing`: no record stands there, though
   * one did, or does later. `unwritten`: it has no proof, though an earlier one has. `damaged`: it cannot be read.
   */
  readonly why: 'altered' | 'missing' | 'unwritten' | 'damaged'
}

/** How far a stream was walked. */
export interface Walked extends Proved {
  readonly revision: Revision
  /** The chain broke off, and no proof was written since: what stood before cannot be proved. */
  readonly isLost: boolean
}

export const nothingWalked: Walked = { ...nothingProved, revision: 0, isLost: false }

/** Where a step leads, and what does not hold there. */
export interface Step {
  readonly walked: Walked
  readonly unproved: ReadonlyArray<Unproved>
}

type Place = Pick<StoredRecord, 'stream' | 'revision'>

const gapBefore = ({ revision: last }: Walked, { stream, revision }: Place) =>
  revision === last + 1 ? [] : [{ stream, revision: last + 1, why: 'missing' as const }]

/**
 * One record further. What follows one that does not hold is held against what is written there, so that each change is
 * told once; against a head that was kept, also what the chain alone cannot tell. O(record).
 */
export const walkOn =
  (sha256: Sha256) =>
  (before: Walked, record: Provable, kept?: Head): Step => {
    const { stream, revision, meta } = record
    const told = gapBefore(before, record)
    const isWritten = meta.proof !== undefined
    const isLost = before.isLost || told.length > 0
    const proved = isLost ? undefined : proveOn(sha256)(before, record)
    const proof = meta.proof ?? proved?.proof ?? proofOf(sha256)(before, record)
    const walked = {
      ...{ revision, proof, isWritten: before.isWritten || isWritten },
      isLost: isLost && !isWritten,
    }
    const unproved = (why: Unproved['why']): Step => ({
      walked,
      unproved: [...told, { stream, revision, why }],
    })
    if (told.length === 0 && !isWritten && before.isWritten) return unproved('unwritten')
    if (!isLost && proved === undefined) return unproved('altered')
    const isOther = kept?.revision === revision && kept.proof !== proof
    return isOther && told.length === 0 && !walked.isLost
      ? unproved('altered')
      : { walked, unproved: told }
  }

/** Past what cannot be read: the next written proof is taken for true. */
export const walkPast = (before: Walked, place: Place): Step => {
  const { stream, revision } = place
  const { isWritten } = before
  return {
    walked: { isWritten, revision, isLost: true },
    unproved: [...gapBefore(before, place), { stream, revision, why: 'damaged' }],
  }
}

/** Where a stream breaks off before its head that was kept. */
export const cutOff = (
  stream: string,
  { revision: end }: Walked,
  { revision }: Head,
): ReadonlyArray<Unproved> =>
  end < revision ? [{ stream, revision: end + 1, why: 'missing' }] : []
