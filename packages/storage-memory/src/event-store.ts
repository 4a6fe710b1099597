import { Port, type Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { answer, reply } from './answer.ts'
import { read, write, type Text } from './text.ts'

export interface MemoryEventStoreOptions {
  /** The instant at which records are taken; unless told, what the clock of this machine says. */
  readonly now?: () => string
  /** The most records that one append may have; unless told, there is no such limit. */
  readonly limit?: number
}

interface Written {
  readonly id: string
  readonly text: Text<Stored.NewRecord>
}

interface Entry extends Written {
  readonly place: Omit<Stored.StoredRecord, keyof Stored.NewRecord>
}

const serialise = E.traverseArray((record: Stored.NewRecord) =>
  pipe(
    write(record),
    E.map((text): Written => ({ id: record.id, text })),
  ),
)

const pageOf = (entries: ReadonlyArray<Entry>, after: number, limit: number) => ({
  records: entries
    .slice(after, after + limit)
    .map(({ text, place }): Stored.StoredRecord => ({ ...read(text), ...place })),
  more: entries.length > after + limit,
})

/** Before the first record of any log. */
const beginning = '0'

/** How many records stand up to a checkpoint; none is of another log, where another record stands at the same place. */
const placeIn = (log: ReadonlyArray<Entry>, checkpoint: Stored.Checkpoint): number | undefined => {
  if (checkpoint === beginning) return 0
  const place = Number(/^(\d{1,15})\../.exec(checkpoint)?.[1] ?? Number.NaN)
  return log[place - 1]?.place.checkpoint === checkpoint ? place : undefined
}

/** An event store that lives as long as its process. It serialises what it takes; an append costs its own records. */
export const memoryEventStore = (options: MemoryEventStoreOptions = {}): Port.EventStore => {
  const { now = () => new Date().toISOString(), limit = Infinity } = options
  const log: Array<Entry> = []
  const streams = new Map<string, Array<Entry>>()
  const listeners = Port.newListeners()

  const take = (stream: string, batch: ReadonlyArray<Written>): Port.Appended => {
    const entries = streams.get(stream) ?? []
    const recordedAt = now()
    streams.set(stream, entries)
    batch.forEach((written) => {
      const [revision, checkpoint] = [entries.length + 1, `${String(log.length + 1)}.${written.id}`]
      const entry = { ...written, place: { stream, revision, checkpoint, recordedAt } }
      entries.push(entry)
      log.push(entry)
    })
    listeners.wake()
    return { revision: entries.length }
  }

  return {
    append: (stream, expected, records, after) =>
      answer(() => {
        const fault = Port.appendFault(expected, records)
        if (fault !== undefined) return E.left(fault)
        if (records.length > limit) return E.left(Port.tooLarge(limit, 'records'))
        const entries = streams.get(stream) ?? []
        const isThere = after === undefined || entries[expected - 1]?.id === after
        if (expected === entries.length && isThere)
          return pipe(
            serialise(records),
            E.map((batch) => take(stream, batch)),
          )
        const end = expected + records.length
        const standing = entries.slice(expected, end).map(({ id }) => id)
        return Port.isRepeat(records, standing)
          ? E.right({ revision: end })
          : E.left(Port.conflict(entries.length))
      }),

    readStream: (stream, { after, limit }) =>
      answer(() => {
        const fault = Port.pageFault({ after, limit })
        return fault === undefined
          ? E.right(pageOf(streams.get(stream) ?? [], after, limit))
          : E.left(fault)
      }),

    readLog: ({ after = beginning, limit }) =>
      answer(() => {
        const fault = Port.pageFault({ limit })
        if (fault !== undefined) return E.left(fault)
        const place = placeIn(log, after)
        if (place === undefined) return E.left(Port.misused('not a checkpoint of this log'))
        const page = pageOf(log, place, limit)
        return E.right({ ...page, next: page.records.at(-1)?.checkpoint ?? after })
      }),

    head: reply(() => log.at(-1)?.place.checkpoint ?? beginning),

    onAppend: listeners.listen,
  }
}
