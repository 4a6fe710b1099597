import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import { got, law, range, refused } from '../law.ts'
import { append, idsOf, newBatch, newId, newStream, readStream, streamOf } from '../record.ts'

const empty = law<Port.EventStore>('a stream that does not exist is empty', async ({ adapter }) => {
  const nothing = { records: [], more: false }
  const stream = newStream()
  assert.deepEqual(await got(adapter.readStream(stream, { after: 0, limit: 10 })), nothing)
  assert.deepEqual(await got(adapter.readStream(stream, { after: 7, limit: 10 })), nothing)
  await refused(adapter.append(stream, 1, newBatch(1)), 'Conflict')
  assert.deepEqual(await got(adapter.readStream(stream, { after: 0, limit: 10 })), nothing)
})

const apart = law<Port.EventStore>(
  'streams are apart, however alike their names',
  async ({ adapter }) => {
    const name = `cohort-${newId()}`
    const names = [
      name,
      name.toUpperCase(),
      `${name}-`,
      name.slice(0, -1),
      `${name} `,
      name.replace('-', '_'),
    ]
    const batches = names.map(() => newBatch(2))
    for (const [index, stream] of names.entries()) {
      const batch = batches[index] ?? newBatch(1)
      assert.deepEqual(await append(adapter, stream, 0, batch), { revision: 2 }, stream)
    }
    for (const [index, stream] of names.entries())
      assert.deepEqual(
        idsOf(await readStream(adapter, stream)),
        idsOf(batches[index] ?? []),
        stream,
      )
  },
)

const paged = law<Port.EventStore>(
  'a stream is read in pages that say whether there is more',
  async ({ adapter }) => {
    const batches = [newBatch(1), newBatch(4), newBatch(3)]
    const [stream, ids] = [await streamOf(adapter, ...batches), batches.flatMap(idsOf)]
    for (const after of range(0, 10))
      for (const limit of range(1, 10)) {
        const page = await got(adapter.readStream(stream, { after, limit }))
        assert.deepEqual(idsOf(page.records), ids.slice(after, after + limit))
        assert.equal(page.more, after + limit < ids.length)
      }
  },
)

const senseless = law<Port.EventStore>(
  'a page that makes no sense is Misused',
  async ({ adapter }) => {
    const stream = await streamOf(adapter, newBatch(2))
    for (const limit of [0, -1, 1.5, NaN, Infinity]) {
      const why = `a page of ${String(limit)}`
      await refused(adapter.readStream(stream, { after: 0, limit }), 'Misused', why)
      await refused(adapter.readLog({ limit }), 'Misused', why)
    }
    for (const after of [-1, 0.5, NaN])
      await refused(
        adapter.readStream(stream, { after, limit: 1 }),
        'Misused',
        `after ${String(after)}`,
      )
  },
)

/** How one stream is read. */
export const readingLaws = [empty, apart, paged, senseless]
