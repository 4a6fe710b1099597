import { openSqlite, type Sqlite } from '@reverse-mentoring/storage-sqlite'
import { simulate } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { enrol, faultyStore, given, handleAll, log, open, opened } from './scene.ts'

test('Whatever its ports lose, in memory: what was acknowledged is stored, once, and views show it', async () => {
  expect((await simulate({ seed: 1999, hours: 100 })).broken).toBeUndefined()
})

test('… and so on SQLite, where an append and a commit are transactions', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'failing-'))
  const opened: Array<Sqlite> = []
  const newPorts = async () => {
    const name = join(folder, String(opened.length))
    const files = { log: `${name}.log`, directory: `${name}.directory` }
    const sqlite = await openSqlite({ ...files, synchronous: 'NORMAL' })()
    if (E.isLeft(sqlite)) throw new Error(sqlite.left._tag)
    opened.push(sqlite.right)
    return sqlite.right
  }
  const { broken, digest } = await simulate({ seed: 1999, hours: 20, newPorts })
  expect(broken).toBeUndefined()
  // The same steps as in memory: whatever the ports are, the seed alone decides.
  expect(digest).toBe((await simulate({ seed: 1999, hours: 20 })).digest)
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
