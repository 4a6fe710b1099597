import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Port, type Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { recordIn, type Line } from './line.ts'
import { locked } from './lock.ts'

/** Bytes of a line, at most: a batch over it is `TooLarge`. */
const mostBytes = 900 * 1024

interface Entry {
  readonly id: string
  readonly place: Port.Damaged
  /** Nothing where it is damaged. Of this record as it is read, so that nobody gets hold of what somebody else holds. */
  readonly text: string | undefined
}

type Refused = Port.Misused | Port.Unavailable

interface Opened extends Port.EventStore {
  readonly close: TaskEither<string, void>
}

/** Opens a file, makes it if need be, and makes sure that its name outlives a power cut. */
const openFile = async (file: string): Promise<FileHandle> => {
  const handle = await open(file, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND)
  const folder = await open(dirname(file), 'r')
  await folder.sync()
  await folder.close()
  return handle
}

/** Before the first record of the log. */
const beginning = '0'

/**
 * An event store in one file of JSON lines, with nothing but `node:fs`: a batch is a line, written under a lock and
 * synced before it is acknowledged. Everything is kept in memory too, so it is for logs that fit there.
 */
export const openJsonLines = async (file: string): Promise<Opened> => {
  const handle = await openFile(file)
  const listeners = Port.newListeners()
  const log: Array<Entry> = []
  const streams = new Map<string, Array<Entry>>()
  let read = 0 // Bytes of whole lines that are in memory.
  let isClosed = false

  const take = ({ stream, recordedAt, ids, records }: Line): void => {
    const entries = streams.get(stream) ?? []
    streams.set(stream, entries)
    for (const [i, id] of ids.entries()) {
      const [revision, checkpoint] = [entries.length + 1, `${String(log.length + 1)}.${id}`]
      const [record, place] = [recordIn(records[i], id), { stream, revision, checkpoint }]
      const text = record && JSON.stringify({ ...record, ...place, recordedAt })
      const entry = { id, place, text }
      entries.push(entry)
      log.push(entry)
    }
  }

  /** Reads what is new in the file. A last line without an end is still being written, or was torn: it is not there. */
  const readOn = async (): Promise<void> => {
    const { size } = await handle.stat()
    if (size <= read) return
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - read), 0, size - read, read)
    const whole = buffer.subarray(0, buffer.lastIndexOf('\n', bytesRead - 1) + 1)
    for (const line of whole.toString('utf8').split('\n'))
      if (line !== '') take(JSON.parse(line) as Line)
    read += whole.length
  }

  /** One thing after the other: two who read on at once would take the same line twice. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn =
    <F, A>(work: () => Promise<E.Either<F | Refused, A>>): TaskEither<F | Refused, A> =>
    () => {
      const mine = last.then(async () => {
        if (isClosed) return E.left(Port.misused('the store was closed'))
        try {
          return await work()
        } catch (problem) {
          return E.left(Port.unavailable(problem instanceof Error ? problem.message : 'no answer'))
        }
      })
      last = mine
      return mine
    }

  const lineOf = (stream: string, records: ReadonlyArray<Stored.NewRecord>): string | undefined => {
    try {
      const texts = records.map((one) => JSON.stringify(one))
      const batch = {
        stream,
        recordedAt: new Date().toISOString(),
        ids: records.map(({ id }) => id),
      }
      return `${JSON.stringify({ ...batch, records: texts })}\n`
    } catch {
      return undefined // A bigint, or a circle.
    }
  }

  const write = async (line: string): Promise<void> => {
    const { size } = await handle.stat()
    if (size > read) await handle.truncate(read) // A torn line, which nobody was told is stored.
    await handle.appendFile(line)
    await handle.datasync()
    await readOn()
  }

  const append: Port.EventStore['append'] = (stream, expected, records, after) =>
    inTurn(async () => {
      const fault = Port.appendFault(expected, records)
      if (fault !== undefined) return E.left(fault)
      const line = lineOf(stream, records)
      if (line === undefined) return E.left(Port.misused('what is no JSON cannot be stored'))
      if (Buffer.byteLength(line) > mostBytes) return E.left(Port.tooLarge(mostBytes, 'bytes'))
      return locked(file, async () => {
        await readOn()
        const stored = streams.get(stream) ?? []
        const end = expected + records.length
        const standing = stored.slice(expected, end).map(({ id }) => id)
        if (Port.isRepeat(records, standing)) return E.right({ revision: end })
        if (stored.length !== expected) return E.left(Port.conflict(stored.length))
        if (after !== undefined && stored[expected - 1]?.id !== after)
          return E.left(Port.conflict(stored.length))
        await write(line)
        listeners.wake()
        return E.right({ revision: end })
      })
    })

  const pageOf = (entries: ReadonlyArray<Entry>, after: number, limit: number): Port.StreamPage => {
    const asked = entries.slice(after, after + limit)
    const spoilt = asked.findIndex(({ text }) => text === undefined)
    const records = asked
      .slice(0, spoilt < 0 ? limit : spoilt)
      .map(({ text = '' }) => JSON.parse(text) as Stored.StoredRecord)
    const end = spoilt < 0 ? after + limit : after + spoilt + 1
    const damaged = asked[spoilt]?.place
    return { records, more: entries.length > end, ...(damaged !== undefined && { damaged }) }
  }

  const readStream: Port.EventStore['readStream'] = (stream, { after, limit }) =>
    inTurn(async () => {
      const fault = Port.pageFault({ after, limit })
      if (fault !== undefined) return E.left(fault)
      await readOn()
      return E.right(pageOf(streams.get(stream) ?? [], after, limit))
    })

  const endOf = (place: number): string =>
    place === 0 ? beginning : `${String(place)}.${log[place - 1]?.id ?? ''}`

  const placeOf = (checkpoint: string): number | undefined => {
    const place = Number(checkpoint.split('.')[0])
    return endOf(place) === checkpoint ? place : undefined
  }

  const readLog: Port.EventStore['readLog'] = ({ after = beginning, limit }) =>
    inTurn(async () => {
      const fault = Port.pageFault({ limit })
      if (fault !== undefined) return E.left(fault)
      await readOn()
      const place = placeOf(after)
      if (place === undefined) return E.left(Port.misused('not a checkpoint of this log'))
      const page = pageOf(log, place, limit)
      const end = place + page.records.length + (page.damaged === undefined ? 0 : 1)
      return E.right({ ...page, next: endOf(end) })
    })

  return {
    append,
    readStream,
    readLog,
    head: inTurn(async () => {
      await readOn()
      return E.right(endOf(log.length))
    }),
    onAppend: listeners.listen,
    close: async () => {
      await last
      isClosed = true
      await handle.close()
      return E.right(undefined)
    },
  }
}
