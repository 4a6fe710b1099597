import { openSqlite, type Sqlite } from '@reverse-mentoring/storage-sqlite'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { headerOf, life } from './projection/scene.ts'
import {
  amend,
  at,
  cohort,
  cohortId,
  enrol,
  given,
  got,
  inCohort,
  log,
  opened,
  stream,
  tags,
} from './scene.ts'

/** Runs SQL on the log that no process has open. */
const change = (file: string, sql: string): void => {
  const script = `
    const { DatabaseSync } = require('node:sqlite')
    const database = new DatabaseSync(process.argv[1])
    database.exec(process.argv[2])
    database.close()`
  expect(spawnSync(process.execPath, ['-e', script, file, sql]).status).toBe(0)
}

const of = (revision: number) => `stream = '${stream}' AND revision = ${String(revision)}`
const copyOf = (from: number, to: number) =>
  `INSERT INTO event (stream, revision, recorded_at, record)
   SELECT stream, ${String(to)}, recorded_at, record FROM event WHERE ${of(from)};`

const faults: ReadonlyArray<readonly [what: string, at: number, sql: string]> = [
  ['the first is gone', 1, `DELETE FROM event WHERE ${of(1)}`],
  ['one in the middle is gone', 5, `DELETE FROM event WHERE ${of(5)}`],
  ['the last but one is gone', 9, `DELETE FROM event WHERE ${of(9)}`],
  ['one is renumbered to the end', 4, `UPDATE event SET revision = 11 WHERE ${of(4)}`],
  ['one stands behind a gap once more', 11, copyOf(3, 12)],
]

describe.each(faults)('a log in which %s', (_what, missing, sql) => {
  const scene = async (isShown: boolean) => {
    const folder = mkdtempSync(join(tmpdir(), 'holes-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true })
    })
    const [file, directory] = [join(folder, 'log.sqlite'), join(folder, 'directory.sqlite')]
    const open = async (): Promise<Sqlite> => got(await openSqlite({ log: file, directory })())
    const before = await open()
    const engine = await opened(before)
    await given(engine, ...life, ...life.map(inCohort(1)))
    if (isShown) got(await engine.catchUp())
    got(await before.close())
    change(file, sql)
    return open()
  }

  it('takes no command, answers no question, and parks the views of that cohort alone', async () => {
    const ports = await scene(false)
    const engine = await opened(ports)
    const unreadable = { _tag: 'Unreadable', revision: missing, because: { _tag: 'Missing' } }
    expect(await engine.load(cohort)()).toMatchObject({ left: unreadable })
    const size = (await log(ports.store)).length
    for (const command of [life[0], amend(1, 2, 50), enrol(9)])
      if (command !== undefined)
        expect(await engine.handle(command)()).toMatchObject({ left: unreadable })
    expect(await log(ports.store)).toHaveLength(size)
    expect(tags([await engine.sponsor.figures(cohort, at(9000))()])).toEqual(['Halted'])
    got(await engine.catchUp())
    expect((await headerOf(ports.viewStore))?.parked?.revision).toBe(missing)
    expect((await headerOf(ports.viewStore, undefined, cohortId(1)))?.parked).toBeUndefined()
    await given(engine, inCohort(1)(enrol(9)))
    got(await ports.close())
  })

  it('takes no command either where views stood at its end', async () => {
    const ports = await scene(true)
    const engine = await opened(ports)
    got(await engine.catchUp())
    expect(tags([await engine.handle(enrol(9))()])).toEqual(['Unreadable'])
    await given(engine, inCohort(1)(enrol(9)))
    got(await engine.catchUp())
    got(await ports.close())
  })
})

it('A hole that comes about under a running engine is noticed when it reads the log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holes-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const file = join(folder, 'log.sqlite')
  const ports = got(await openSqlite({ log: file, directory: join(folder, 'directory.sqlite') })())
  const engine = await opened(ports)
  await given(engine, ...life)
  change(file, `DELETE FROM event WHERE ${of(5)}`)
  got(await engine.catchUp())
  expect(await engine.handle(amend(1, 2, 50))()).toMatchObject({
    left: { _tag: 'Unreadable', revision: 5 },
  })
  await engine.close()
  got(await ports.close())
})
