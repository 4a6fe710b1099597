import { openPostgres } from '@reverse-mentoring/storage-postgres'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { drop, newSchema, rowsIn, sql } from '../../../packages/storage-postgres/test/place.ts'
import { sharedServer } from '../../../packages/storage-postgres/test/server/shared.ts'
import { bundledRoster } from './bundled-roster.ts'
import { temporaryFolder } from './folder.ts'
import { historyIn, recordsOf, run, type Remembered } from './run.ts'

const server = (await sharedServer()) ?? ''
const folder = temporaryFolder()
const until = process.env['FULL'] === '1' ? [] : ['--until', '2026-02-10']

/** Two schemas that are not there; they are dropped after the test. */
const newPlace = (): string => {
  const schema = newSchema()
  onTestFinished(() => drop(server, schema, `${schema}_people`))
  return schema
}

const schemasLike = async (schema: string): Promise<ReadonlyArray<unknown>> =>
  (
    await sql(
      server,
      'SELECT nspname FROM pg_namespace WHERE starts_with(nspname, $1) ORDER BY 1',
      [schema],
    )
  ).map(({ nspname }) => nspname)

const historyOn = async (schema: string): Promise<ReadonlyArray<Remembered>> => {
  const opened = await openPostgres({
    log: { url: server, schema },
    directory: { url: server, schema: `${schema}_people` },
  })()
  if (E.isLeft(opened)) throw new Error(opened.left.reason)
  const records = await recordsOf(opened.right.store)
  await opened.right.close()
  return records
}

describe.skipIf(server === '')('a run on PostgreSQL', () => {
  it('in parts has the history of one on files, in two schemas, and goes on only there', async () => {
    const [files, out, schema] = [join(folder, 'files'), join(folder, 'server'), newPlace()]
    const asked = ['--store', server, '--schema', schema]
    expect((await run('--out', files, ...until)).exitCode).toBe(0)
    const first = await run('--out', out, ...asked, '--until', '2026-01-25')
    expect([first.exitCode, first.flat]).toEqual([
      0,
      expect.stringContaining(`schema ${schema}_people – names`),
    ])
    expect((await run('--out', out, ...asked, ...until)).flat).toContain('Going on after')
    const history = await historyOn(schema)
    expect(history).toEqual(await historyIn(files))
    expect(history.length).toBeGreaterThan(100)
    const report = (of: string) => readFileSync(join(of, 'report.html'), 'utf8')
    expect(report(out) === report(files)).toBe(true)
    expect(readdirSync(out).filter((name) => name.includes('sqlite'))).toEqual([])

    const [log, people] = await Promise.all([
      rowsIn(server, schema),
      rowsIn(server, `${schema}_people`),
    ])
    for (const { name } of (await bundledRoster()).people) {
      expect(people).toContain(name)
      expect(log).not.toContain(name)
    }

    for (const other of [[], ['--store', server, '--schema', `${schema}_people`]]) {
      const { exitCode, flat } = await run('--out', out, ...other)
      expect([exitCode, flat]).toEqual([2, expect.stringContaining('was begun with --store')])
    }
    const taken = await run('--out', join(folder, 'taken'), ...asked)
    expect([taken.exitCode, taken.flat]).toEqual([2, expect.stringContaining('is not its folder')])
    expect(existsSync(join(folder, 'taken'))).toBe(false)
    expect(await historyOn(schema)).toEqual(history)
  })

  it('tells no password, neither on the terminal nor in its folder', async () => {
    const address = new URL(server)
    address.password = 'open-sesame'
    address.searchParams.set('application_name', 'open-sesame')
    const [out, schema] = [join(folder, 'password'), newPlace()]
    const asked = ['--out', out, '--store', address.href, '--schema', schema]
    const { exitCode, text } = await run(...asked, '--until', '2026-01-12')
    expect([exitCode, text]).toEqual([0, expect.not.stringContaining('sesame')])
    const settings = readFileSync(join(out, 'settings.json'), 'utf8')
    expect(settings).toContain(`--schema ${schema}`)
    expect(settings).not.toContain('sesame')
  })

  it('that is dry changes nothing there', async () => {
    const [out, schema] = [join(folder, 'dry'), newPlace()]
    const asked = ['--out', out, '--store', server, '--schema', schema]
    const { exitCode, flat } = await run(...asked, '--dry-run')
    expect([exitCode, flat]).toEqual([0, expect.stringContaining('nothing was left behind')])
    expect(existsSync(out)).toBe(false)
    expect(await schemasLike(schema)).toEqual([])
  })

  it('without the right to make schemas says so, and works in those that it is given', async () => {
    const [schema, user] = [newPlace(), newSchema()]
    await sql(server, `CREATE ROLE ${user} LOGIN`)
    onTestFinished(async () => {
      await sql(server, `DROP OWNED BY ${user} CASCADE`)
      await sql(server, `DROP ROLE ${user}`)
    })
    const address = new URL(server)
    address.username = user
    const out = join(folder, 'right')
    const asked = ['--out', out, '--store', address.href, '--schema', schema]
    const refused = await run(...asked, '--until', '2026-01-12')
    expect([refused.exitCode, refused.flat]).toEqual([
      2,
      expect.stringContaining(`or make the schemas ${schema} and ${schema}_people for it`),
    ])
    expect(existsSync(out)).toBe(false)
    for (const name of [schema, `${schema}_people`])
      await sql(server, `CREATE SCHEMA ${name} AUTHORIZATION ${user}`)
    expect((await run(...asked, '--until', '2026-01-12')).exitCode).toBe(0)
  })
})

describe('a store that cannot be', () => {
  it.each([
    [['--store', 'mysql://a:sesame@b/c'], 2, '--store takes an address such as'],
    [['--store', 'postgres://a:12/sesame@b/c'], 2, '--store takes an address such as'],
    [['--store', 'postgres://a:12#sesame@b/c'], 2, '--store takes an address such as'],
    [['--stroe=postgres://a:sesame@b/c'], 2, 'unknown option'],
    [['postgres://a:sesame@b/c'], 2, 'too many arguments'],
    [
      ['--store', 'postgres://a:sesame@127.0.0.1:1/c', '--schema', 'A'],
      2,
      '--schema takes at most',
    ],
    [['--schema', 'acme'], 2, '--schema goes with --store'],
    [['--store', 'postgres://a:sesame@127.0.0.1:1/c'], 1, 'nothing answers at this address'],
    [['--store', 'postgres://a:sesame@127.0.0.1:1/c', '--dry-run'], 1, 'nothing answers'],
  ])(
    '%j is said in a sentence, without the password, and leaves nothing',
    async (asked, code, said) => {
      const out = join(folder, 'never')
      const { exitCode, text, flat } = await run('--out', out, ...asked)
      expect([exitCode, flat]).toEqual([code, expect.stringContaining(said)])
      expect(text).not.toContain('sesame')
      expect(existsSync(out)).toBe(false)
    },
  )
})
