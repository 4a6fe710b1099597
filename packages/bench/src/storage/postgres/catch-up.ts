import type { Port } from '@reverse-mentoring/core'
import type pg from 'pg'
import { interleaved } from '../../measure.ts'
import { atMost, type Row } from '../../row.ts'
import { readWhole } from '../read-log.ts'

/** Records of a page, and of what a cursor brings at once. */
const page = 1000

/** The whole log page by page, beside a cursor of the bare driver whose rows are parsed. */
export const catchUpRow = async (
  store: Pick<Port.EventStore, 'readLog'>,
  driver: pg.Client,
  schema: string,
): Promise<Row> => {
  const counted: Array<number> = []
  const cursor = async (): Promise<number> => {
    let count = 0
    await driver.query('BEGIN')
    await driver.query(
      `DECLARE log NO SCROLL CURSOR FOR SELECT * FROM "${schema}".event ORDER BY position`,
    )
    for (let more = true; more;) {
      const { rows } = await driver.query<{ record: string }>(`FETCH ${String(page)} FROM log`)
      for (const { record } of rows) JSON.parse(record)
      count += rows.length
      more = rows.length > 0
    }
    await driver.query('COMMIT')
    return count
  }
  process.stderr.write('storage: PostgreSQL, reading 10⁶ events …\n')
  const [here = Number.NaN, beside = Number.NaN] = await interleaved(3, [
    async () => void (counted[0] = await readWhole(store, page)),
    async () => void (counted[1] = await cursor()),
  ])
  const records = String(counted[0])
  if (counted[0] !== counted[1]) throw new Error('not everything was read')
  return atMost(
    `PostgreSQL: catching up on ${records} records`,
    here,
    ['a bare cursor, and JSON.parse', beside],
    1.5,
  )
}
