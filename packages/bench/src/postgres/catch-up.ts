import { randomUUID } from 'node:crypto'
import type { Stored } from '@reverse-mentoring/core'
import { promise } from '@reverse-mentoring/runtime'
import type { PostgresEventStore } from '@reverse-mentoring/storage-postgres'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type pg from 'pg'
import { interleaved } from '../measure.ts'
import { atMost, type Row } from '../row.ts'
import { newRecord } from './records.ts'

const records = 20_000
const together = 1000

const fill = async (store: PostgresEventStore): Promise<void> => {
  for (let stored = 0; stored < records; stored += together) {
    const batch: ReadonlyArray<Stored.NewRecord> = Array.from({ length: together }, newRecord)
    if (isNonEmpty(batch)) await promise(store.append(`cohort-${randomUUID()}`, 0, batch))
  }
}

/** The whole log page by page, beside a cursor of the bare driver whose rows are parsed. */
export const catchUpRow = async (
  store: PostgresEventStore,
  driver: pg.Client,
  schema: string,
): Promise<Row> => {
  await fill(store)
  const paged = async (): Promise<void> => {
    for (let page = await promise(store.readLog({ limit: together })); page.more;)
      page = await promise(store.readLog({ after: page.next, limit: together }))
  }
  const cursor = async (): Promise<void> => {
    await driver.query('BEGIN')
    await driver.query(
      `DECLARE log NO SCROLL CURSOR FOR SELECT * FROM "${schema}".event ORDER BY position`,
    )
    for (let more = true; more;) {
      const { rows } = await driver.query<{ record: string }>(`FETCH ${String(together)} FROM log`)
      for (const { record } of rows) JSON.parse(record)
      more = rows.length > 0
    }
    await driver.query('COMMIT')
  }
  const [here = Number.NaN, beside = Number.NaN] = await interleaved(11, [paged, cursor])
  return atMost('PostgreSQL: catching up with 20 000 records', here, ['a bare cursor', beside], 2)
}
