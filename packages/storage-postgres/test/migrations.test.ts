import {
  applyMigrations,
  directorySchema,
  explainOpenFailure,
  logSchema,
  openPostgres,
  pendingMigrations,
  postgresDirectory,
  postgresEventStore,
  postgresViewStore,
  printMigrations,
} from '@reverse-mentoring/storage-postgres'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { got } from './log.ts'
import { opened, schemaOfTest, sql } from './place.ts'
import { batch } from './record.ts'
import { sharedServer } from './server/shared.ts'

const url = (await sharedServer()) ?? ''

const schemas = [logSchema, directorySchema]

/** What stands in a schema: its tables and functions, and what its version is. */
const look = (schema: string) =>
  sql(
    url,
    `SELECT relname AS name, relkind::text AS kind FROM pg_class WHERE relnamespace::regnamespace::text = $1
     UNION ALL SELECT proname, 'f' FROM pg_proc WHERE pronamespace::regnamespace::text = $1 ORDER BY 1, 2`,
    [schema],
  )

describe('migrations', () => {
  it.each(schemas)(
    'of the $what count from 1 without gaps, and say what they bring',
    ({ migrations }) => {
      expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1))
      for (const { what } of migrations) expect(what).toMatch(/\w/)
    },
  )
})

describe.skipIf(url === '')('migrations on a server', () => {
  it.each(schemas)('of the $what are printed as a script that it runs', async ({ migrations }) => {
    const schema = schemaOfTest(url)
    const script = printMigrations(migrations)
    for (const { version, what } of migrations)
      expect(script).toContain(`-- ${String(version)}: ${what}`)
    await sql(
      url,
      `BEGIN; CREATE SCHEMA ${schema}; SET LOCAL search_path = ${schema}; ${script} COMMIT`,
    )
    expect((await look(schema)).length).toBeGreaterThan(5)
  })

  it('are all pending for a schema that is not there, and the dry run makes none', async () => {
    const schema = schemaOfTest(url)
    expect(await pendingMigrations(logSchema, { url, schema })()).toEqual(
      E.right(logSchema.migrations),
    )
    expect(await sql(url, 'SELECT FROM pg_namespace WHERE nspname = $1', [schema])).toEqual([])
  })

  it.each(logSchema.migrations.slice(0, -1).map(({ version }) => version))(
    'are applied from where the schema is, and what it holds stays: from version %i',
    async (version) => {
      const options = { url, schema: schemaOfTest(url) }
      const [old, rest] = [
        logSchema.migrations.slice(0, version),
        logSchema.migrations.slice(version),
      ]
      const before = { ...logSchema, migrations: old }
      expect(await applyMigrations(before, options)()).toEqual(E.right(old))
      const [record] = batch(1)
      await sql(
        url,
        `INSERT INTO ${options.schema}.event VALUES (1, 'cohort-a', 1, $1, now(), $2)`,
        [record.id, JSON.stringify(record)],
      )
      expect(await pendingMigrations(logSchema, options)()).toEqual(E.right(rest))
      expect(await applyMigrations(logSchema, options)()).toEqual(E.right(rest))
      expect(await applyMigrations(logSchema, options)()).toEqual(E.right([]))
      expect(await applyMigrations(before, options)()).toMatchObject({
        left: { _tag: 'NewerSchema' },
      })
      const store = await opened(postgresEventStore(options))
      const { records } = await got(store.readLog({ limit: 9 }))
      expect(records).toEqual([expect.objectContaining(record)])
    },
  )

  it('are not applied to a schema of a newer version, which stays as it is', async () => {
    const schema = schemaOfTest(url)
    const options = { url, schema }
    await (await opened(postgresEventStore(options))).close()
    await sql(url, `UPDATE ${schema}.reverse_mentoring SET version = 99`)
    const before = await look(schema)
    const known = logSchema.migrations.length
    for (const opening of [
      postgresEventStore(options),
      postgresViewStore(options),
      pendingMigrations(logSchema, options),
    ]) {
      const failure = await opening()
      expect(failure).toMatchObject({ left: { _tag: 'NewerSchema', schema, found: 99, known } })
      expect(E.isLeft(failure) && explainOpenFailure(failure.left)).toBe(
        `the schema ${schema} has version 99, and this version of the library knows versions up to ${String(known)}: update the library; the schema was not changed`,
      )
    }
    expect(await look(schema)).toEqual(before)
  })

  it('are not applied to a schema of another kind, or of another program', async () => {
    const [log, directory, theirs] = [schemaOfTest(url), schemaOfTest(url), schemaOfTest(url)]
    const both = { log: { url, schema: log }, directory: { url, schema: directory } }
    await (await opened(openPostgres(both))).close()
    await sql(url, `CREATE SCHEMA ${theirs}`)
    await sql(url, `CREATE TABLE ${theirs}.event (a integer)`)
    const before = await look(theirs)
    const openings = [
      postgresEventStore({ url, schema: directory }),
      postgresDirectory({ url, schema: log }),
      postgresEventStore({ url, schema: theirs }),
      postgresDirectory({ url, schema: theirs }),
      openPostgres({ log: both.directory, directory: both.log }),
    ]
    for (const opening of openings) {
      const failure = await opening()
      expect(E.isLeft(failure) && explainOpenFailure(failure.left)).toMatch(
        /^the schema t_\w+ is there, but is no (log|directory): name another one$/,
      )
    }
    expect(await look(theirs)).toEqual(before)
  })

  it('of one schema are not begun where the other is refused', async () => {
    const [log, directory] = [schemaOfTest(url), schemaOfTest(url)]
    await sql(url, `CREATE SCHEMA ${directory}`)
    await sql(url, `CREATE TABLE ${directory}.theirs (a integer)`)
    const places = { log: { url, schema: log }, directory: { url, schema: directory } }
    expect(await openPostgres(places)()).toMatchObject({ left: { _tag: 'Misused' } })
    expect(await sql(url, 'SELECT FROM pg_namespace WHERE nspname = $1', [log])).toEqual([])
  })

  it('are applied once where several open at the same instant', async () => {
    const options = { url, schema: schemaOfTest(url) }
    const openings = [postgresEventStore, postgresViewStore, postgresEventStore]
    await Promise.all(openings.map((open) => opened<{ close: never }>(open(options) as never)))
    expect(await sql(url, `SELECT version FROM ${options.schema}.reverse_mentoring`)).toEqual([
      { version: logSchema.migrations.length },
    ])
  })

  it('need no right to make schemas where an empty one was given', async () => {
    const schema = schemaOfTest(url)
    const role = `${schema}_role`
    await sql(
      url,
      `CREATE ROLE ${role} LOGIN PASSWORD 'theirs'; CREATE SCHEMA ${schema} AUTHORIZATION ${role}`,
    )
    const theirs = new URL(url)
    theirs.username = role
    theirs.password = 'theirs'
    const store = await opened(postgresEventStore({ url: theirs.href, schema }))
    expect(await got(store.append('cohort-a', 0, batch(1)))).toEqual({ revision: 1 })
    const refused = await postgresEventStore({ url: theirs.href, schema: `${schema}_2` })()
    expect(refused).toMatchObject({ left: { _tag: 'Misused' } })
    await store.close()
    await sql(url, `DROP SCHEMA ${schema} CASCADE; DROP ROLE ${role}`)
  })
})
