import { randomUUID } from 'node:crypto'
import { promise } from '@reverse-mentoring/runtime'
import type { PostgresEventStore } from '@reverse-mentoring/storage-postgres'
import type pg from 'pg'
import { interleaved } from '../measure.ts'
import { atMost, type Row } from '../row.ts'
import { newRecord } from './records.ts'

/** One append after the other, beside one bare statement that inserts the same row into the same kind of table. */
export const appendRow = async (
  store: PostgresEventStore,
  driver: pg.Client,
  schema: string,
): Promise<Row> => {
  await driver.query(`CREATE TABLE "${schema}".bare (LIKE "${schema}".event INCLUDING INDEXES)`)
  const stream = `cohort-${randomUUID()}`
  let [revision, position] = [0, 0]
  const append = async (): Promise<void> => {
    revision = (await promise(store.append(stream, revision, [newRecord()]))).revision
  }
  const bare = async (): Promise<void> => {
    const record = newRecord()
    position += 1
    const given = [position, stream, position, record.id, JSON.stringify(record)]
    await driver.query(
      `INSERT INTO "${schema}".bare VALUES ($1, $2, $3, $4, clock_timestamp(), $5)`,
      given,
    )
  }
  const [here = Number.NaN, beside = Number.NaN] = await interleaved(401, [append, bare])
  return atMost('PostgreSQL: one append', here, ['a bare insert of the same row', beside], 2)
}
