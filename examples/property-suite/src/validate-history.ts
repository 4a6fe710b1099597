import { checkHistory } from '@reverse-mentoring/audit'
import { Stored, type Event, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'

/** An event of a stream, and the revision under which it is stored. */
type Placed = readonly [revision: number, event: Event.CohortEvent]

/** What is wrong with the histories of a log, a line for each: what cannot be read, and which rule is broken where. */
export const validate = async ({ readLog }: Port.EventStore): Promise<ReadonlyArray<string>> => {
  const streams = new Map<string, Array<Placed>>()
  const wrong: Array<string> = []
  let page: { limit: number; after?: string } = { limit: 1000 }
  for (let more = true; more;) {
    const answer = await readLog(page)()
    if (E.isLeft(answer)) throw new Error(`the log cannot be read: ${answer.left.reason}`)
    const { records, damaged, next } = answer.right
    for (const record of records) {
      const event = Stored.decodeEvent(record)
      const where = `${record.stream}, event ${String(record.revision)} (${record.type})`
      if (E.isLeft(event)) wrong.push(`${where} does not decode: ${event.left._tag}`)
      else {
        const events = streams.get(record.stream) ?? []
        streams.set(record.stream, events)
        events.push([record.revision, event.right])
      }
    }
    if (damaged) wrong.push(`${damaged.stream}, event ${String(damaged.revision)} is damaged`)
    page = { limit: 1000, after: next }
    more = answer.right.more
  }
  for (const [stream, events] of streams)
    for (const { rule, at, why } of checkHistory(events.map(([, event]) => event))) {
      const [revision, event] = events[at] ?? [at + 1]
      wrong.push(
        `${stream}, event ${String(revision)} (${event?.type ?? ''}) breaks ${rule}: ${why}`,
      )
    }
  return wrong
}
