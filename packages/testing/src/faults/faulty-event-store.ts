import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { faultyCall } from './faulty-call.ts'
import type { Faults } from './faults.ts'

/** What else a store may do that its laws allow. */
export interface FaultyStoreOptions {
  /** The most records that one append may hold: more are `TooLarge`. */
  readonly largest?: number
}

/** Wakes now and then twice, or not at all. */
const faultyHints =
  (faults: Faults, onAppend: NonNullable<Port.EventStore['onAppend']>): typeof onAppend =>
  (wake) =>
    onAppend(() => {
      switch (faults.draw('onAppend', ['missed', 'echoed'])) {
        case 'missed':
          return
        case 'echoed':
          wake()
          wake()
          return
        case 'lost':
        case 'unanswered':
        case 'silent':
        case 'slow':
        case 'thrown':
        case 'stale':
        case 'skewed':
        case undefined:
          wake()
      }
    })

/** An event store that fails by these rates: `lost`, `unanswered`, `silent`, `slow` and `thrown` calls; `missed` and `echoed` hints. */
export const faultyEventStore = (
  store: Port.EventStore,
  faults: Faults,
  { largest = Infinity }: FaultyStoreOptions = {},
): Port.EventStore => {
  const call = faultyCall(faults)
  const { onAppend } = store
  return {
    append: (stream, expected, records, after) =>
      records.length > largest
        ? () => Promise.resolve(E.left(Port.tooLarge(largest, 'records')))
        : call('append', store.append(stream, expected, records, after)),
    readStream: (stream, page) => call('readStream', store.readStream(stream, page)),
    readLog: (page) => call('readLog', store.readLog(page)),
    head: call('head', store.head),
    ...(onAppend !== undefined && { onAppend: faultyHints(faults, onAppend) }),
  }
}
