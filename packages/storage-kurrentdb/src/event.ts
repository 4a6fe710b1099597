import type { JSONEventData, ResolvedEvent } from '@kurrent/kurrentdb-client'
import { Port, type Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { checkpointAt } from './checkpoint.ts'

/** An event as it is sent, and its size. */
export interface Sent {
  readonly event: JSONEventData
  readonly bytes: number
}

/** What stands beside the data of an event: the rest of a record that the server has no field for. */
type Beside = Pick<Stored.NewRecord, 'schema' | 'meta'>

/** A copy as it stands now: what is sent is made into JSON only later. */
export const sentOf = ({
  id,
  type,
  schema,
  data,
  meta,
}: Stored.NewRecord): E.Either<Port.Misused, Sent> => {
  const beside: Beside = { schema, meta }
  return pipe(
    Port.jsonText([type, data, beside]),
    E.map((text) => {
      const [, copy, metadata] = JSON.parse(text) as [
        string,
        JSONEventData['data'],
        Record<string, unknown>,
      ]
      return {
        event: { id, type, contentType: 'application/json', data: copy, metadata },
        bytes: Buffer.byteLength(text),
      }
    }),
  )
}

/** What was read of a stream or of all of them, in this store's terms; what is no record has none. */
export interface Read {
  readonly place: Omit<Stored.StoredRecord, keyof Stored.NewRecord>
  readonly record: Stored.NewRecord | undefined
}

type Recorded = NonNullable<ResolvedEvent['event']>

const besideOf = (metadata: unknown): Partial<Beside> =>
  typeof metadata === 'object' && metadata !== null ? metadata : {}

export const readOf = (event: Recorded, prefix: string): Read => {
  const { id, type, data, metadata, streamId, revision, created, position } = event
  const { schema, meta } = besideOf(metadata)
  const record = { id, type, schema, data, meta }
  return {
    place: {
      stream: streamId.slice(prefix.length),
      revision: Number(revision) + 1,
      checkpoint: checkpointAt(position, id),
      recordedAt: created.toISOString(),
    },
    record: Port.isRecord(record) ? record : undefined,
  }
}

/** The page of `limit` records that begins what was read; it ends before the first that is damaged. */
export const pageOf = (read: ReadonlyArray<Read>, limit: number): Port.StreamPage => {
  const records: Array<Stored.StoredRecord> = []
  for (const { place, record } of read.slice(0, limit)) {
    if (record === undefined) {
      const { stream, revision, checkpoint } = place
      const more = read.length > records.length + 1
      return { records, more, damaged: { stream, revision, checkpoint } }
    }
    records.push({ ...record, ...place })
  }
  return { records, more: read.length > limit }
}
