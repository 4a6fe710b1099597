import { promise } from '@reverse-mentoring/runtime'
import { postgresEventStore } from '@reverse-mentoring/storage-postgres'
import type { Row } from '../../row.ts'
import { storeCohorts } from '../../views/many-cohorts.ts'
import { flatRows } from '../flat.ts'
import { large, small } from '../logs.ts'
import { rebuildMemoryRow } from '../rebuild-memory.ts'
import { catchUpRow } from './catch-up.ts'
import type { Place } from './place.ts'

/** Milliseconds that one call may take, on a machine that has much else to do. */
const deadline = 60_000

/** What costs in a large log, and in a small one. */
export async function* postgresSizeRows({ url, driver, schema }: Place): AsyncGenerator<Row> {
  const schemas = { large: schema('large'), small: schema('small') }
  const [log, few] = [
    await promise(postgresEventStore({ url, schema: schemas.large, deadline })),
    await promise(postgresEventStore({ url, schema: schemas.small, deadline })),
  ] as const
  try {
    process.stderr.write('storage: PostgreSQL, storing 10⁶ events …\n')
    await storeCohorts(log, large)
    await storeCohorts(few, small)
    // What the server does by itself some time after so many rows came.
    for (const filled of Object.values(schemas))
      await driver.query(`VACUUM ANALYZE "${filled}".event`)
    yield* flatRows('PostgreSQL', log, few)
    yield await catchUpRow(log, driver, schemas.large)
  } finally {
    await promise(log.close)
    await promise(few.close)
  }
  yield rebuildMemoryRow('PostgreSQL', {
    ...{ url, log: schemas.large, directory: schema('directory') },
  })
}
