import { randomUUID } from 'node:crypto'
import { KurrentDBClient, jsonEvent } from '@kurrent/kurrentdb-client'
import { promise } from '@reverse-mentoring/runtime'
import { kurrentEventStore } from '@reverse-mentoring/storage-kurrentdb'
import { absent } from '../../absent.ts'
import { interleaved } from '../../measure.ts'
import { atMost, type Row } from '../../row.ts'
import { appending } from '../appending.ts'
import { newRecord, newRecords } from '../records.ts'

/** Events of the stream that is read. */
const size = 5000

const newEvent = () => {
  const { id, type, schema, data, meta } = newRecord()
  return jsonEvent({ id, type, data: { ...data }, metadata: { schema, meta } })
}

const appendingRaw = (client: KurrentDBClient): (() => Promise<void>) => {
  const stream = `bench-raw-${randomUUID()}`
  let revision = -1n
  return async () => {
    const streamState = revision === -1n ? 'no_stream' : revision
    const { nextExpectedRevision } = await client.appendToStream(stream, [newEvent()], {
      streamState,
    })
    revision = nextExpectedRevision
  }
}

async function* rowsOn(url: string): AsyncGenerator<Row> {
  const newClient = () => KurrentDBClient.connectionString(url)
  const client = newClient()
  const prefix = `bench-${randomUUID()}-`
  const store = await promise(kurrentEventStore({ client: newClient, prefix }))
  try {
    const works = [appending(store, 1), appendingRaw(client)]
    const [append = Number.NaN, raw = Number.NaN] = await interleaved(301, works)
    yield atMost('KurrentDB: one append', append, ['the client alone', raw], 1.2)
    const stream = `cohort-${randomUUID()}`
    await promise(store.append(stream, 0, newRecords(size / 5)))
    for (let stored = size / 5; stored < size; stored += size / 5)
      await promise(store.append(stream, stored, newRecords(size / 5)))
    const [read = Number.NaN, readRaw = Number.NaN] = await interleaved(15, [
      async () => {
        const { records } = await promise(store.readStream(stream, { after: 0, limit: size }))
        if (records.length !== size) throw new Error('not the whole stream')
      },
      async () => {
        let count = 0
        for await (const { event } of client.readStream(prefix + stream))
          if (event !== undefined) count += 1
        if (count !== size) throw new Error('not the whole stream')
      },
    ])
    const work = `KurrentDB: reading a stream of ${String(size)} events`
    yield atMost(work, read, ['the client alone', readRaw], 1.2)
  } finally {
    await promise(store.close)
    await client.dispose()
  }
}

/** What the event store on KurrentDB costs beside its bare client, on the node that `KURRENTDB_URL` names. */
export async function* kurrentRows(): AsyncGenerator<Row> {
  const url = process.env['KURRENTDB_URL']
  if (url === undefined || url === '') yield absent('KurrentDB', 'KURRENTDB_URL names no node')
  else yield* rowsOn(url)
}
