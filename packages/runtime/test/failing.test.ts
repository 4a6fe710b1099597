import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import { sqliteEventStore, type SqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import { checkRuntime } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { enrol, faultyStore, given, handleAll, log, open, opened } from './scene.ts'

test('Whatever a store loses, what was acknowledged is stored, once, and the history is sound', async () => {
  await checkRuntime({ newStore: () => Promise.resolve(memoryEventStore()), numRuns: 60 })
})

test('… and so on SQLite, where an append is a transaction', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'failing-'))
  const opened: Array<SqliteEventStore> = []
  const newStore = async () => {
    const file = join(folder, `${String(opened.length)}.sqlite`)
    const store = await sqliteEventStore({ file })()
    if (E.isLeft(store)) throw new Error(store.left._tag)
    opened.push(store.right)
    return store.right
  }
  await checkRuntime({ newStore, numRuns: 10 })
  for (const store of opened) await store.close()
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
