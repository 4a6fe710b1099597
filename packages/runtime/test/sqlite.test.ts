import { Cohort, View, type Values } from '@reverse-mentoring/core'
import { openSqlite, type Sqlite } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { expectCurrent, folded } from './projection/scene.ts'
import {
  amend,
  at,
  close,
  cohort,
  cohortId,
  consent,
  coordinator,
  enrol,
  faultyStore,
  given,
  got,
  handleAll,
  inCohort,
  log,
  open,
  opened,
  propose,
  schedule,
  tags,
} from './scene.ts'

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'runtime-sqlite-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

const openIn = async (folder: string): Promise<Sqlite> => {
  const files = { log: join(folder, 'log.sqlite'), directory: join(folder, 'directory.sqlite') }
  const opened = await openSqlite(files)()
  if (E.isLeft(opened)) throw new Error(opened.left._tag)
  return opened.right
}

const half = [open, enrol(1), enrol(2), enrol(3), enrol(4), propose(1, 2), consent(2, 1, 3)]
const rest = [consent(1, 1, 4), schedule(1, 1, 6), propose(3, 4, 7), close(9)]

describe('a cohort on SQLite', () => {
  it('goes on after a restart where it was: state, views, and repeats of what was answered', async () => {
    const folder = newFolder()
    const before = await openIn(folder)
    const first = await opened(before)
    const receipt = await given(first, ...half)
    got(await first.catchUp())
    expect(await before.close()).toEqual(E.right(undefined))

    const after = await openIn(folder)
    const engine = await opened(after)
    got(await engine.awaitView(receipt)())
    expect(tags(await handleAll(engine, half))).toEqual(half.map(() => 'ok'))
    expect(await log(after.store)).toHaveLength(half.length)
    got(await engine.awaitView(await given(engine, ...rest))())
    await expectCurrent(after.store, after.viewStore)
    expect(got(await engine.catchUp()).isDone).toBe(true)
    await expectCurrent(after.store, after.viewStore)
    await after.close()
  })

  it('is decided again by whoever was slower, and both writers see one history', async () => {
    const folder = newFolder()
    const [one, two] = [await openIn(folder), await openIn(folder)]
    const [mine, theirs] = [await opened(one), await opened(two)]
    await given(mine, open, enrol(1))
    expect(E.isRight(await theirs.load(cohort)())).toBe(true)
    const answers = await Promise.all([
      handleAll(mine, [2, 3, 4, 5].map(enrol)),
      handleAll(theirs, [6, 7, 8, 9].map(enrol)),
    ])
    expect(answers.map(tags)).toEqual(answers.map(() => ['ok', 'ok', 'ok', 'ok']))
    expect(Cohort.enrolments(await folded(one.store))).toHaveLength(9)
    expect(await log(two.store)).toEqual(await log(one.store))
    await Promise.all([one.close(), two.close()])
  })

  it('stores together what comes in one turn of the event loop, in whatever callbacks', async () => {
    const sqlite = await openIn(newFolder())
    const { store, appends } = faultyStore([], sqlite.store)
    const engine = await opened({ ...sqlite, store })
    await given(engine, open, enrol(1))
    const before = appends.length
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, n) => {
        const answered = engine.handle(amend(1, n + 1, n + 10))
        return new Promise<Awaited<ReturnType<typeof answered>>>((resolve) => {
          setTimeout(() => void answered().then(resolve), 0)
        })
      }),
    )
    expect(tags(answers)).toEqual(answers.map(() => 'ok'))
    expect(appends.length - before).toBeLessThan(5)
    await sqlite.close()
  })
})

it('notices an older log under newer views, also where that one has grown on since', async () => {
  const [first, second] = [newFolder(), newFolder()]
  const [before, restored] = [await openIn(first), await openIn(second)]
  await given(await opened(before), ...half, ...rest)
  got(await (await opened(before)).catchUp())
  const on = { ...restored, viewStore: before.viewStore }
  const others = half.map((command) => ({ ...command, at: command.at }))
  await given(await opened(on), ...others)
  for (let n = 20; n < 40; n += 1) await given(await opened(on), enrol(n))
  got(await (await opened(on)).catchUp())
  await expectCurrent(restored.store, before.viewStore)
  await Promise.all([before.close(), restored.close()])
})

