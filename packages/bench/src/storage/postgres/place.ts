import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** Schemas on a server, and a database of its own for other libraries, for as long as it is measured. */
export interface Place {
  readonly url: string
  /** The database of its own. */
  readonly peers: string
  readonly driver: pg.Client
  /** The schema for some purpose. */
  readonly schema: (purpose: string) => string
}

/** Rows that are measured in such a place, which is gone afterwards. */
export async function* inPlace<A>(
  url: string,
  rows: (place: Place) => AsyncIterable<A>,
): AsyncGenerator<A> {
  const name = `bench_${randomUUID().slice(0, 8)}`
  const schemas = new Set<string>()
  const driver = new pg.Client({ connectionString: url })
  await driver.connect()
  await driver.query(`CREATE DATABASE ${name}`)
  const peers = Object.assign(new URL(url), { pathname: `/${name}` }).href
  const schema = (purpose: string): string => {
    const named = `${name}_${purpose}`
    schemas.add(named)
    return named
  }
  try {
    yield* rows({ url, peers, driver, schema })
  } finally {
    for (const made of schemas) await driver.query(`DROP SCHEMA IF EXISTS "${made}" CASCADE`)
    await driver.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await driver.end()
  }
}
