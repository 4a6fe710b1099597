import assert from 'node:assert/strict'
import { Port, type Stored } from '@reverse-mentoring/core'
import { got, law, range, refused } from '../law.ts'
import {
  append,
  idsOf,
  newBatch,
  newRecord,
  newStream,
  readStream,
  streamOf,
  unwritable,
  type Batch,
} from '../record.ts'

const contiguous = law<Port.EventStore>(
  'an append answers the revision after it, contiguous from 1',
  async ({ adapter }) => {
    const sizes = [1, 3, 1, 500, 2]
    const batches = sizes.map(newBatch)
    const stream = newStream()
    let revision = 0
    for (const batch of batches) {
      const receipt = await append(adapter, stream, revision, batch)
      revision += batch.length
      assert.deepEqual(receipt, { revision })
    }
    const records = await readStream(adapter, stream)
    assert.deepEqual(idsOf(records), batches.flatMap(idsOf))
    assert.deepEqual(
      records.map((record) => record.revision),
      records.map((_, index) => index + 1),
    )
  },
)

const exact = law<Port.EventStore>(
  'any other expected revision is a Conflict that tells the actual one',
  async ({ adapter }) => {
    for (const size of range(0, 4))
      for (const expected of range(0, 6).filter((other) => other !== size)) {
        const stored = range(1, size).map(() => newBatch(1))
        const stream = await streamOf(adapter, ...stored)
        const why = `after ${String(expected)} where ${String(size)} stand`
        const failure = await refused(
          adapter.append(stream, expected, newBatch(2)),
          'Conflict',
          why,
        )
        assert.deepEqual(failure, Port.conflict(size), why)
        assert.deepEqual(idsOf(await readStream(adapter, stream)), stored.flatMap(idsOf))
      }
  },
)

const same = law<Port.EventStore>(
  'an append that names the record it follows is a Conflict where another one stands',
  async ({ adapter }) => {
    for (const size of range(1, 3)) {
      const stored = newBatch(size)
      const stream = await streamOf(adapter, stored)
      const [last, before, next] = [stored.at(-1), stored.at(-2), newBatch(2)]
      for (const other of [newRecord().id, before?.id].filter((id) => id !== undefined)) {
        const failure = await refused(adapter.append(stream, size, next, other), 'Conflict')
        assert.deepEqual(failure, Port.conflict(size))
        assert.deepEqual(idsOf(await readStream(adapter, stream)), idsOf(stored))
      }
      const none = await refused(adapter.append(newStream(), 0, next, newRecord().id), 'Conflict')
      assert.deepEqual(none, Port.conflict(0))
      for (let times = 0; times < 2; times += 1)
        assert.deepEqual(await got(adapter.append(stream, size, next, last?.id)), {
          revision: size + 2,
        })
    }
  },
)

const unfit: ReadonlyArray<
  readonly [why: string, expected: Stored.Revision, batch: () => ReadonlyArray<Stored.NewRecord>]
> = [
  ['no record', 1, () => []],
  ['an id twice', 1, () => [newRecord(), ...newBatch(1)].flatMap((record) => [record, record])],
  ['a negative expected revision', -1, () => newBatch(1)],
  ['half an expected revision', 0.5, () => newBatch(1)],
  ['no number as expected revision', NaN, () => newBatch(1)],
]

const whole = law<Port.EventStore>(
  'an append that makes no sense is Misused',
  async ({ adapter }) => {
    for (const [why, expected, batch] of unfit) {
      const first = newBatch(1)
      const stream = await streamOf(adapter, first)
      await refused(adapter.append(stream, expected, batch() as unknown as Batch), 'Misused', why)
      assert.deepEqual(idsOf(await readStream(adapter, stream)), idsOf(first), why)
    }
  },
)

const allOrNothing = law<Port.EventStore>(
  'a batch is stored whole or not at all, and what is no JSON is Misused',
  async ({ adapter }) => {
    const first = newBatch(2)
    const stream = await streamOf(adapter, first)
    await refused(adapter.append(stream, 2, [newRecord(), newRecord(), unwritable()]), 'Misused')
    assert.deepEqual(idsOf(await readStream(adapter, stream)), idsOf(first))
    const next = newBatch(1)
    assert.deepEqual(await append(adapter, stream, 2, next), { revision: 3 })
  },
)

const lazy = law<Port.EventStore>(
  'an append happens when it is run, and each time that it is',
  async ({ adapter }) => {
    const [stream, batch] = [newStream(), newBatch(2)]
    const described = adapter.append(stream, 0, batch)
    const reading = adapter.readStream(stream, { after: 0, limit: 10 })
    await new Promise((resolve) => setTimeout(resolve, 1))
    assert.deepEqual((await got(reading)).records, [])
    assert.deepEqual(await got(described), { revision: 2 })
    assert.deepEqual(await got(described), { revision: 2 })
    assert.deepEqual(idsOf((await got(reading)).records), idsOf(batch))
  },
)

/** What an append does. */
export const appendLaws = [contiguous, exact, same, whole, allOrNothing, lazy]

/** What an append does with a batch that is over the limit of its engine. */
export const limitLaw = (beyond: () => Batch) =>
  law<Port.EventStore>(
    'a batch over the limit is TooLarge, and nothing of it is stored',
    async ({ adapter }) => {
      const stream = newStream()
      await refused(adapter.append(stream, 0, beyond()), 'TooLarge')
      assert.deepEqual(await readStream(adapter, stream), [])
      assert.deepEqual(await append(adapter, stream, 0, newBatch(1)), { revision: 1 })
    },
  )
