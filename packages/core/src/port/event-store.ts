import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { isObject } from '../values/is-object.ts'
import type { Checkpoint, NewRecord, Revision, StoredRecord } from '../stored/record.ts'
import { misused, type Conflict, type Misused, type TooLarge, type Unavailable } from './failure.ts'

/** Receipt of an append: the stream's revision after it. */
export interface Appended {
  readonly revision: Revision
}

/** The place of what was stored once and can no longer be read as a record, such as JSON with a damaged byte. */
export type Damaged = Pick<StoredRecord, 'stream' | 'revision' | 'checkpoint'>

/**
 * Records of one stream in order; `more` says whether there are later ones, behind what is damaged too. A page is exactly
 * full unless it is the last, or ends before what is damaged.
 */
export interface StreamPage {
  readonly records: ReadonlyArray<StoredRecord>
  readonly more: boolean
  /** What stands right after these records and cannot be read. The stream goes on behind its revision. */
  readonly damaged?: Damaged
}

/**
 * Records of all streams in commit order; `next` is where to go on, also after an empty page. A page is exactly full
 * unless it is the last, or ends before what is damaged.
 */
export interface LogPage {
  readonly records: ReadonlyArray<StoredRecord>
  readonly next: Checkpoint
  readonly more: boolean
  /** What stands right after these records and cannot be read; `next` leads past it. */
  readonly damaged?: Damaged
}

/**
 * Where events are kept. Its laws are `eventStoreLaws` in `@reverse-mentoring/testing`.
 *
 * Every answer is a value; a defect of the adapter is `Unavailable` too.
 */
export interface EventStore {
  /**
   * All of the records or none, right after `expected`. A batch whose ids already stand right after `expected`
   * gets its first receipt again, so an append whose answer was lost is simply sent again. Where the id of the record
   * at `expected` is named, another one there is a `Conflict` too: the log was put back from a copy, and grew on.
   */
  readonly append: (
    stream: string,
    expected: Revision,
    records: ReadonlyNonEmptyArray<NewRecord>,
    after?: NewRecord['id'],
  ) => TaskEither<Conflict | TooLarge | Misused | Unavailable, Appended>
  /** Up to `limit` records after a revision; a stream that does not exist is empty. */
  readonly readStream: (
    stream: string,
    page: { readonly after: Revision; readonly limit: number },
  ) => TaskEither<Misused | Unavailable, StreamPage>
  /**
   * Up to `limit` records of all streams after a checkpoint (absent: from the first), in commit order and gap-free:
   * never passes a record that can still appear.
   */
  readonly readLog: (page: {
    readonly after?: Checkpoint
    readonly limit: number
  }) => TaskEither<Misused | Unavailable, LogPage>
  /** Where the log ends now: who reads on from there sees what is appended later, and nothing else. */
  readonly head: TaskEither<Misused | Unavailable, Checkpoint>
  /**
   * Calls back after appends of this process; a hint only, polling is the truth. A listener that throws hurts nobody.
   * Returns how to stop it.
   */
  readonly onAppend?: (wake: () => void) => () => void
}

/** Why no store takes this append, if it does not: no record, an id twice, an expected revision that is no count. */
export const appendFault = (
  expected: Revision,
  records: ReadonlyArray<NewRecord>,
): Misused | undefined => {
  if (!Number.isSafeInteger(expected) || expected < 0)
    return misused('an expected revision is a whole number from 0')
  if (records.length === 0) return misused('an append needs at least one record')
  const ids = new Set(records.map((record) => record.id))
  return ids.size < records.length ? misused('an id stands twice in one batch') : undefined
}

/** Whether the batch was stored before: `standing` are the ids right after its expected revision, in order. */
export const isRepeat = (
  records: ReadonlyArray<Pick<NewRecord, 'id'>>,
  standing: ReadonlyArray<string>,
): boolean => records.every((record, index) => record.id === standing[index])

/** Whether what a store has read is the envelope of a record; what is not is `Damaged`. */
export const isRecord = (value: unknown): value is NewRecord =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['type'] === 'string' &&
  Number.isSafeInteger(value['schema']) &&
  isObject(value['data']) &&
  isObject(value['meta'])
