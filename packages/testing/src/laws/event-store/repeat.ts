import assert from 'node:assert/strict'
import { Port } from '@reverse-mentoring/core'
import { isNonEmpty, reverse } from 'fp-ts/lib/ReadonlyArray.js'
import { law, range, refused } from '../law.ts'
import {
  append,
  idsOf,
  newBatch,
  newRecord,
  newStream,
  readStream,
  streamOf,
  type Batch,
} from '../record.ts'

const first = law<Port.EventStore>(
  'a batch sent again gets its first receipt, also after later writes and reopening',
  async ({ adapter, reopened }) => {
    const [one, two, three] = [newBatch(2), newBatch(3), newBatch(1)]
    const stream = await streamOf(adapter, one)
    assert.deepEqual(await append(adapter, stream, 0, one), { revision: 2 })
    assert.deepEqual(await append(adapter, stream, 2, two), { revision: 5 })
    assert.deepEqual(await append(adapter, stream, 2, two), { revision: 5 })
    assert.deepEqual(await append(adapter, stream, 0, one), { revision: 2 })
    assert.deepEqual(await append(adapter, stream, 5, three), { revision: 6 })
    const later = await reopened()
    assert.deepEqual(await append(later, stream, 0, one), { revision: 2 })
    assert.deepEqual(await append(later, stream, 2, two), { revision: 5 })
    assert.deepEqual(await append(later, stream, 5, three), { revision: 6 })
    assert.deepEqual(idsOf(await readStream(later, stream)), [one, two, three].flatMap(idsOf))
  },
)

const part = law<Port.EventStore>(
  'records that stand right after the expected revision are a repeat, however they were batched',
  async ({ adapter }) => {
    const batches = [newBatch(2), newBatch(3), newBatch(2)]
    const stream = await streamOf(adapter, ...batches)
    const all = batches.flat()
    for (const from of range(0, all.length - 1))
      for (const to of range(from + 1, all.length)) {
        const batch = all.slice(from, to)
        if (isNonEmpty(batch))
          assert.deepEqual(await append(adapter, stream, from, batch), { revision: to })
      }
    assert.deepEqual(idsOf(await readStream(adapter, stream)), idsOf(all))
  },
)

const other = law<Port.EventStore>(
  'a batch that is not quite what stands is a Conflict, and nothing of it is stored',
  async ({ adapter }) => {
    const [a, b, c, x] = [newRecord(), newRecord(), newRecord(), newRecord()]
    const stream = await streamOf(adapter, [a, b], [c])
    const batches: ReadonlyArray<readonly [why: string, expected: number, batch: Batch]> = [
      ['other records', 0, [x]],
      ['another tail', 0, [a, x]],
      ['another head', 0, [x, b]],
      ['another middle', 0, [a, x, c]],
      ['another order', 0, [b, a]],
      ['more than stands', 0, [a, b, c, x]],
      ['more than stands', 2, [c, x]],
      ['one left out', 0, [a, c]],
      ['one place too early', 0, [b, c]],
      ['one place too late', 1, [a, b]],
      ['past the end', 4, [a]],
      ['past the end', 4, [x]],
    ]
    for (const [why, expected, batch] of batches) {
      const failure = await refused(adapter.append(stream, expected, batch), 'Conflict', why)
      assert.deepEqual(failure, Port.conflict(3), why)
    }
    assert.deepEqual(idsOf(await readStream(adapter, stream)), idsOf([a, b, c]))
  },
)

const elsewhere = law<Port.EventStore>(
  'an id that stands elsewhere is of no concern: in another stream, or further back',
  async ({ adapter }) => {
    const batch = newBatch(2)
    const stream = await streamOf(adapter, batch)
    const another = newStream()
    assert.deepEqual(await append(adapter, another, 0, batch), { revision: 2 })
    assert.deepEqual(await append(adapter, stream, 2, batch), { revision: 4 })
    assert.deepEqual(idsOf(await readStream(adapter, another)), idsOf(batch))
    assert.deepEqual(idsOf(await readStream(adapter, stream)), [...idsOf(batch), ...idsOf(batch)])
    assert.deepEqual(
      await refused(adapter.append(another, 0, reverse(batch) as Batch), 'Conflict'),
      Port.conflict(2),
    )
  },
)

/** What an append does with records that it was handed before. */
export const repeatLaws = [first, part, other, elsewhere]
