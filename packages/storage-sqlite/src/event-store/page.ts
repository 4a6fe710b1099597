import type { Port, Stored } from '@reverse-mentoring/core'
import { read, unkey } from '../text.ts'

/** A row of the log. */
export interface Row {
  readonly position: number
  readonly stream: string
  readonly revision: number
  readonly recordedAt: string
  readonly record: string
}

export const columns = 'position, stream, revision, recorded_at AS recordedAt, record'

const recordOf = (row: Row): Stored.StoredRecord => ({
  ...(read(row.record) as Stored.NewRecord),
  stream: unkey(row.stream),
  revision: row.revision,
  checkpoint: String(row.position),
  recordedAt: row.recordedAt,
})

/** The page of `limit` records that begins these rows. */
export const pageOf = (rows: ReadonlyArray<Row>, limit: number): Port.StreamPage => ({
  records: rows.slice(0, limit).map(recordOf),
  more: rows.length > limit,
})
