import type { Port, Stored } from '@reverse-mentoring/core'
import { unkey } from '../text.ts'
import { checkpointAt } from './checkpoint.ts'
import { recordIn } from './damage.ts'

/** A row of the log. Numbers of eight bytes come as texts. */
export interface Row {
  readonly position: string
  readonly stream: string
  readonly revision: string
  readonly id: string
  readonly recordedAt: string
  readonly record: string
}

export const columns = `position, stream, revision, id,
  to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt"`

type Place = Omit<Stored.StoredRecord, keyof Stored.NewRecord>

const placeOf = (row: Row): Place => ({
  stream: unkey(row.stream),
  revision: Number(row.revision),
  checkpoint: checkpointAt(Number(row.position), row.id),
  recordedAt: row.recordedAt,
})

/** The page of `limit` records that begins these rows; it ends before the first that is damaged. */
export const pageOf = (rows: ReadonlyArray<Row>, limit: number): Port.StreamPage => {
  const records: Array<Stored.StoredRecord> = []
  for (const row of rows.slice(0, limit)) {
    const [record, place] = [recordIn(row.record), placeOf(row)]
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
