import { Stored, type Event, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { nothingRead, standsAt, type Loaded } from './loaded.ts'
import { sha256 } from '../sha256.ts'
import type { ReadFailure, Unreadable } from './unreadable.ts'

/** Streams to read, and whether every proof in them is checked on the way. */
export interface Streams extends Pick<Port.EventStore, 'readStream'> {
  readonly checkProofs?: boolean
}

/** Where a stream is read on. */
type Place = Omit<Loaded, 'cohort'>

/** A record with the event that it holds. */
export interface Read {
  readonly record: Stored.StoredRecord
  readonly event: Event.CohortEvent
}

/** What a stream holds after a place, as far as it can be read. */
export interface ReadRecords {
  readonly read: ReadonlyArray<Read>
  /** Why there is no more, although there is. */
  readonly stopped: Unreadable | undefined
  /** How far the stream is proved then, as `Loaded` has it. */
  readonly proved: Stored.Proved | undefined
}

type Failure = Exclude<ReadFailure, Unreadable>

/** Records that are read at a time. */
export const pageSize = 2000
const proveOn = Stored.proveOn(sha256)

/** How far a record that was read and not checked proves its stream. */
const told = ({ meta: { proof } }: Stored.StoredRecord): Stored.Proved | undefined =>
  proof === undefined ? undefined : { proof, isWritten: true }

/** Records as events, one right after the other from a place, up to what is none. */
export const readOn = (
  { checkProofs = false }: Streams,
  stream: string,
  place: Pick<Place, 'revision' | 'proved'>,
  records: ReadonlyArray<Stored.StoredRecord>,
): ReadRecords => {
  const read: Array<Read> = []
  let { proved } = place
  for (const record of records) {
    const revision = place.revision + read.length + 1
    const stop = (because: Unreadable['because']): ReadRecords => ({
      read,
      stopped: { _tag: 'Unreadable', stream, revision, because },
      proved,
    })
    if (record.revision !== revision) return stop({ _tag: 'Missing' })
    const next = checkProofs && proved ? proveOn(proved, record) : told(record)
    if (checkProofs && next === undefined) return stop({ _tag: 'Altered' })
    const event = Stored.decodeEvent(record)
    if (E.isLeft(event)) return stop(event.left)
    proved = next
    read.push({ record, event: event.right })
  }
  return { read, stopped: undefined, proved }
}

/**
 * Reads a stream on from a place. The record that stands there is read once more, for the store's answer counts and not
 * what is remembered: another one there is of another log, as after a restore.
 */
export const readAfter =
  (
    store: Streams,
    stream: string,
    place: Place,
  ): TaskEither<Failure, ReadRecords | 'another log'> =>
  async () => {
    const all: Array<Read> = []
    let known = Math.min(1, place.revision)
    let { proved } = place
    for (let more = true; more;) {
      const revision = place.revision + all.length
      const page = await store.readStream(stream, { after: revision - known, limit: pageSize })()
      if (E.isLeft(page)) return page
      const { records, damaged } = page.right
      // Of what is damaged nobody can say that it is another.
      const isDamaged = damaged?.revision === revision
      if (known === 1 && !isDamaged && !standsAt(place, records[0])) return E.right('another log')
      const next = readOn(store, stream, { revision, proved }, records.slice(known))
      known = 0
      proved = next.proved
      for (const one of next.read) all.push(one)
      if (next.stopped !== undefined) return E.right({ ...next, read: all })
      const stopped = (at: number, because: Unreadable['because']): E.Either<never, ReadRecords> =>
        E.right({
          read: all,
          stopped: { _tag: 'Unreadable', stream, revision: at, because },
          proved,
        })
      if (damaged !== undefined) return stopped(damaged.revision, { _tag: 'Damage' })
      if (page.right.more && records.length === 0) return stopped(revision + 1, { _tag: 'Missing' })
      more = page.right.more
    }
    return E.right({ read: all, stopped: undefined, proved })
  }

/** Reads a stream from its beginning. */
export const readRecords =
  (store: Streams, stream: string): TaskEither<Failure, ReadRecords> =>
  async () => {
    const answer = await readAfter(store, stream, nothingRead)()
    if (E.isLeft(answer)) return answer
    // Before the first record there is none that could be another.
    const nothing = { read: [], stopped: undefined, proved: undefined }
    return E.right(answer.right === 'another log' ? nothing : answer.right)
  }
