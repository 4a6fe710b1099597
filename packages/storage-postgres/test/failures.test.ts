import {
  openPostgres,
  postgresDirectory,
  postgresEventStore,
  postgresViewStore,
  type PostgresOptions,
} from '@reverse-mentoring/storage-postgres'
import * as E from 'fp-ts/lib/Either.js'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { got } from './log.ts'
import { newSchema, opened, schemaOfTest, sql } from './place.ts'
import { batch } from './record.ts'
import { sharedServer } from './server/shared.ts'

const url = (await sharedServer()) ?? ''

const reasonOf = (
  answer: E.Either<{ readonly reason?: string; readonly _tag: string }, unknown>,
): string =>
  E.isLeft(answer) ? `${answer.left._tag}: ${answer.left.reason ?? ''}` : 'it went well'

/** The address with another part, or with settings of the connection. */
const addressWith = (change: (address: URL) => void): string => {
  const address = new URL(url)
  change(address)
  return address.href
}

const set = (settings: string): string =>
  addressWith((address) => {
    address.searchParams.set('options', settings)
  })

describe('an opening', () => {
  const good = { url: 'postgres://nobody@127.0.0.1:1/none', schema: 'acme' }
  const unfit: ReadonlyArray<
    readonly [why: string, options: Partial<PostgresOptions>, reason: RegExp]
  > = [
    ['no address', { url: '' }, /^url is an address such as postgres:/],
    ['the address of something else', { url: 'mysql://a:secret@b' }, /^url is an address such as/],
    ['no name', { schema: '' }, /^a schema is named by/],
    ['a name with a quote', { schema: 'a"; DROP SCHEMA b; --' }, /^a schema is named by/],
    ['a name in capitals', { schema: 'Acme' }, /^a schema is named by/],
    ['a name of the server’s own', { schema: 'pg_acme' }, /^a schema is named by/],
    ['a name that is too long', { schema: 'a'.repeat(41) }, /^a schema is named by/],
    ['no time', { deadline: 0 }, /^deadline is a whole number/],
    ['half a millisecond', { deadline: 0.5 }, /^deadline is a whole number/],
    ['no connection', { connections: 0 }, /^connections is a whole number/],
    ['a listener elsewhere', { listen: 'http://here' } as never, /^listen is an address such as/],
  ]

  it.each(unfit)('with %s is Misused', async (_, options, reason) => {
    const answer = await postgresEventStore({ ...good, ...options })()
    expect(answer).toMatchObject({
      left: { _tag: 'Misused', reason: expect.stringMatching(reason) as string },
    })
    expect(reasonOf(answer)).not.toContain('secret')
  })

  it('of one schema as both is Misused, and so is one without places', async () => {
    for (const places of [{ log: good, directory: good }, {}, undefined])
      expect(await openPostgres(places as never)()).toMatchObject({ left: { _tag: 'Misused' } })
  })

  it('where nothing answers is Unavailable', async () => {
    expect(reasonOf(await postgresEventStore(good)())).toBe(
      'Unavailable: nothing answers at this address (ECONNREFUSED)',
    )
  })
})