describe('what was damaged in the view store', () => {
  const damage = (folder: string, sql: string): void => {
    // Another process: here, a second SQLite would take the locks of the first one away.
    const script = `
      const { DatabaseSync } = require('node:sqlite')
      const database = new DatabaseSync(process.argv[1])
      process.exitCode = database.prepare(process.argv[2]).run().changes > 0 ? 0 : 1
      database.close()`
    const { status } = spawnSync(process.execPath, ['-e', script, join(folder, 'log.sqlite'), sql])
    expect(status).toBe(0)
  }
  const ofView = (table: string, name: string, of: Values.CohortId) =>
    `${table} WHERE header = (SELECT header FROM view_header JOIN view USING (view)
      WHERE name = '${name}' AND cohort = '${of}')`
  const other = cohortId(1)

  const scene = async () => {
    const folder = newFolder()
    const sqlite = await openIn(folder)
    const engine = await opened(sqlite)
    await given(engine, ...half)
    await given(engine, ...half.map(inCohort(1)))
    got(await engine.catchUp())
    return { folder, sqlite, engine }
  }

  it('stops no other cohort: rows', async () => {
    const { folder, sqlite, engine } = await scene()
    damage(
      folder,
      `UPDATE view_row SET row = '{"x' WHERE header IN (SELECT header FROM view_header WHERE cohort = '${cohort}')`,
    )
    const [here, there] = await Promise.all(
      [cohort, other].map((of) => engine.coordinator(coordinator.id).roster(of)()),
    )
    expect(here).toEqual(E.left({ _tag: 'UnreadableRow', view: View.cohortRoster.name, cohort }))
    expect(got(there ?? here!).items).toHaveLength(4)
    const cohorts = got(await engine.operator.cohorts()())
    expect([cohorts.items.map((one) => one.cohort), cohorts.halted]).toEqual([[other], [cohort]])
    expect(got(await engine.tick(at(9000))())).toMatchObject({ lapsed: 2, failed: [] })
    for (const { name } of View.standardViews) got(await engine.operator.remakeView(name)())
    got(await engine.catchUp())
    await expectCurrent(sqlite.store, sqlite.viewStore)
    await sqlite.close()
  })

  it.each([
    ['no JSON', `'{"x'`],
    ['another shape', `'{"revision":"x","frame":7}'`],
    ['no header at all', `'7'`],
  ])('stops no other cohort, and is made anew: a header that is %s', async (_what, json) => {
    const { folder, sqlite, engine } = await scene()
    damage(
      folder,
      `UPDATE ${ofView('view_header', View.cohortRoster.name, cohort).replace('view_header WHERE', `view_header SET json = ${json} WHERE`)}`,
    )
    const [one, two] = [
      got(await engine.handle(enrol(31))()),
      got(await engine.handle(inCohort(1)(enrol(31)))()),
    ]
    got(await engine.awaitView(two)())
    got(await engine.awaitView(one)())
    got(await engine.catchUp())
    await expectCurrent(sqlite.store, sqlite.viewStore)
    await expectCurrent(sqlite.store, sqlite.viewStore, other)
    await sqlite.close()
  })

  it('is named where a header says that it is parked, and tried again at the next start', async () => {
    const { folder, sqlite } = await scene()
    damage(
      folder,
      `UPDATE ${ofView('view_header', View.cohortRoster.name, cohort).replace('view_header WHERE', `view_header SET json = 'x', parked = 1 WHERE`)}`,
    )
    const engine = await opened(sqlite)
    expect(got(await engine.operator.parked())).toMatchObject([
      { view: View.cohortRoster.name, cohort },
    ])
    got(await engine.catchUp())
    expect(got(await engine.operator.parked())).toEqual([])
    await expectCurrent(sqlite.store, sqlite.viewStore)
    await sqlite.close()
  })
})

it('a view that is dropped while another engine keeps it is made anew by that one', async () => {
  const folder = newFolder()
  const [mine, theirs] = [await openIn(folder), await openIn(folder)]
  const keeping = await opened({ ...mine, pageSize: 7 })
  for (let n = 0; n < 30; n += 1) await given(keeping, ...half.map(inCohort(n)))
  const dropping = await opened({ ...theirs, views: [] })
  const kept = keeping.catchUp()
  for (const { name } of View.standardViews) got(await dropping.operator.dropView(name)())
  got(await kept)
  got(await keeping.catchUp())
  for (let n = 0; n < 30; n += 1)
    await expectCurrent(mine.store, mine.viewStore, inCohort(n)(half[0]!).cohort)
  await Promise.all([mine.close(), theirs.close()])
})
