import type { Port } from '@reverse-mentoring/core'
import { openSqlite, type Sqlite } from '@reverse-mentoring/storage-sqlite'
import { checkRuntime } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { enrol, faultyStore, given, handleAll, log, open, opened, ports } from './scene.ts'

const typeOf = ({ type }: { readonly type: string }) => type

test('Whatever its ports lose: what was acknowledged is stored, once, and views show it', async () => {
  const stores: Array<Port.EventStore> = []
  const newPorts = () => {
    const newest = ports()
    stores.push(newest.store)
    return Promise.resolve(newest)
  }
  await checkRuntime({ newPorts, numRuns: 60 })
  // Cohorts in which nothing happens would show nothing.
  const logs = await Promise.all(stores.map((store) => store.readLog({ limit: 1000 })()))
  const types = logs.flatMap((all) => (E.isRight(all) ? all.right.records : [])).map(typeOf)
  expect(types.length / stores.length).toBeGreaterThan(5)
  expect(types).toEqual(expect.arrayContaining(['Matched', 'ParticipantErased']))
})

test('… and so on SQLite, where an append and a commit are transactions', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'failing-'))
  const opened: Array<Sqlite> = []
  const newPorts = async () => {
    const name = join(folder, String(opened.length))
    const sqlite = await openSqlite({ log: `${name}.log`, directory: `${name}.directory` })()
    if (E.isLeft(sqlite)) throw new Error(sqlite.left._tag)
    opened.push(sqlite.right)
    return sqlite.right
  }
  await checkRuntime({ newPorts, numRuns: 10 })
  for (const sqlite of opened) await sqlite.close()
  await rm(folder, { recursive: true })
})

test('Eight hundred commands that come at once go out in batches of 256, in their order', async () => {
  const { store, appends } = faultyStore([])
  const engine = await opened({ store })
  await given(engine, open)
  const commands = Array.from({ length: 800 }, (_, i) => enrol(i + 1))
  const answers = await handleAll(engine, commands)
  expect(answers.every(E.isRight)).toBe(true)
  expect(appends.map((records) => records.length)).toEqual([1, 256, 256, 256, 32])
  expect((await log(store)).slice(1).map(({ data }) => data['enrolment'])).toEqual(
    commands.map(({ enrolment }) => enrolment),
  )
})