describe.skipIf(url === '')('an opening on a server', () => {
  it.each([
    [
      'whom it does not know',
      () => addressWith((address) => (address.username = 'nobody_here')),
      /^Misused: the server does not let this user in \(28/,
    ],
    [
      'of a database that is not there',
      () => addressWith((address) => (address.pathname = '/nowhere')),
      'Misused: the database is not there (3D000)',
    ],
    [
      'that would lose what it acknowledged',
      () => set('-c synchronous_commit=off'),
      'Misused: synchronous_commit is off, so a crash of the server would lose what was acknowledged: set it to on for this user and database',
    ],
    [
      'that would read before it waits',
      () => set('-c default_transaction_isolation=serializable'),
      'Misused: default_transaction_isolation is serializable: set it to read committed for this user and database',
    ],
    [
      'that may only be read',
      () => set('-c default_transaction_read_only=on'),
      'Unavailable: the server may only be read: it is a standby, or `default_transaction_read_only` is on (25006)',
    ],
    [
      'that speaks no TLS',
      () => addressWith((address) => address.searchParams.set('sslmode', 'verify-full')),
      'Misused: the server speaks no TLS, and the address wants it',
    ],
  ])('%s says so', async (_, address, reason) => {
    const answer = await postgresEventStore({ url: address(), schema: newSchema() })()
    expect(reasonOf(answer)).toEqual(
      typeof reason === 'string' ? reason : (expect.stringMatching(reason) as string),
    )
  })
})

describe.skipIf(url === '')('work', () => {
  it('is Unavailable while somebody keeps the log locked, and goes on afterwards', async () => {
    const schema = schemaOfTest(url)
    const store = await opened(postgresEventStore({ url, schema, deadline: 1000 }))
    await got(store.append('cohort-a', 0, batch(1)))
    const other = new pg.Client({ connectionString: url })
    await other.connect()
    onTestFinished(() => other.end())
    await other.query('BEGIN')
    await other.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('reverse-mentoring log ${schema}', 0))`,
    )
    const records = batch(2)
    expect(reasonOf(await store.append('cohort-a', 1, records)())).toBe(
      'Unavailable: another process has been writing for too long (55P03)',
    )
    await other.query('COMMIT')
    expect(await store.append('cohort-a', 1, records)()).toEqual(E.right({ revision: 3 }))
  })

  it('is Unavailable where the server stops it after a time-out of its own', async () => {
    const schema = schemaOfTest(url)
    await opened(postgresEventStore({ url, schema }))
    const hasty = await opened(
      postgresEventStore({ url: set('-c statement_timeout=100'), schema, deadline: 3000 }),
    )
    const other = new pg.Client({ connectionString: url })
    await other.connect()
    onTestFinished(() => other.end())
    await other.query('BEGIN')
    await other.query(`LOCK TABLE ${schema}.event`)
    for (const answer of [
      await hasty.append('cohort-a', 0, batch(1))(),
      await hasty.readLog({ limit: 1 })(),
    ])
      expect(reasonOf(answer)).toBe(
        'Unavailable: the server stopped it after its own time-out, such as `statement_timeout` (57014)',
      )
  })

  it('is Unavailable once its connections are ended, and the next has others', async () => {
    const schema = schemaOfTest(url)
    const store = await opened(postgresEventStore({ url, schema, connections: 1 }))
    await got(store.head)
    await sql(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'reverse-mentoring' AND query LIKE '%${schema}%' AND pid <> pg_backend_pid()`,
    )
    await expect.poll(() => store.head()).toEqual(E.right('0'))
  })

  it('is Misused once the schema is dropped', async () => {
    const schema = schemaOfTest(url)
    const store = await opened(postgresEventStore({ url, schema }))
    const views = await opened(postgresViewStore({ url, schema }))
    await sql(url, `DROP SCHEMA ${schema} CASCADE`)
    for (const answer of [
      await store.append('cohort-a', 0, batch(1))(),
      await store.head(),
      await views.views(),
    ])
      expect(answer).toMatchObject({ left: { _tag: 'Misused' } })
  })

  it('is refused by a transaction that would read before it waits', async () => {
    const [schema, people] = [schemaOfTest(url), schemaOfTest(url)]
    await opened(postgresEventStore({ url, schema }))
    await opened(postgresDirectory({ url, schema: people }))
    const calls = [`${schema}.append('[]', 1)`, `${schema}.commit_views('[]', '[]', '{}', 1)`]
    for (const call of [...calls, `${people}.put_people('[]', 1)`])
      await expect(
        sql(url, `BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT ${call}; COMMIT`),
      ).rejects.toThrow(/isolation level read committed/)
    await sql(url, 'ROLLBACK')
  })
})

describe.skipIf(url === '')('tenants', () => {
  it('of one database see nothing of each other', async () => {
    const [one, other] = await Promise.all(
      [schemaOfTest(url), schemaOfTest(url)].map((schema) =>
        opened(
          openPostgres({
            log: { url, schema },
            directory: { url, schema: schemaOfTest(url) },
          }),
        ),
      ),
    )
    if (one === undefined || other === undefined) throw new Error('not opened')
    await got(one.store.append('cohort-a', 0, batch(2)))
    await got(one.directory.secret('key', 'of one'))
    expect(await got(other.store.append('cohort-a', 0, batch(1)))).toEqual({ revision: 1 })
    expect((await got(one.store.readLog({ limit: 9 }))).records).toHaveLength(2)
    expect((await got(other.store.readLog({ limit: 9 }))).records).toHaveLength(1)
    expect(await got(other.directory.secret('key', 'of the other'))).toBe('of the other')
    expect(await got(one.directory.secret('key', 'late'))).toBe('of one')
  })

  it('do not take each other’s checkpoints', async () => {
    const [one, other] = await Promise.all(
      [schemaOfTest(url), schemaOfTest(url)].map((schema) =>
        opened(postgresEventStore({ url, schema })),
      ),
    )
    if (one === undefined || other === undefined) throw new Error('not opened')
    await got(one.append('cohort-a', 0, batch(2)))
    await got(other.append('cohort-a', 0, batch(2)))
    const after = await got(one.head)
    expect(await other.readLog({ after, limit: 1 })()).toMatchObject({ left: { _tag: 'Misused' } })
  })
})

describe.skipIf(url === '')('hints', () => {
  it('come from other processes where a server is listened to, also once it was lost', async () => {
    const schema = schemaOfTest(url)
    const reader = await opened(postgresEventStore({ url, schema, listen: url }))
    const writer = await opened(postgresEventStore({ url, schema }))
    let heard = 0
    reader.onAppend?.(() => (heard += 1))
    await got(writer.append('cohort-a', 0, batch(1)))
    await expect.poll(() => heard).toBeGreaterThan(0)
    await sql(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN "reverse_mentoring_${schema}"'`,
    )
    const before = heard
    await expect.poll(() => heard, { timeout: 5000 }).toBeGreaterThan(before)
    const again = heard
    await got(writer.append('cohort-a', 1, batch(1)))
    await expect.poll(() => heard).toBeGreaterThan(again)
  })

  it('are refused at the opening where nothing listens', async () => {
    const listen = 'postgres://nobody@127.0.0.1:1/none'
    const answer = await postgresEventStore({ url, schema: schemaOfTest(url), listen })()
    expect(reasonOf(answer)).toBe('Unavailable: nothing answers at this address (ECONNREFUSED)')
  })
})
