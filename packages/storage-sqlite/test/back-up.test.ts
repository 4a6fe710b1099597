import {
  openSqlite,
  sqliteDirectory,
  sqliteEventStore,
  type BackupProgress,
  type Sqlite,
} from '@reverse-mentoring/storage-sqlite'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFile, opened } from './file.ts'
import { batch } from './record.ts'

const script = (name: string) => join(import.meta.dirname, 'child', name)

const idsIn = async (file: string): Promise<ReadonlyArray<string>> => {
  const store = await opened(sqliteEventStore({ file }))
  const page = await store.readLog({ limit: 1_000_000 })()
  await store.close()
  return E.isRight(page) ? page.right.records.map(({ id }) => id) : []
}

const person = {
  participant: '00000000-0000-4000-8000-000000000001' as never,
  name: 'Ada',
  attributes: {},
  identity: {},
}

/** Two files in use, with something in each, and names for copies of them. */
const scene = async () => {
  const [log, directory] = [newFile('log.sqlite'), newFile('directory.sqlite')]
  const sqlite: Sqlite = await opened(openSqlite({ log, directory }))
  await sqlite.store.append('cohort-a', 0, batch(3))()
  await sqlite.directory.putPeople([person])()
  const copies = { log: newFile('log-copy.sqlite'), directory: newFile('directory-copy.sqlite') }
  return { sqlite, files: { log, directory }, copies }
}

const clean = E.right({ unproved: [], more: 0 })

