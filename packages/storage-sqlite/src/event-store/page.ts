import type { Port, Stored } from '@reverse-mentoring/core'
import { unkey } from '../text.ts'
import { checkpointAt } from './checkpoint.ts'
import { recordIn } from './damage.ts'

/** A row of the log. */
export interface Row {
  readonly position: number
  readonly stream: string
  readonly revision: number
  readonly recordedAt: string
  readonly record: string
}

export const columns = 'position, stream, revision, recorded_at AS recordedAt, record'

type Place = Omit<Stored.StoredRecord, keyof Stored.NewRecord>

const placeOf = (row: Row, record: Stored.NewRecord | undefined): Place => ({
  stream: unkey(row.stream),
  revision: row.revision,
  checkpoint: checkpointAt(row.position, record),
  recordedAt: row.recordedAt,
})

/** The page of `limit` records that begins these rows; it ends before the first that is damaged. */
export const pageOf = (rows: ReadonlyArray<Row>, limit: number): Port.StreamPage => {
  const records: Array<Stored.StoredRecord> = []
  for (const row of rows.slice(0, limit)) {
    const record = recordIn(row.record)
    const place = placeOf(row, record)
    if (record === undefined) {
      const { stream, revision, checkpoint } = place
      const more = rows.length > records.length + 1
      return { records, more, damaged: { stream, revision, checkpoint } }
    }
    const { id, type, schema, data, meta } = record
    records.push({ id, type, schema, data, meta, ...place })
  }
  return { records, more: rows.length > limit }
}
