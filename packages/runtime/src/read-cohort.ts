import { Cohort, Stored, type Event, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** A cohort's state, and how many events led to it. */
export interface Loaded {
  readonly cohort: Cohort.Cohort
  readonly revision: Stored.Revision
}

/** A stored record does not decode. Nothing is decided on half a history. */
export interface Unreadable {
  readonly _tag: 'Unreadable'
  readonly stream: string
  readonly revision: Stored.Revision
  readonly because: Stored.Malformed
}

export type ReadFailure = Port.Unavailable | Unreadable

export const nothingRead: Loaded = { cohort: Cohort.noCohort, revision: 0 }

const pageSize = 2000

/** The event of a record, or where and why it is none. */
export const eventOf = (record: Stored.StoredRecord): E.Either<Unreadable, Event.CohortEvent> => {
  const event = Stored.decodeEvent(record)
  if (E.isRight(event)) return event
  const { stream, revision } = record
  return E.left({ _tag: 'Unreadable', stream, revision, because: event.left })
}

const eventsAfter =
  (
    store: Pick<Port.EventStore, 'readStream'>,
    stream: string,
    after: Stored.Revision,
    upTo: Stored.Revision,
  ): TaskEither<ReadFailure, ReadonlyArray<Event.CohortEvent>> =>
  async () => {
    const events: Array<Event.CohortEvent> = []
    for (let more = after < upTo; more;) {
      const from = after + events.length
      const limit = Math.min(pageSize, upTo - from)
      const page = await store.readStream(stream, { after: from, limit })()
      if (E.isLeft(page)) return page
      for (const record of page.right.records) {
        const event = eventOf(record)
        if (E.isLeft(event)) return event
        events.push(event.right)
      }
      more = page.right.more && after + events.length < upTo
    }
    return E.right(events)
  }

/** What was read, brought up to date with the stream, or up to a revision of it. Cold, O(n). */
export const readCohort =
  (
    store: Pick<Port.EventStore, 'readStream'>,
    stream: string,
    before: Loaded = nothingRead,
    upTo: Stored.Revision = Number.MAX_SAFE_INTEGER,
  ): TaskEither<ReadFailure, Loaded> =>
  async () => {
    const events = await eventsAfter(store, stream, before.revision, upTo)()
    if (E.isLeft(events)) return events
    const revision = before.revision + events.right.length
    const cohort =
      before.revision === 0
        ? Cohort.foldCohort(events.right)
        : Cohort.evolveAll(before.cohort, events.right)
    return E.right({ cohort, revision })
  }
