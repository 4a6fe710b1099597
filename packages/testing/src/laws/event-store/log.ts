import assert from 'node:assert/strict'
import type { Port, Stored } from '@reverse-mentoring/core'
import { got, law, range, refused } from '../law.ts'
import { append, idsOf, newBatch, newStream, readLog, readStream } from '../record.ts'

/** Three streams that grow in turns; answers the ids in the order of the appends. */
const growTogether = async (
  store: Port.EventStore,
): Promise<{ readonly streams: ReadonlyArray<string>; readonly ids: ReadonlyArray<string> }> => {
  const streams = [newStream(), newStream(), newStream()]
  const ids: Array<string> = []
  for (const [turn, size] of [2, 1, 3, 1].entries())
    for (const [index, stream] of streams.entries()) {
      const batch = newBatch(size + index)
      const before = [2, 1, 3, 1].slice(0, turn).reduce((sum, n) => sum + n + index, 0)
      await append(store, stream, before, batch)
      ids.push(...idsOf(batch))
    }
  return { streams, ids }
}

const ordered = law<Port.EventStore>(
  'the log holds every stream in the order of the appends',
  async ({ adapter }) => {
    const { next } = await readLog(adapter)
    const { ids } = await growTogether(adapter)
    assert.deepEqual(idsOf((await readLog(adapter, next)).records), ids)
    const whole = idsOf((await readLog(adapter)).records)
    assert.deepEqual(whole.slice(-ids.length), ids)
    assert.equal(new Set(whole).size, whole.length, 'nothing comes twice')
  },
)

const same = law<Port.EventStore>(
  'the log and the stream show the same record',
  async ({ adapter }) => {
    const { next } = await readLog(adapter)
    const { streams } = await growTogether(adapter)
    const { records } = await readLog(adapter, next)
    for (const stream of streams)
      assert.deepEqual(
        records.filter((record) => record.stream === stream),
        await readStream(adapter, stream),
      )
  },
)

const paged = law<Port.EventStore>(
  'the log is read in pages, each going on where the last one ended',
  async ({ adapter }) => {
    const { next } = await readLog(adapter)
    const { ids } = await growTogether(adapter)
    // Some of these end right at the end of the log.
    for (const limit of [
      ...range(1, 5),
      ids.length / 3,
      ids.length - 1,
      ids.length,
      ids.length + 1,
    ]) {
      let [after, seen]: readonly [Stored.Checkpoint, number] = [next, 0]
      while (seen <= ids.length) {
        const page = await got(adapter.readLog({ after, limit }))
        assert.deepEqual(idsOf(page.records), ids.slice(seen, seen + limit))
        assert.equal(page.more, seen + limit < ids.length)
        after = page.next
        seen += limit
      }
    }
  },
)

const anywhere = law<Port.EventStore>(
  "the log goes on after any record's checkpoint",
  async ({ adapter }) => {
    const { next } = await readLog(adapter)
    const { ids } = await growTogether(adapter)
    const { records } = await readLog(adapter, next)
    for (const [index, record] of records.entries()) {
      const page = await got(adapter.readLog({ after: record.checkpoint, limit: 5 }))
      assert.deepEqual(idsOf(page.records), ids.slice(index + 1, index + 6))
    }
    assert.equal(
      new Set(records.map((record) => record.checkpoint)).size,
      ids.length,
      'each has its own',
    )
  },
)

const waiting = law<Port.EventStore>(
  'an empty page keeps the place of whoever waits',
  async ({ adapter }) => {
    let after = (await readLog(adapter)).next
    const stream = newStream()
    for (const expected of [0, 1, 2]) {
      for (const limit of [1, 100]) {
        const page = await got(adapter.readLog({ after, limit }))
        assert.deepEqual([page.records, page.more], [[], false])
        after = page.next
      }
      const batch = newBatch(1)
      await append(adapter, stream, expected, batch)
      const page = await got(adapter.readLog({ after, limit: 100 }))
      assert.deepEqual([idsOf(page.records), page.more], [idsOf(batch), false])
      after = page.next
    }
  },
)

const foreign = law<Port.EventStore>('a checkpoint of no log is Misused', async ({ adapter }) => {
  await append(adapter, newStream(), 0, newBatch(1))
  for (const after of ['', 'nowhere', '-1', '0.5', 'NaN', '2026-03-01T10:00:00.000Z'])
    await refused(adapter.readLog({ after, limit: 1 }), 'Misused', `after “${after}”`)
})

const headed = law<Port.EventStore>(
  'who reads on from the head sees what is appended later, and nothing else',
  async ({ adapter, beside, reopened }) => {
    const { next } = await readLog(adapter)
    const start = await got(adapter.head)
    const { ids } = await growTogether(adapter)
    const [another, end] = [await beside(), await got(adapter.head)]
    assert.deepEqual(idsOf((await readLog(another, start)).records), ids, 'all since the head')
    assert.deepEqual(idsOf((await readLog(another, next)).records), ids)
    assert.deepEqual(await readLog(another, end), { records: [], next: end })
    const later = await reopened()
    const batch = newBatch(3)
    await append(later, newStream(), 0, batch)
    assert.deepEqual(idsOf((await readLog(later, end)).records), idsOf(batch))
    assert.deepEqual((await readLog(later, await got(later.head))).records, [])
  },
)

/** How the log of all streams is read. */
export const logLaws = [ordered, same, paged, anywhere, waiting, foreign, headed]
