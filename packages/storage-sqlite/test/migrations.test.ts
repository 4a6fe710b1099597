import {
  applyMigrations,
  directorySchema,
  explainOpenFailure,
  logSchema,
  openSqlite,
  pendingMigrations,
  printMigrations,
  sqliteDirectory,
  sqliteEventStore,
  sqliteViewStore,
} from '@reverse-mentoring/storage-sqlite'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFile, opened } from './file.ts'
import { batch } from './record.ts'

const schemas = [logSchema, directorySchema]

const half = join(import.meta.dirname, 'child', 'half-opened.ts')

/** Runs SQL on a file, beside the package. */
const sql = (file: string, script: string): void => {
  const database = new Database(file)
  database.exec(script)
  database.close()
}

/** A log as the first version of the package would have left it. */
const firstVersion = (): string => {
  const file = newFile()
  const [first] = logSchema.migrations
  sql(
    file,
    `${first?.sql ?? ''}
    PRAGMA application_id = ${String(logSchema.applicationId)}; PRAGMA user_version = 1;
    INSERT INTO event (stream, revision, recorded_at, record) VALUES
      ('a', 1, '2026-03-01T10:00:00.000Z', '{"id":"x","type":"T","schema":1,"data":{},"meta":{"command":"y"}}')`,
  )
  return file
}

