import type { Port, Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { batchOf, isWhole, type Batch } from '../batches.ts'
import type { AppendTask, ReadRecord, ReadTask } from '../task.ts'
import { patiently, right, say, word } from './talk.ts'

const halves = (records: Batch): readonly [Batch, Batch] => {
  const middle = Math.ceil(records.length / 2)
  return [records.slice(0, middle), records.slice(middle)] as unknown as [Batch, Batch]
}

/** Appends, in halves where it is too large, and once more after a conflict unless it is to be asked once. */
const append = async (
  store: Port.EventStore,
  { stream, waits }: AppendTask,
  batch: number,
  from: number,
  given: Batch,
): Promise<number> => {
  let expected = from
  const waiting: Array<Batch> = [given]
  for (let records = waiting.shift(); records !== undefined; records = waiting.shift()) {
    say({ is: 'asked', batch, expected })
    const answer = await patiently(store.append(stream, expected, records))
    if (E.isRight(answer)) {
      const { revision } = answer.right
      say({ is: 'taken', batch, expected, revision })
      expected = revision
    } else if (answer.left._tag === 'TooLarge' && records.length > 1) {
      waiting.unshift(...halves(records))
    } else if (answer.left._tag === 'Conflict') {
      say({ is: 'conflict', batch, actual: answer.left.actual })
      expected = answer.left.actual
      if (waits !== 'each time') waiting.unshift(records)
    } else await right('writing', () => Promise.resolve(answer))
  }
  return expected
}

export const appendAll = async (store: Port.EventStore, task: AppendTask): Promise<void> => {
  const { by, from, times, size, bytes, waits, again = 1 } = task
  let { expected } = task
  for (let batch = from; batch < from + times; batch += 1) {
    if (waits === 'each time') {
      say({ is: 'ready' })
      if ((await word()) === 'end') return
    }
    const [records, before] = [batchOf(by, batch, size, bytes), expected]
    for (let time = 0; time < again; time += 1)
      expected = await append(store, task, batch, before, records)
  }
}

const told = (records: ReadonlyArray<Stored.StoredRecord>): ReadonlyArray<ReadRecord> =>
  records.map((record) => {
    const { id, stream, revision } = record
    return { id, stream, revision, isWhole: isWhole(record) }
  })

/** Says a page, and loudly what stands behind it and cannot be read. */
const sayPage = (reading: number, { records, damaged }: Port.StreamPage): void => {
  say({ is: 'read', reading, records: told(records) })
  if (damaged !== undefined)
    say({ is: 'failed', at: 'reading', because: `damaged at ${String(damaged.revision)}` })
}

const readStream = async (
  store: Port.EventStore,
  stream: string,
  limit: number,
  reading: number,
): Promise<void> => {
  let [after, more] = [0, true]
  while (more) {
    const page = await right('reading', store.readStream(stream, { after, limit }))
    sayPage(reading, page)
    after = page.records.at(-1)?.revision ?? after
    more = page.more && page.records.length > 0
  }
}

/** Reads the log page by page until there is no more, and it was over before it asked. */
const readLog = async (
  store: Port.EventStore,
  limit: number,
  isOver: () => boolean,
  reading = 0,
): Promise<void> => {
  let after: Stored.Checkpoint | undefined
  for (let more = true; more;) {
    const last = isOver()
    const page = await right(
      'reading',
      store.readLog(after === undefined ? { limit } : { after, limit }),
    )
    sayPage(reading, page)
    after = page.next
    more = page.more || !last
    await new Promise(setImmediate)
  }
}

export const readAll = async (store: Port.EventStore, { readings }: ReadTask): Promise<void> => {
  for (const [i, { stream, limit }] of readings.entries()) {
    if (stream === undefined) await readLog(store, limit, () => true, i)
    else await readStream(store, stream, limit, i)
  }
}

export const follow = async (store: Port.EventStore): Promise<void> => {
  let isOver = false
  say({ is: 'ready' })
  const over = word().then(() => {
    isOver = true
  })
  await readLog(store, 3, () => isOver)
  await over
}
