import type { Closable, PostgresOptions } from '@reverse-mentoring/storage-postgres'
import type { NewPlace } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, onTestFinished } from 'vitest'

const pools = new Map<string, pg.Pool>()

const poolOf = (url: string): pg.Pool => {
  const pool =
    pools.get(url) ?? new pg.Pool({ connectionString: url, max: 2, allowExitOnIdle: true })
  if (!pools.has(url)) pool.on('error', () => undefined)
  pools.set(url, pool)
  return pool
}

/** Asks a server beside the package. */
export const sql = async (
  url: string,
  statement: string,
  given: ReadonlyArray<unknown> = [],
): Promise<ReadonlyArray<Readonly<Record<string, unknown>>>> => {
  const { rows } = await poolOf(url).query<Record<string, unknown>>(statement, [...given])
  return rows
}

/** Drops schemas, unless the whole server goes with the run of the tests. */
export const drop = async (url: string, ...schemas: ReadonlyArray<string>): Promise<void> => {
  if (url === process.env['TEST_POSTGRES_URL']) return
  for (const schema of schemas) await sql(url, `DROP SCHEMA IF EXISTS "${schema}" CASCADE`)
}

/** Every row of some schemas, as text. */
export const rowsIn = async (url: string, ...schemas: ReadonlyArray<string>): Promise<string> => {
  const tables = await sql(
    url,
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name
     FROM information_schema.tables WHERE table_schema = ANY($1)`,
    [schemas],
  )
  const texts = tables.map(async ({ name }) => {
    const [row] = await sql(
      url,
      `SELECT string_agg(one::text, ' ') AS rows FROM ${String(name)} one`,
    )
    return String(row?.['rows'])
  })
  return (await Promise.all(texts)).join(' ')
}

/** A name for a schema that is not there. */
export const newSchema = (): string => `t_${randomUUID().replaceAll('-', '').slice(0, 20)}`

/** The same; it is dropped after the test. */
export const schemaOfTest = (url: string): string => {
  const schema = newSchema()
  onTestFinished(() => drop(url, schema))
  return schema
}

const isFull = process.env['FULL'] === '1'

/** Each place is a schema of its own where all tests are run; else most laws share one, for it may hold data of others. */
export const inSchemas = <Adapter extends Closable>(
  url: string,
  open: (options: PostgresOptions) => TE.TaskEither<unknown, Adapter>,
  isApart = isFull,
): NewPlace<Adapter> => {
  const shared = newSchema()
  afterAll(() => drop(url, shared))
  return () => {
    const schema = isApart ? newSchema() : shared
    const place = pipe(
      open({ url, schema }),
      TE.bimap(JSON.stringify, (adapter) => ({
        adapter,
        close: TE.mapLeft(JSON.stringify)(adapter.close),
      })),
    )
    const remove = (): Promise<void> => (isApart ? drop(url, schema) : Promise.resolve())
    return Promise.resolve(E.right(Object.assign(() => place(), { remove })))
  }
}

/** What is opened, until the test is over. */
export const opened = async <Adapter extends Closable>(
  opening: TE.TaskEither<unknown, Adapter>,
): Promise<Adapter> => {
  const answer = await opening()
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  onTestFinished(async () => {
    await answer.right.close()
  })
  return answer.right
}
