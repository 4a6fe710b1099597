import { Stored, type Event, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { ReadFailure, Unreadable } from './unreadable.ts'

/** A record with the event that it holds. */
export interface Read {
  readonly record: Stored.StoredRecord
  readonly event: Event.CohortEvent
}

/** What a stream holds after a revision, as far as it can be read. */
export interface ReadRecords {
  readonly read: ReadonlyArray<Read>
  /** Why there is no more, although there is. */
  readonly stopped: Unreadable | undefined
}

const pageSize = 2000

/** Records as events, one right after the other from a revision, up to what is none. */
export const readOn = (
  stream: string,
  after: Stored.Revision,
  records: ReadonlyArray<Stored.StoredRecord>,
): ReadRecords => {
  const read: Array<Read> = []
  for (const record of records) {
    const revision = after + read.length + 1
    if (record.revision !== revision) {
      return {
        read,
        stopped: { _tag: 'Unreadable', stream, revision, because: { _tag: 'Missing' } },
      }
    }
    const event = Stored.decodeEvent(record)
    if (E.isLeft(event)) {
      return { read, stopped: { _tag: 'Unreadable', stream, revision, because: event.left } }
    }
    read.push({ record, event: event.right })
  }
  return { read, stopped: undefined }
}

/** Reads a stream after a revision, to its end or to what cannot be read. */
export const readRecords =
  (
    store: Pick<Port.EventStore, 'readStream'>,
    stream: string,
    after: Stored.Revision,
  ): TaskEither<Exclude<ReadFailure, Unreadable>, ReadRecords> =>
  async () => {
    const all: Array<Read> = []
    for (let more = true; more;) {
      const from = after + all.length
      const page = await store.readStream(stream, { after: from, limit: pageSize })()
      if (E.isLeft(page)) return page
      const { records, damaged } = page.right
      const { read, stopped } = readOn(stream, from, records)
      for (const one of read) all.push(one)
      if (stopped !== undefined) return E.right({ read: all, stopped })
      if (damaged !== undefined) {
        const { revision } = damaged
        const because = { _tag: 'Damage' } as const
        return E.right({ read: all, stopped: { _tag: 'Unreadable', stream, revision, because } })
      }
      if (page.right.more && records.length === 0) {
        const because = { _tag: 'Missing' } as const
        const missing: Unreadable = { _tag: 'Unreadable', stream, revision: from + 1, because }
        return E.right({ read: all, stopped: missing })
      }
      more = page.right.more
    }
    return E.right({ read: all, stopped: undefined })
  }
