import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import { assertMisused, law, uncaught } from '../law.ts'
import { append, idsOf, newBatch, newStream, readLog, readStream, streamOf } from '../record.ts'

const durable = law<Port.EventStore>(
  'what was acknowledged is there after reopening, and checkpoints stay good',
  async ({ adapter, reopened }) => {
    const { next } = await readLog(adapter)
    const [one, two] = [newBatch(3), newBatch(2)]
    const stream = await streamOf(adapter, one)
    const half = await readLog(adapter, next)
    await append(adapter, stream, 3, two)
    const before = await readStream(adapter, stream)
    const later = await reopened()
    assert.deepEqual(await readStream(later, stream), before)
    assert.deepEqual(idsOf((await readLog(later, next)).records), [one, two].flatMap(idsOf))
    assert.deepEqual(idsOf((await readLog(later, half.next)).records), idsOf(two))
    assert.deepEqual(await append(later, stream, 5, newBatch(1)), { revision: 6 })
  },
)

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))

/** Waits until it is so, for two seconds at most. */
const until = async (isSo: () => boolean): Promise<boolean> => {
  for (let tries = 0; tries < 100 && !isSo(); tries += 1) await settle()
  return isSo()
}

const hinted = law<Port.EventStore>(
  'a hint, where a store gives any, follows an append until it is stopped',
  async ({ adapter }) => {
    if (adapter.onAppend === undefined) return
    const heard = { one: 0, two: 0 }
    const stopOne = adapter.onAppend(() => {
      heard.one += 1
    })
    const stopTwo = adapter.onAppend(() => {
      heard.two += 1
    })
    const stream = newStream()
    await append(adapter, stream, 0, newBatch(2))
    assert.ok(await until(() => heard.one > 0 && heard.two > 0), 'no hint came')
    stopOne()
    await settle()
    const { one, two } = heard
    await append(adapter, stream, 2, newBatch(1))
    assert.ok(await until(() => heard.two > two), 'no hint came to who still listens')
    assert.equal(heard.one, one, 'a hint came to who had stopped')
    stopTwo()
  },
)

// As a caller may do whose listener is async.
const rejecting = (): unknown => Promise.reject(new Error('rejected by a listener'))

const unhurt = law<Port.EventStore>(
  'a listener that throws, or rejects, hurts nobody',
  async ({ adapter }) => {
    const { onAppend } = adapter
    if (onAppend === undefined) return
    const heard = { first: 0, last: 0 }
    const stream = newStream()
    const escaped = await uncaught(async () => {
      const stops = [
        onAppend(() => (heard.first += 1)),
        onAppend(() => {
          throw new Error('thrown by a listener')
        }),
        onAppend(rejecting),
        onAppend(() => (heard.last += 1)),
      ]
      assert.deepEqual(await append(adapter, stream, 0, newBatch(2)), { revision: 2 })
      assert.ok(await until(() => heard.first > 0 && heard.last > 0), 'no hint came to the others')
      assert.deepEqual(await append(adapter, stream, 2, newBatch(1)), { revision: 3 })
      await settle()
      stops.forEach((stop) => {
        stop()
      })
    })
    assert.deepEqual(escaped, [], 'it came to nobody who would catch it')
  },
)

const closed = law<Port.EventStore>(
  'a store that was closed, where it can be, is Misused',
  async ({ adapter, reopened }) => {
    const stream = await streamOf(adapter, newBatch(1))
    const later = await reopened()
    assertMisused(await adapter.append(stream, 1, newBatch(1))())
    assertMisused(await adapter.readStream(stream, { after: 0, limit: 1 })())
    assertMisused(await adapter.readLog({ limit: 1 })())
    assertMisused(await adapter.head())
    assert.equal((await readStream(later, stream))[0]?.revision, 1)
  },
)

/** What holds over the life of a store. */
export const lastingLaws = [durable, hinted, unhurt, closed]
