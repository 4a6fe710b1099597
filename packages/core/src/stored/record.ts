import type { Digest } from '../values/digest.ts'
import type { Uuid } from '../values/id.ts'

/** What a record can hold: JSON with whole numbers only, and absent instead of null. */
export type Json = string | number | boolean | ReadonlyArray<Json> | JsonObject
export interface JsonObject {
  readonly [field: string]: Json
}

/** How many events a stream has: 0 = none, and contiguous from there. */
export type Revision = number

/** A place in the log of all streams: opaque, never compared, only handed back to `readLog`. */
export type Checkpoint = string

/** A record as it is handed to a store. The stores see nothing else of the domain. */
export interface NewRecord {
  /** Version 7, made once per batch: sent again, it is the same record. */
  readonly id: Uuid
  readonly type: string
  /** Version of the shape of `data`, from 1. */
  readonly schema: number
  readonly data: JsonObject
  /** Ids, and the proof that it and all before it are what was written; older records have none. */
  readonly meta: { readonly command: Uuid; readonly cause?: Uuid; readonly proof?: Digest }
}

/** A record as a store gives it back. */
export interface StoredRecord extends NewRecord {
  readonly stream: string
  /** The stream's revision with this record in it: the first record has 1. */
  readonly revision: Revision
  readonly checkpoint: Checkpoint
  /** ISO instant at which the store took it; no rule reads it. */
  readonly recordedAt: string
}
