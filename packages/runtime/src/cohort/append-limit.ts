import type { Stored } from '@reverse-mentoring/core'

/** The most records of one append: every engine that is planned takes as many in one message or transaction. */
export const mostRecords = 1000

/** The most bytes of one append's records, as JSON. */
export const mostBytes = 900 * 1024

const encoder = new TextEncoder()

/** The bytes of a record beside its payload: its id, the ids of where it comes from, and its proof. */
const envelope = 256

/** The bytes that a record with this payload takes as JSON. */
export const bytesOf = (payload: Stored.Payload): number =>
  encoder.encode(JSON.stringify(payload)).length + envelope