describe('migrations', () => {
  it.each(schemas)(
    'of the $what count from 1 without gaps, and say what they bring',
    ({ migrations }) => {
      expect(migrations.map(({ version }) => version)).toEqual(
        migrations.map((_, index) => index + 1),
      )
      for (const { what } of migrations) expect(what).toMatch(/\w/)
    },
  )

  it.each(schemas)('of the $what are printed as a script that SQLite runs', ({ migrations }) => {
    const script = printMigrations(migrations)
    for (const { version, what } of migrations)
      expect(script).toContain(`-- ${String(version)}: ${what}`)
    expect(() => {
      sql(newFile(), script)
    }).not.toThrow()
  })

  it('are all pending for a file that is not there, and the dry run makes none', async () => {
    const file = newFile()
    expect(await pendingMigrations(logSchema, file)()).toEqual(E.right(logSchema.migrations))
    expect(existsSync(file)).toBe(false)
  })

  it('are applied from where the file is, and what it holds stays', async () => {
    const file = firstVersion()
    const before = readFileSync(file)
    const rest = E.right(logSchema.migrations.slice(1))
    expect(await pendingMigrations(logSchema, file)()).toEqual(rest)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(await applyMigrations(logSchema, { file })()).toEqual(rest)
    expect(await pendingMigrations(logSchema, file)()).toEqual(E.right([]))
    expect(readdirSync(dirname(file))).toEqual([basename(file)])
    expect(await applyMigrations(logSchema, { file })()).toEqual(E.right([]))
    const store = await opened(sqliteEventStore({ file }))
    const page = await store.readStream('a', { after: 0, limit: 9 })()
    expect(E.isRight(page) && page.right.records.map(({ type }) => type)).toEqual(['T'])
  })

  it('of the second version leave the events, and take the views away, which are made again', async () => {
    const file = firstVersion()
    const [, second] = logSchema.migrations
    sql(
      file,
      `${second?.sql ?? ''}
      PRAGMA user_version = 2;
      INSERT INTO view (name, cohort, header) VALUES ('momentum-1', 'c', '{}');
      INSERT INTO view_row (view, key, row) VALUES (1, 'k', '{}');
      INSERT INTO reader (reader, checkpoint) VALUES ('projector', '1')`,
    )
    const views = await opened(sqliteViewStore({ file }))
    expect(await views.views()).toEqual(E.right([]))
    expect(await views.checkpoint('projector')()).toEqual(E.right(undefined))
    const store = await opened(sqliteEventStore({ file }))
    expect(await store.head()).toEqual(E.right('1.x'))
  })

  it('of a directory keep who is being erased, and let go of whom no cohort has to be told', async () => {
    const file = newFile()
    const [first, second] = directorySchema.migrations
    sql(
      file,
      `${first?.sql ?? ''} ${second?.sql ?? ''}
      PRAGMA application_id = ${String(directorySchema.applicationId)}; PRAGMA user_version = 2;
      INSERT INTO participant (participant, person, erased) VALUES ('a', NULL, 1), ('b', NULL, 1), ('c', '{}', 0);
      INSERT INTO listed (participant, cohort) VALUES ('a', 'x'), ('c', 'x')`,
    )
    const directory = await opened(sqliteDirectory({ file }))
    const erasing = E.right([{ participant: 'a', cohorts: ['x'] }])
    expect(await directory.erasing({ limit: 9 })()).toEqual(erasing)
    const list = (participant: string) =>
      directory.listCohort('y' as never, [participant as never])()
    expect([await list('a'), await list('b')]).toEqual([
      E.left({ _tag: 'Erased' }),
      E.right(undefined),
    ])
    expect(await directory.told('x' as never, ['a' as never])()).toEqual(E.right(undefined))
    expect(await list('a')).toEqual(E.left({ _tag: 'Erased' }))
  })

  it('are applied by every opening', async () => {
    const file = firstVersion()
    const views = await opened(sqliteViewStore({ file }))
    expect(await views.checkpoint('projector')()).toEqual(E.right(undefined))
  })

  it('are not applied to a file of a newer version, which stays as it is', async () => {
    const file = newFile()
    await (await opened(sqliteEventStore({ file }))).close()
    sql(file, 'PRAGMA user_version = 99')
    const before = readFileSync(file)
    for (const opening of [
      sqliteEventStore({ file }),
      sqliteViewStore({ file }),
      pendingMigrations(logSchema, file),
    ]) {
      const failure = await opening()
      expect(failure).toMatchObject({ left: { _tag: 'NewerSchema', file, found: 99, known: 4 } })
      expect(E.isLeft(failure) && explainOpenFailure(failure.left)).toBe(
        `${file} has schema 99, and this version of the library knows schemas up to 4: update the library; the file was not changed`,
      )
    }
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('are not applied to the file of another kind, or of another program', async () => {
    const [log, directory] = [newFile(), newFile()]
    const both = await opened(openSqlite({ log, directory }))
    await both.close()
    const stranger = newFile()
    sql(stranger, 'CREATE TABLE theirs (a)')
    const before = readFileSync(stranger)
    const openings = [
      sqliteEventStore({ file: directory }),
      sqliteDirectory({ file: log }),
      sqliteEventStore({ file: stranger }),
      openSqlite({ log: directory, directory: log }),
    ]
    for (const opening of openings) {
      const failure = await opening()
      expect(E.isLeft(failure) && explainOpenFailure(failure.left)).toMatch(
        /sqlite is an SQLite database, but no (log|directory): name another file$/,
      )
    }
    expect(readFileSync(stranger).equals(before)).toBe(true)
  })

  it('leave the file of another program that was killed as it is, with its journal', async () => {
    const file = newFile()
    spawnSync(process.execPath, [join(import.meta.dirname, 'child', 'killed.ts'), file])
    const folder = () => {
      const names = readdirSync(dirname(file)).filter((name) => !name.endsWith('-shm'))
      return names.map((name) => [name, readFileSync(join(dirname(file), name)).toString('hex')])
    }
    const before = folder()
    expect(before.map(([name]) => name)).toContain(`${basename(file)}-wal`)
    for (const opening of [
      sqliteEventStore({ file }),
      sqliteDirectory({ file }),
      pendingMigrations(logSchema, file),
    ])
      expect(await opening()).toMatchObject({ left: { _tag: 'Misused' } })
    expect(folder()).toEqual(before)
  })

  it.each(['a new file', 'a copy of a log'])(
    'go on where a process was killed in the middle of the first change: %s',
    async (what) => {
      const file = newFile()
      const isCopy = what !== 'a new file'
      if (isCopy) {
        const log = await opened(sqliteEventStore({ file }))
        await log.append('a', 0, batch(300))()
        await log.close()
        sql(file, 'PRAGMA journal_mode = DELETE')
      }
      const touch = isCopy ? ["UPDATE event SET recorded_at = 'x' || substr(recorded_at, 2)"] : []
      spawnSync(process.execPath, [half, file, ...touch])
      expect(existsSync(`${file}-journal`)).toBe(true)
      const store = await opened(sqliteEventStore({ file }))
      const page = await store.readLog({ limit: 1000 })()
      const records = E.isRight(page) ? page.right.records : []
      expect(records).toHaveLength(isCopy ? 300 : 0)
      expect(records.filter(({ recordedAt }) => recordedAt.startsWith('x'))).toEqual([])
    },
  )

  it('do not let a journal that was left undo a copy that was put back', async () => {
    const [file, copy] = [newFile(), newFile()]
    spawnSync(process.execPath, [half, file])
    const log = await opened(sqliteEventStore({ file: copy }))
    await log.append('a', 0, batch(2))()
    await log.close()
    copyFileSync(copy, file)
    const before = readFileSync(file).toString('hex')
    expect(await sqliteEventStore({ file })()).toMatchObject({
      left: { reason: expect.stringContaining('before a copy was put in place') as string },
    })
    expect(readFileSync(file).toString('hex')).toBe(before)
  })

  it('leave an unfinished transaction of another program alone, and say so', async () => {
    const file = newFile()
    sql(file, 'CREATE TABLE theirs (a)')
    spawnSync(process.execPath, [half, file])
    const before = [file, `${file}-journal`].map((one) => readFileSync(one).toString('hex'))
    expect(await sqliteEventStore({ file })()).toMatchObject({
      left: { reason: expect.stringContaining('unfinished transaction') as string },
    })
    expect([file, `${file}-journal`].map((one) => readFileSync(one).toString('hex'))).toEqual(
      before,
    )
  })

  it('of one file are not begun where the other is refused', async () => {
    const [log, directory] = [newFile('log.sqlite'), newFile('directory.sqlite')]
    sql(directory, 'CREATE TABLE theirs (a)')
    expect(await openSqlite({ log, directory })()).toMatchObject({ left: { _tag: 'Misused' } })
    expect(existsSync(log)).toBe(false)
  })

  it('say why a file that is none cannot be opened', async () => {
    const file = newFile()
    writeFileSync(
      file,
      'no database at all, but a text of some length, so that it has a header'.repeat(20),
    )
    for (const opening of [sqliteEventStore({ file }), pendingMigrations(logSchema, file)]) {
      const reason = `${file}: the file is not an SQLite database (SQLITE_NOTADB)`
      expect(await opening()).toEqual(E.left({ _tag: 'Misused', reason }))
    }
  })
})
