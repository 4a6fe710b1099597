import { Cohort, Stored, View, type Port } from '@reverse-mentoring/core'
import { openProjector, receipts, standardViews } from '@reverse-mentoring/runtime'
import { openSqlite, type Sqlite } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  amend,
  close,
  cohort,
  consent,
  enrol,
  faultyStore,
  given,
  handleAll,
  log,
  open,
  propose,
  schedule,
  service,
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

const folded = async (store: Port.EventStore): Promise<Cohort.Cohort> =>
  Cohort.foldCohort(
    (await log(store)).map((record) => {
      const event = Stored.decodeEvent(record)
      if (E.isLeft(event)) throw new Error(event.left._tag)
      return event.right
    }),
  )

/** The rows of a view as they are kept, and as a fold of the whole history has them. */
const rowsOf = async (sqlite: Sqlite, view: View.View<View.Audience, object>) => {
  const page = await sqlite.viewStore.rows({ view: view.name, cohort }, { limit: 1000 })()
  if (E.isLeft(page)) throw new Error(page.left.reason)
  const state = await folded(sqlite.store)
  return {
    kept: new Map<string, object>(page.right.rows),
    folded: new Map(View.viewRows(view, state)),
  }
}

const half = [open, enrol(1), enrol(2), enrol(3), enrol(4), propose(1, 2), consent(2, 1, 3)]
const rest = [consent(1, 1, 4), schedule(1, 1, 6), propose(3, 4, 7), close(9)]

describe('a cohort on SQLite', () => {
  it('goes on after a restart where it was: state, views, and repeats of what was answered', async () => {
    const folder = newFolder()
    const before = await openIn(folder)
    await given(service(before.store), ...half)
    await openProjector({ ...before, receipts: receipts() }).catchUp()
    expect(await before.close()).toEqual(E.right(undefined))

    const after = await openIn(folder)
    const key = receipts()
    const cohorts = service(after.store, { receipts: key })
    expect(tags(await handleAll(cohorts, half))).toEqual(half.map(() => 'ok'))
    expect(await log(after.store)).toHaveLength(half.length)
    await given(cohorts, ...rest.slice(0, -1))
    const closed = await cohorts.handle(close(9))()
    if (E.isLeft(closed)) throw new Error(closed.left._tag)
    const projector = openProjector({ ...after, receipts: key })
    expect(await projector.awaitView(closed.right)()).toEqual(E.right(undefined))
    for (const view of [
      View.cohortRoster,
      View.pairingBoard,
      View.momentum,
      View.sessionCalendar,
    ]) {
      const { kept, folded } = await rowsOf(after, view)
      expect(kept.size).toBeGreaterThan(0)
      expect(kept).toEqual(folded)
    }
    expect(await projector.catchUp()).toEqual(E.right({ records: 0, isDone: true }))
    const header = await after.viewStore.header({ view: standardViews[0]?.name ?? '', cohort })()
    expect(E.isRight(header) && header.right?.['revision']).toBe(half.length + rest.length)
    await after.close()
  })

  it('is decided again by whoever was slower, and both writers see one history', async () => {
    const folder = newFolder()
    const [one, two] = [await openIn(folder), await openIn(folder)]
    const [mine, theirs] = [service(one.store), service(two.store)]
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
    const cohorts = service(store)
    await given(cohorts, open, enrol(1))
    const before = appends.length
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, n) => {
        const answered = cohorts.handle(amend(1, n + 1, n + 10))
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
