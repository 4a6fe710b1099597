import {
  sqliteDirectory,
  sqliteEventStore,
  sqliteViewStore,
} from '@reverse-mentoring/storage-sqlite'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFile, opened } from './file.ts'
import { batch } from './record.ts'

type Failed = E.Either<{ readonly _tag: string; readonly reason?: string }, unknown>

/** `Misused` or `Unavailable`, and why. */
const failureIn = (answer: Failed) =>
  E.isLeft(answer) ? `${answer.left._tag}: ${answer.left.reason ?? ''}` : 'none'

const secret = 'Ada Lovelace'

describe('what goes wrong is Unavailable where trying again may help, else Misused; its reason holds no stored value', () => {
  it('a file that another process keeps locked', async () => {
    const file = newFile()
    const store = await opened(sqliteEventStore({ file, busyTimeout: 50 }))
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    const answer = await store.append('a', 0, batch(1))()
    expect(failureIn(answer as never)).toBe(
      'Unavailable: another process keeps the file locked (SQLITE_BUSY)',
    )
    other.exec('ROLLBACK')
    other.close()
    expect(await store.append('a', 0, batch(1))()).toEqual(E.right({ revision: 1 }))
  })

  it('a new file that another process keeps locked, after the time that was told', async () => {
    const file = newFile()
    const other = new Database(file)
    other.exec('BEGIN EXCLUSIVE')
    const began = performance.now()
    const store = await sqliteEventStore({ file, busyTimeout: 100 })()
    other.close()
    expect(failureIn(store as never)).toBe(
      `Unavailable: ${file}: another process keeps the file locked (SQLITE_BUSY)`,
    )
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it('a folder that is not there, and a folder in place of a file', async () => {
    const file = newFile()
    const missing = await sqliteEventStore({ file: join(file, 'log.sqlite') })()
    expect(failureIn(missing as never)).toBe(
      `Misused: the folder ${file} is not there: make it first`,
    )
    mkdirSync(file)
    const folder = await sqliteEventStore({ file })()
    expect(failureIn(folder as never)).toBe(`Misused: ${file} is a folder: give a file in it`)
  })

  it.skipIf(process.getuid?.() === 0)('a file that may only be read', async () => {
    const file = newFile()
    await (await opened(sqliteEventStore({ file }))).close()
    chmodSync(file, 0o444)
    chmodSync(dirname(file), 0o555)
    const store = await sqliteEventStore({ file })()
    chmodSync(dirname(file), 0o755)
    expect(failureIn(store as never)).toMatch(
      /^Misused: .*read-only|^Unavailable: .*cannot be opened/,
    )
  })

  it('a file that was damaged', async () => {
    const file = newFile()
    const directory = await opened(sqliteDirectory({ file }))
    const people = Array.from({ length: 200 }, (_, n) => ({
      participant: `p${String(n)}` as never,
      name: secret,
      attributes: {},
      identity: {},
    }))
    await directory.putPeople(people as never)()
    await directory.close()
    const handle = openSync(file, 'r+')
    for (let at = 4096; at < statSync(file).size; at += 4096)
      writeSync(handle, Buffer.alloc(64, 0xff), 0, 64, at)
    const damaged = await sqliteDirectory({ file })()
    const answer = E.isLeft(damaged)
      ? damaged
      : await damaged.right.findPeople(people.map(({ participant }) => participant))()
    expect(failureIn(answer as never)).toBe(
      'Misused: the file is damaged: restore it from a copy (SQLITE_CORRUPT)',
    )
  })

  it('a file that is closed', async () => {
    const file = newFile()
    const [store, views] = [
      await opened(sqliteEventStore({ file })),
      await opened(sqliteViewStore({ file })),
    ]
    const last = store.append('a', 0, batch(1))()
    expect(await store.close()).toEqual(E.right(undefined))
    expect(await last, 'what was asked for before').toEqual(E.right({ revision: 1 }))
    expect(await store.close()).toEqual(E.right(undefined))
    expect(failureIn((await store.append('a', 1, batch(1))()) as never)).toBe(
      'Misused: it was closed',
    )
    expect(await views.checkpoint('a')()).toEqual(E.right(undefined))
  })

  it('a person whose text was damaged', async () => {
    const file = newFile()
    const directory = await opened(sqliteDirectory({ file }))
    const person = {
      participant: '00000000-0000-4000-8000-000000000001' as never,
      name: secret,
      attributes: {},
      identity: {},
    }
    await directory.putPeople([person])()
    const other = new Database(file)
    other.exec("UPDATE participant SET person = '!' || person")
    other.close()
    expect(failureIn(await directory.findPeople([person.participant])())).toBe(
      'Misused: what is stored there is damaged: restore it from a copy',
    )
  })

  it('a disk with no room: nothing of the batch is stored, and there is room later', () => {
    const file = newFile()
    const child = join(import.meta.dirname, 'child', 'no-room.ts')
    const script = `ulimit -f 400; exec "${process.execPath}" "${child}" "${file}"`
    // A language that this machine lacks would be complained of.
    const env = { ...process.env, LC_ALL: 'C' }
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8', env })
    expect(stderr).toBe('')
    const { stored, reason, standing } = JSON.parse(stdout) as Record<string, unknown>
    expect(stored).toBeGreaterThan(0)
    expect(reason).toMatch(/^(the disk is full|the file cannot be read or written) \(SQLITE_/)
    expect(standing).toBe(stored)
    expect(readFileSync(file).length).toBeGreaterThan(0)
  })
})

describe('what is configured is checked when it is opened', () => {
  it.each([
    ['no name', { file: '' }, 'a file has a name'],
    ['a blank after the name', { file: 'log.sqlite ' }, 'a file has a name'],
    ['a NUL in the name', { file: 'log\0.sqlite' }, 'a file has a name'],
    ['no file', { file: ':memory:' }, 'is no file on a disk'],
    ['an address', { file: 'file:log.sqlite?mode=memory' }, 'is no file on a disk'],
    ['no name at all', { file: undefined as unknown as string }, 'a file has a name'],
    [
      'an endless wait',
      { file: 'log.sqlite', busyTimeout: Infinity },
      'busyTimeout is a whole number',
    ],
    ['half a wait', { file: 'log.sqlite', busyTimeout: 0.5 }, 'busyTimeout is a whole number'],
    ['a long wait', { file: 'log.sqlite', busyTimeout: 2 ** 31 }, 'busyTimeout is a whole number'],
    ['another mode', { file: 'log.sqlite', synchronous: 'OFF' as 'FULL' }, 'synchronous is FULL'],
  ])('%s', async (_what, options, said) => {
    for (const open of [sqliteViewStore, sqliteDirectory, sqliteEventStore]) {
      const answer = failureIn(await open(options)())
      expect([answer.slice(0, 9), answer]).toEqual(['Misused: ', expect.stringContaining(said)])
    }
    expect(existsSync(':memory:')).toBe(false)
  })
})
