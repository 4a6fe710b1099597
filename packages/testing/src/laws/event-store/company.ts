import assert from 'node:assert/strict'
import { Port, type Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { got, law, turn } from '../law.ts'
import { append, idsOf, newBatch, newStream, readLog, readStream } from '../record.ts'

const race = law<Port.EventStore>(
  'of twenty appends at one expected revision one wins, and the others learn the actual one',
  async ({ adapter, beside }) => {
    const stores = [adapter, await beside()]
    const stream = newStream()
    for (const expected of [0, 2]) {
      const batches = Array.from({ length: 20 }, () => newBatch(2))
      const answers = await Promise.all(
        batches.map((batch, index) =>
          (stores[index % 2] ?? adapter).append(stream, expected, batch)(),
        ),
      )
      const won = batches.filter((_, index) => answers[index]?._tag === 'Right')
      assert.equal(won.length, 1, 'one winner')
      const lost = answers.filter(E.isLeft).map((answer) => answer.left)
      assert.deepEqual(
        lost,
        Array.from({ length: 19 }, () => Port.conflict(expected + 2)),
      )
      const stands = await readStream(adapter, stream)
      assert.deepEqual(idsOf(stands.slice(expected)), won.flatMap(idsOf))
    }
  },
)

const grow = async (
  store: Port.EventStore,
  stream: string,
  times: number,
  size: number,
): Promise<ReadonlyArray<string>> => {
  const ids: Array<string> = []
  for (let turn = 0; turn < times; turn += 1) {
    const batch = newBatch(size)
    await append(store, stream, turn * size, batch)
    ids.push(...idsOf(batch))
  }
  return ids
}

/** Reads the log page by page until it has read once more after `isOver`. */
const follow = async (
  store: Port.EventStore,
  start: Stored.Checkpoint,
  isOver: () => boolean,
): Promise<ReadonlyArray<string>> => {
  const seen: Array<string> = []
  for (let [after, more] = [start, true]; more;) {
    const last = isOver()
    await turn()
    const page = await got(store.readLog({ after, limit: 3 }))
    assert.ok(page.records.length > 0 || !page.more, 'an empty page that says there is more')
    seen.push(...idsOf(page.records))
    after = page.next
    more = page.more || !last
  }
  return seen
}

const followed = law<Port.EventStore>(
  'whoever follows the log misses nothing that is written meanwhile, by whomever',
  async ({ adapter, beside }) => {
    const [reader, another] = [await beside(), await beside()]
    const { next } = await readLog(reader)
    const streams = Array.from({ length: 6 }, newStream)
    let over = false
    const writers = streams.map((stream, index) =>
      grow(index % 2 === 0 ? adapter : another, stream, 12, 2),
    )
    const writing = Promise.all(writers).finally(() => {
      over = true
    })
    const [written, seen] = await Promise.all([writing, follow(reader, next, () => over)])
    assert.deepEqual(seen, idsOf((await readLog(reader, next)).records), 'in the order of the log')
    assert.deepEqual([...seen].sort(), written.flat().sort(), 'all that was written')
    for (const ids of written)
      assert.deepEqual(
        seen.filter((id) => ids.includes(id)),
        ids,
        'in the order of the stream',
      )
  },
)

const unsplit = law<Port.EventStore>(
  'nobody ever sees a part of a batch',
  async ({ adapter, beside }) => {
    const reader = await beside()
    const { next } = await readLog(reader)
    const stream = newStream()
    let over = false
    const writing = grow(adapter, stream, 20, 5).finally(() => {
      over = true
    })
    const watch = async (): Promise<void> => {
      while (!over) {
        await turn()
        const page = await got(reader.readStream(stream, { after: 0, limit: 1000 }))
        assert.equal(page.records.length % 5, 0, 'part of a batch in the stream')
        const log = await got(reader.readLog({ after: next, limit: 1000 }))
        assert.equal(log.records.length % 5, 0, 'part of a batch in the log')
      }
    }
    await Promise.all([writing, watch()])
  },
)

const shared = law<Port.EventStore>(
  'what one was told is stored, all see',
  async ({ adapter, beside }) => {
    const another = await beside()
    const stream = newStream()
    const { next } = await readLog(another)
    for (const expected of [0, 2, 4]) {
      const [writer, reader] = expected === 2 ? [another, adapter] : [adapter, another]
      const batch = newBatch(2)
      await append(writer, stream, expected, batch)
      assert.deepEqual(idsOf((await readStream(reader, stream)).slice(expected)), idsOf(batch))
      assert.deepEqual(idsOf((await readLog(reader, next)).records.slice(expected)), idsOf(batch))
    }
  },
)

/** What holds when several work on the same data. */
export const companyLaws = [race, followed, unsplit, shared]
