import { randomUUID } from 'node:crypto'
import { promise } from '@reverse-mentoring/runtime'
import { postgresEventStore } from '@reverse-mentoring/storage-postgres'
import pg from 'pg'
import type { Row } from '../row.ts'
import { appendRow } from './append.ts'
import { catchUpRow } from './catch-up.ts'
import { togetherRow } from './together.ts'

const skipped: Row = {
  work: 'PostgreSQL: appends, and catching up',
  here: 'not measured',
  comparedWith: 'nothing: DATABASE_URL names no server',
  ratio: Number.NaN,
  bar: 'none',
}

/** What the event store on PostgreSQL costs beside the bare driver, on the server that `DATABASE_URL` names. */
export async function* postgresRows(): AsyncGenerator<Row> {
  const url = process.env['DATABASE_URL']
  if (url === undefined || url === '') {
    yield skipped
    return
  }
  const schema = `bench_${randomUUID().slice(0, 8)}`
  const store = await promise(postgresEventStore({ url, schema }))
  const driver = new pg.Client({ connectionString: url })
  await driver.connect()
  try {
    yield await appendRow(store, driver, schema)
    yield await togetherRow(store)
    yield await catchUpRow(store, driver, schema)
  } finally {
    await promise(store.close)
    await driver.query(`DROP SCHEMA "${schema}" CASCADE`)
    await driver.end()
  }
}
