import type { Port } from '@reverse-mentoring/core'
import { promise } from '@reverse-mentoring/runtime'
import type pg from 'pg'
import { atMost, type Row } from '../../row.ts'

/** Records of a page, and of what a cursor brings at once. */
const size = 1000

/** Reads the log page by page; answers how many records each holds. */
async function* paged(store: Pick<Port.EventStore, 'readLog'>): AsyncGenerator<number, void> {
  for (let page = await promise(store.readLog({ limit: size })); ;) {
    yield page.records.length
    if (!page.more) return
    page = await promise(store.readLog({ after: page.next, limit: size }))
  }
}

/** Reads it by a cursor of the bare driver, and parses its rows. */
async function* fetched(driver: pg.Client, schema: string): AsyncGenerator<number, void> {
  await driver.query('BEGIN')
  await driver.query(
    `DECLARE log NO SCROLL CURSOR FOR SELECT * FROM "${schema}".event ORDER BY position`,
  )
  for (let more = true; more;) {
    const { rows } = await driver.query<{ record: string }>(`FETCH ${String(size)} FROM log`)
    for (const { record } of rows) JSON.parse(record)
    more = rows.length > 0
    yield rows.length
  }
  await driver.query('COMMIT')
}

/** The whole log, page by page in turns, so that whatever slows down the machine meanwhile slows down both. */
export const catchUpRow = async (
  store: Pick<Port.EventStore, 'readLog'>,
  driver: pg.Client,
  schema: string,
): Promise<Row> => {
  process.stderr.write('storage: PostgreSQL, reading 10⁶ events …\n')
  const readers = [paged(store), fetched(driver, schema)].map((pages) => ({
    pages,
    ...{ records: 0, milliseconds: 0, isDone: false },
  }))
  while (readers.some(({ isDone }) => !isDone)) {
    for (const reader of readers) {
      const began = performance.now()
      const { value, done } = await reader.pages.next()
      reader.milliseconds += performance.now() - began
      reader.isDone = done === true
      reader.records += value ?? 0
    }
  }
  const [here, beside] = readers
  if (here === undefined || here.records !== beside?.records)
    throw new Error('not everything was read')
  return atMost(
    `PostgreSQL: catching up on ${String(here.records)} records`,
    here.milliseconds,
    ['a bare cursor, and JSON.parse', beside.milliseconds],
    1.5,
  )
}
