import { Stored, type Event, type Port, type Values } from '@reverse-mentoring/core'
import type { Unreadable } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** The events of a cohort after a revision, in the order of its stream. */
export const eventsAfter =
  (
    store: Port.EventStore,
    cohort: Values.CohortId,
    after: Stored.Revision,
  ): TaskEither<Port.Misused | Port.Unavailable | Unreadable, ReadonlyArray<Event.CohortEvent>> =>
  async () => {
    const stream = Stored.cohortStream(cohort)
    const unreadable = (revision: Stored.Revision, because: Unreadable['because']) =>
      E.left({ _tag: 'Unreadable', stream, revision, because } as const)
    const events: Array<Event.CohortEvent> = []
    for (let more = true; more;) {
      const page = await store.readStream(stream, { after: after + events.length, limit: 2000 })()
      if (E.isLeft(page)) return page
      for (const record of page.right.records) {
        const revision = after + events.length + 1
        if (record.revision !== revision) return unreadable(revision, { _tag: 'Missing' })
        const event = Stored.decodeEvent(record)
        if (E.isLeft(event)) return unreadable(revision, event.left)
        events.push(event.right)
      }
      const { damaged } = page.right
      if (damaged !== undefined) return unreadable(damaged.revision, { _tag: 'Damage' })
      more = page.right.more
    }
    return E.right(events)
  }
