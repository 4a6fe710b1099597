import assert from 'node:assert/strict'
import type { Port, Stored } from '@reverse-mentoring/core'
import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { got, law } from '../law.ts'
import { newBatch, newId, newStream, type Batch } from '../record.ts'
import { workloads, type Step } from './workload.ts'

type Append = Parameters<Port.EventStore['append']>

/** A store at work, with what it answered; two of them are asked the same. */
interface Side {
  readonly store: Port.EventStore
  /** Checkpoints in the order in which they were learnt: they differ from store to store. */
  readonly known: Array<Stored.Checkpoint>
}

const told = (failure: { readonly _tag: string }): object =>
  failure._tag === 'Conflict' ? failure : { _tag: failure._tag }

const placesOf = (records: ReadonlyArray<Stored.StoredRecord>): ReadonlyArray<string> =>
  records.map(({ stream: name, revision, id }) => `${name} ${String(revision)} ${id}`)

const answerOf = async (
  { store, known }: Side,
  asked: {
    readonly step: Step
    readonly append: Append | undefined
    readonly streams: ReadonlyArray<string>
  },
): Promise<unknown> => {
  const { step, append, streams } = asked
  switch (step.does) {
    case 'append':
    case 'append again':
      return append && E.mapLeft(told)(await store.append(...append)())
    case 'read stream': {
      const { records, more } = await got(
        store.readStream(streams[step.stream] ?? '', { after: step.after, limit: step.limit }),
      )
      return [placesOf(records), more]
    }
    case 'read log': {
      const after = known[step.from % known.length]
      const page = await got(
        store.readLog({ limit: step.limit, ...(after !== undefined && { after }) }),
      )
      known.push(page.next)
      return [placesOf(page.records), page.more]
    }
    case 'head':
      known.push(await got(store.head))
      return undefined
  }
}

/** Makes of steps what is asked, where the reference stands. */
const asking = (reference: Port.EventStore) => {
  const streams = [newStream(), newStream(), newStream()]
  const appends: Array<Append> = []
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
  return async (step: Step) => {
    const append =
      step.does === 'append'
        ? await appendOf(step)
        : step.does === 'append again'
          ? appends[step.which % Math.max(1, appends.length)]
          : undefined
    return { step, append, streams }
  }
}

/** Workloads, of some steps each. */
const numRuns = 20

const alike = law<Port.EventStore>(
  'whatever is asked of it, it answers as the store in memory does',
  async ({ adapter, forAll }) => {
    await forAll(
      workloads,
      async (workload) => {
        const reference: Side = { store: memoryEventStore(), known: [] }
        const here: Side = { store: adapter, known: [] }
        for (const side of [reference, here]) side.known.push(await got(side.store.head))
        const ask = asking(reference.store)
        for (const step of workload) {
          const asked = await ask(step)
          const expected = await answerOf(reference, asked)
          assert.deepEqual(await answerOf(here, asked), expected, step.does)
        }
      },
      numRuns,
    )
  },
)

/** What the reference says, law or none. */
export const alikeLaws = [alike]
