import type { Port, Stored } from '@reverse-mentoring/core'
import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { alikeLaw, type Question } from '../alike.ts'
import { got } from '../law.ts'
import { newBatch, newId, newStream, type Batch } from '../record.ts'
import { workloads, type Step } from './workload.ts'

type Append = Parameters<Port.EventStore['append']>

const told = (failure: { readonly _tag: string }): object =>
  failure._tag === 'Conflict' ? failure : { _tag: failure._tag }

const placesOf = (records: ReadonlyArray<Stored.StoredRecord>): ReadonlyArray<string> =>
  records.map(({ stream: name, revision, id }) => `${name} ${String(revision)} ${id}`)

/** The checkpoints of each store in the order in which they were learnt: they differ from store to store. */
const checkpoints = () => {
  const known = new Map<Port.EventStore, Array<Stored.Checkpoint>>()
  return async (store: Port.EventStore): Promise<Array<Stored.Checkpoint>> => {
    const own = known.get(store) ?? [await got(store.head)]
    known.set(store, own)
    return own
  }
}

/** Makes questions of steps, about streams that nobody has seen before. */
const asking = (reference: Port.EventStore) => {
  const streams = [newStream(), newStream(), newStream()]
  const appends: Array<Append> = []
  const knownOf = checkpoints()

  const appendOf = async (step: Extract<Step, { does: 'append' }>): Promise<Append> => {
    const name = streams[step.stream] ?? ''
    const { records } = await got(reference.readStream(name, { after: 0, limit: 1000 }))
    const expected = Math.max(0, records.length + step.off)
    const batch: Batch = newBatch(step.size)
    const after =
      step.after === 'another'
        ? newId()
        : step.after === 'as it stands'
          ? records[expected - 1]?.id
          : undefined
    const append = [name, expected, batch, after] satisfies Append
    appends.push(append)
    return append
  }

  return async (step: Step): Promise<Question<Port.EventStore>> => {
    switch (step.does) {
      case 'append':
      case 'append again': {
        const append =
          step.does === 'append'
            ? await appendOf(step)
            : appends[step.which % Math.max(1, appends.length)]
        return async (store) => {
          // Where the log stood before it.
          await knownOf(store)
          return append && E.mapLeft(told)(await store.append(...append)())
        }
      }
      case 'read stream': {
        const { stream, after, limit } = step
        return async (store) => {
          const page = await got(store.readStream(streams[stream] ?? '', { after, limit }))
          return [placesOf(page.records), page.more]
        }
      }
      case 'read log':
        return async (store) => {
          const known = await knownOf(store)
          const after = known[step.from % known.length]
          const page = await got(
            store.readLog({ limit: step.limit, ...(after !== undefined && { after }) }),
          )
          known.push(page.next)
          return [placesOf(page.records), page.more]
        }
      case 'head':
        return async (store) => {
          const known = await knownOf(store)
          known.push(await got(store.head))
        }
    }
  }
}

/** Every stream to its end. */
const all: ReadonlyArray<Step> = [0, 1, 2].map((stream) => ({
  ...{ does: 'read stream', stream, after: 0, limit: 1000 },
}))

const alike = alikeLaw<Port.EventStore, Step>(
  'whatever is asked of it, it answers as the store in memory does',
  { reference: memoryEventStore, steps: workloads, asking, all },
)

/** What the reference says, law or none. */
export const alikeLaws = [alike]