describe('a back-up', () => {
  it('is of both files as they are, each one file that stands alone', async () => {
    const { sqlite, files, copies } = await scene()
    const told: Array<BackupProgress> = []
    expect(
      await sqlite.backup(copies, { onProgress: (progress) => void told.push(progress) })(),
    ).toEqual(clean)
    for (const what of ['log', 'directory'] as const) {
      expect(readdirSync(dirname(copies[what]))).toEqual([`${what}-copy.sqlite`])
      // Not of the mode that needs a journal: it can be read where nothing may be written.
      expect(readFileSync(copies[what])[18]).toBe(1)
      expect(told.some((progress) => progress.what === what && progress.of > 0)).toBe(true)
    }
    expect(told.at(-1)?.what, 'the log is copied first').toBe('directory')
    expect(await idsIn(copies.log)).toEqual(await idsIn(files.log))
    const directory = await opened(sqliteDirectory({ file: copies.directory }))
    expect(await directory.findPeople([person.participant])()).toEqual(
      E.right(new Map([[person.participant, person]])),
    )
  })

  it('holds all that was acknowledged before, while two processes and this one write', async () => {
    const { sqlite, files, copies } = await scene()
    const writers = ['cohort-b', 'cohort-c'].map((stream) =>
      spawn(process.execPath, [script('append.ts'), files.log, stream, '100000']),
    )
    const saidBy = writers.map((writer) => {
      const said: Array<string> = []
      writer.stdout.setEncoding('utf8').on('data', (text: string) => {
        said.push(
          ...text
            .slice(0, text.lastIndexOf('\n') + 1)
            .split(/\s+/)
            .filter(Boolean),
        )
      })
      return said
    })
    // So many pages that the copy takes several turns.
    await sqlite.store.append('cohort-d', 0, batch(5000, 'word '.repeat(100)))()
    let own = 3
    const appendOwn = async (): Promise<void> => {
      if (E.isRight(await sqlite.store.append('cohort-a', own, batch(1))())) own += 1
    }
    const areUnderWay = () => saidBy.every((said) => said.length >= 30)
    const until = Date.now() + 30_000
    while (!areUnderWay() && Date.now() < until) {
      await appendOwn()
      await new Promise((done) => setTimeout(done, 5))
    }
    expect(areUnderWay(), saidBy.map(({ length }) => length).join(' and ')).toBe(true)
    const acknowledged = saidBy.flat()
    const answer = await sqlite.backup(copies, {
      onProgress: () => void appendOwn(),
    })()
    for (const writer of writers) writer.kill('SIGKILL')
    expect(answer).toEqual(clean)
    const copied = new Set(await idsIn(copies.log))
    expect(acknowledged.filter((id) => !copied.has(id))).toEqual([])
    // It holds the log up to some place, and nothing beyond a gap.
    expect([...copied]).toEqual((await idsIn(files.log)).slice(0, copied.size))
  })

  it('loses no lock: what was acknowledged after it is found, though the process is killed', async () => {
    const [file, copy] = [newFile(), newFile()]
    const given = [script('back-up.ts'), file, copy, script('append.ts')]
    const { stdout, stderr, signal } = spawnSync(process.execPath, given, { encoding: 'utf8' })
    expect([stderr, signal]).toEqual(['', 'SIGKILL'])
    expect(Number(stdout)).toBe(2008)
    expect(await idsIn(file)).toHaveLength(2008 + 3)
    expect(await idsIn(copy)).toHaveLength(2000)
  })

  it('that is cut short leaves no copy under its name, and says what is left', async () => {
    const [file, copy] = [newFile(), newFile()]
    const given = [script('back-up.ts'), file, copy, '', 'cut']
    expect(spawnSync(process.execPath, given).signal).toBe('SIGKILL')
    expect([existsSync(copy), existsSync(`${copy}.part`)]).toEqual([false, true])
    const store = await opened(sqliteEventStore({ file }))
    expect(await store.backup(copy)()).toMatchObject({
      left: { _tag: 'Misused', reason: expect.stringContaining('cut short') as string },
    })
    rmSync(`${copy}.part`)
    expect(await store.backup(copy)()).toEqual(clean)
    expect(await idsIn(copy)).toHaveLength(2000)
  })

  it('writes over nothing', async () => {
    const { sqlite, files, copies } = await scene()
    const misused = { left: { _tag: 'Misused' } }
    expect(await sqlite.backup(files)()).toMatchObject(misused)
    for (const beside of ['', '-wal', '-shm', '-journal']) {
      writeFileSync(`${copies.directory}${beside}`, 'mine')
      expect(await sqlite.backup(copies)()).toMatchObject(misused)
      expect(readFileSync(`${copies.directory}${beside}`, 'utf8')).toBe('mine')
      rmSync(`${copies.directory}${beside}`)
    }
    for (const source of [files.log, files.directory])
      for (const beside of ['-wal', '-shm', '-journal'])
        expect(await sqlite.backup({ ...copies, log: `${source}${beside}` })()).toMatchObject({
          left: { _tag: 'Misused', reason: expect.stringContaining('in use') as string },
        })
    mkdirSync(`${copies.log}.folder`)
    for (const log of [`${copies.log}.folder`, join(copies.log, 'none', 'a.sqlite')])
      expect(await sqlite.backup({ ...copies, log })()).toMatchObject(misused)
    expect(existsSync(copies.log)).toBe(false)
  })

  it('is of both files or of none', async () => {
    const { sqlite, copies } = await scene()
    // It comes while the log is copied.
    const onProgress = ({ what }: BackupProgress) => {
      if (what === 'log') writeFileSync(copies.directory, 'mine')
    }
    expect(await sqlite.backup(copies, { onProgress })()).toMatchObject({
      left: { reason: `${copies.directory} is there: name a file that is not` },
    })
    const both = { log: copies.log, directory: copies.log }
    expect(await sqlite.backup(both)()).toMatchObject({
      left: { _tag: 'Misused', reason: expect.stringContaining('named twice') as string },
    })
    for (const end of ['-wal', '-shm', '-journal']) {
      const beside = { log: copies.log, directory: `${copies.log}${end}` }
      for (const names of [beside, { log: beside.directory, directory: beside.log }]) {
        const left = { reason: expect.stringContaining('journal of the other') as string }
        expect(await sqlite.backup(names)()).toMatchObject({ left })
        expect(await openSqlite(names)()).toMatchObject({ left })
      }
    }
    const long = { ...copies, log: `${copies.log}${'x'.repeat(300)}` }
    expect(await sqlite.backup(long)()).toMatchObject({ left: {} })
    for (const names of [undefined, {}, { log: 'a\0', directory: 'b' }])
      expect(await sqlite.backup(names as never)()).toMatchObject({ left: { _tag: 'Misused' } })
    expect(readdirSync(dirname(copies.log))).toEqual([])
  })

  it('keeps to the names that it was given, whoever changes them meanwhile', async () => {
    const { sqlite, files, copies } = await scene()
    const given = { ...copies }
    const making = sqlite.backup(given)()
    given.log = files.log
    given.directory = join(copies.directory, 'nowhere')
    expect(await making).toEqual(clean)
    expect([files.log, copies.log, copies.directory].map((file) => existsSync(file))).toEqual([
      ...[true, true, true],
    ])
  })

  it('asked for twice at once is made once', async () => {
    const { sqlite, copies } = await scene()
    const answers = await Promise.all([sqlite.backup(copies)(), sqlite.backup(copies)()])
    expect(answers.map(({ _tag }) => _tag).sort()).toEqual(['Left', 'Right'])
    expect(await idsIn(copies.log)).toHaveLength(3)
  })

  it('says where the proof of a record does not hold', async () => {
    const { sqlite, files, copies } = await scene()
    const proved = batch(2).map((record) => ({
      ...record,
      meta: { ...record.meta, proof: 'a'.repeat(64) as never },
    }))
    // Named as the port names it, and kept under another key.
    const stream = 'cohort-\ud800\u0000b'
    await sqlite.store.append(stream, 0, [proved[0] ?? batch(1)[0], ...proved.slice(1)])()
    expect(await sqlite.backup(copies)()).toEqual(
      E.right({
        unproved: [1, 2].map((revision) => ({ stream, revision, why: 'altered' })),
        more: 0,
      }),
    )
    expect(await idsIn(copies.log)).toEqual(await idsIn(files.log))
  })

  it('names what cannot be read: 20 places, and how many more there are', async () => {
    const { sqlite, files, copies } = await scene()
    await sqlite.store.append('cohort-b', 0, batch(25))()
    const other = new Database(files.log)
    other.prepare("UPDATE event SET record = '{}' WHERE stream = 'cohort-b'").run()
    other.close()
    const unproved = Array.from({ length: 20 }, (_, i) => ({
      stream: 'cohort-b',
      revision: i + 1,
      why: 'damaged',
    }))
    expect(await sqlite.backup(copies)()).toEqual(E.right({ unproved, more: 5 }))
  })

  it('is waited for by who closes, and not made of what is closed', async () => {
    const { sqlite, copies } = await scene()
    const making = sqlite.backup(copies)()
    await sqlite.close()
    expect(await making).toEqual(clean)
    expect([existsSync(copies.log), existsSync(copies.directory)]).toEqual([true, true])
    rmSync(copies.log)
    rmSync(copies.directory)
    expect(await sqlite.backup(copies)()).toMatchObject({ left: { _tag: 'Misused' } })
  })

  it('is put back as the guide says, while nothing has the files open', async () => {
    const { sqlite, files, copies } = await scene()
    expect(await sqlite.backup(copies)()).toEqual(clean)
    const before = await idsIn(files.log)
    await sqlite.store.append('cohort-a', 3, batch(5))()
    await sqlite.close()
    for (const what of ['log', 'directory'] as const) {
      for (const end of ['', '-wal', '-shm']) rmSync(`${files[what]}${end}`, { force: true })
      renameSync(copies[what], files[what])
    }
    expect(await idsIn(files.log)).toEqual(before)
  })

  it('of a log whose pages are damaged is refused', async () => {
    const file = newFile()
    const whole = await opened(sqliteEventStore({ file }))
    await whole.append('cohort-a', 0, batch(400))()
    await whole.close()
    const other = new Database(file)
    const root = other
      .prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name LIKE '%autoindex_event%'")
      .pluck()
      .get()
    const pageSize = Number(other.pragma('page_size', { simple: true }))
    other.close()
    const bytes = readFileSync(file)
    bytes.fill(0x41, (root ?? 1) * pageSize - 40, (root ?? 1) * pageSize)
    writeFileSync(file, bytes)
    const store = await opened(sqliteEventStore({ file }))
    const copy = newFile()
    expect(await store.backup(copy)()).toMatchObject({
      left: { reason: expect.stringContaining('the copy is damaged') as string },
    })
    expect(readdirSync(dirname(copy))).toEqual([])
  })
})
