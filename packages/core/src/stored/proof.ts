import type { Digest } from '../values/digest.ts'
import { canonicalJson } from './canonical-json.ts'
import type { NewRecord, StoredRecord } from './record.ts'

/** The SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits; handed in, for the core computes none itself. */
export type Sha256 = (text: string) => Digest

/** What a proof is about: a record where it stands. */
export type Provable = NewRecord & Pick<StoredRecord, 'stream' | 'revision'>

/** How far a stream is proved. */
export interface Proved {
  /** The proof of the last record, whether it is written or not; absent before the first one. */
  readonly proof?: Digest
  /** Whether a record before it wrote its proof: from there on all do. */
  readonly isWritten: boolean
}

export const nothingProved: Proved = { isWritten: false }

/**
 * The proof of a record: the SHA-256 of the canonical JSON of all that was handed over and where it stands, and of the
 * proof before it. So one proof stands for a whole stream up to its record, also for older records without their own.
 * Who keeps a proof can show later that nothing before it was changed; it shows damage, and forgery only to who kept it.
 * O(record).
 */
export const proofOf =
  (sha256: Sha256) =>
  ({ proof: before }: Pick<Proved, 'proof'>, record: Provable): Digest => {
    const { stream, revision, id, type, schema, data } = record
    const { proof: _own, ...meta } = record.meta
    const all = { stream, revision, id, type, schema, data, meta }
    return sha256(canonicalJson(before === undefined ? all : { ...all, before }))
  }

/** One record further, its written proof taken for true; computed only where none is written. */
export const provedOn =
  (sha256: Sha256) =>
  (before: Proved, record: Provable): Proved => {
    const { proof } = record.meta
    return proof === undefined
      ? { ...before, proof: proofOf(sha256)(before, record) }
      : { proof, isWritten: true }
  }

/** One record further, if the record and all before it are what was written; else `undefined`. */
export const proveOn =
  (sha256: Sha256) =>
  (before: Proved, record: Provable): Proved | undefined => {
    const proof = proofOf(sha256)(before, record)
    const written = record.meta.proof
    if (written === undefined) return before.isWritten ? undefined : { proof, isWritten: false }
    return written === proof ? { proof, isWritten: true } : undefined
  }
