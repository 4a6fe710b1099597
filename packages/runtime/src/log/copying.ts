import type { Port, Stored, Values } from '@reverse-mentoring/core'
import type { Patience } from '../port/patience.ts'

/** How far a copy has come. */
export interface CopyProgress {
  /** Records are copied first, and then read in the copy. */
  readonly step: 'copied' | 'checked'
  /** Records of this step so far. */
  readonly records: number
  /** Where a copy that ends now goes on: hand it in as `after`. */
  readonly next: Stored.Checkpoint | undefined
}

export interface CopyOptions {
  /** Where an earlier copy had come to; from the first record unless told. */
  readonly after?: Stored.Checkpoint
  readonly onProgress?: (progress: CopyProgress) => void
  /** Ends the copy after the page that is under way. */
  readonly signal?: AbortSignal
  readonly patience?: Patience
  /** Milliseconds that one answer of a store may take; 30 000 unless told. */
  readonly deadline?: number
}

/** What was copied, and seen to stand in the copy. */
export interface Copied {
  readonly records: number
  readonly streams: number
  /** What is appended to the first log later comes after this. */
  readonly next: Stored.Checkpoint | undefined
  /** One digest of what was copied, alike for both logs. */
  readonly digest: Values.Digest
}

/** Why a copy is none. `next` says where it goes on. */
export type CopyFailure = (Port.Unavailable | Port.Misused | Port.TooLarge | NoCopy) & {
  readonly next?: Stored.Checkpoint | undefined
}

/** What stands in the way of a copy, and is no failure of a store. */
export type NoCopy = {
  /** For an operator; holds no stored value but the name of a stream. */
  readonly reason: string
} & (
  | {
      /**
       * `Damaged`: a record of the first log cannot be read, or is not the one that was written there. `Diverged`: the copy
       * holds other records there, so it is a copy of another log, or somebody wrote to it.
       */
      readonly _tag: 'Damaged' | 'Diverged'
      readonly stream: string
      readonly revision: Stored.Revision
    }
  /** What was read in the copy is not what was written to it. */
  | { readonly _tag: 'Unlike'; readonly stream: string }
  | { readonly _tag: 'Cancelled' }
)

type Place = Pick<Stored.StoredRecord, 'stream' | 'revision'>

export const damagedAt = ({ stream, revision }: Place): NoCopy => ({
  ...{ _tag: 'Damaged', stream, revision },
  reason: `record ${String(revision)} of ${stream} cannot be read, or is not the one that was written: restore the log first`,
})

export const divergedAt = ({ stream, revision }: Place): NoCopy => ({
  ...{ _tag: 'Diverged', stream, revision },
  reason: `the copy holds other records from ${String(revision)} on in ${stream}: either it is one of another log, or somebody has written to both; see which of them holds what was acknowledged before you copy that into an empty store`,
})

export const unlikeIn = (stream: string): NoCopy => ({
  ...{ _tag: 'Unlike', stream },
  reason: `what stands in ${stream} of the copy is not what was copied: do not use it`,
})

export const cancelled: NoCopy = {
  _tag: 'Cancelled',
  reason: 'it was stopped: it goes on after `next`',
}
