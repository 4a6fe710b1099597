import { randomUUID } from 'node:crypto'
import { promise } from '@reverse-mentoring/runtime'
import { postgresEventStore } from '@reverse-mentoring/storage-postgres'
import { newRecord } from '../records.ts'
import type { Place } from './place.ts'

/**
 * Appends by one parameterised statement of the bare driver that does the same work: it takes the same kind of lock, looks
 * where the stream and the log end, and inserts into the same table with the same indexes, in a schema of its own.
 */
export const appendingRaw = async ({
  url,
  driver,
  schema: schemaOf,
}: Place): Promise<() => Promise<void>> => {
  const schema = schemaOf('bare')
  const made = await promise(postgresEventStore({ url, schema }))
  await promise(made.close)
  const sql = `
    WITH locked AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtextextended($1, 0)))
    INSERT INTO "${schema}".event (position, stream, revision, id, recorded_at, record)
    SELECT (SELECT coalesce(max(position), 0) + 1 FROM "${schema}".event),
      $2, $3::bigint + 1, $4, clock_timestamp(), $5
    FROM locked
    WHERE (SELECT coalesce(max(revision), 0) FROM "${schema}".event WHERE stream = $2) = $3`
  const stream = `cohort-${randomUUID()}`
  let revision = 0
  return async () => {
    const record = newRecord()
    const given = [schema, stream, revision, record.id, JSON.stringify(record)]
    const { rowCount } = await driver.query(sql, given)
    if (rowCount !== 1) throw new Error('the stream ends elsewhere')
    revision += 1
  }
}
