import { sqliteDirectory, sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newFile, opened } from './file.ts'
import { batch } from './record.ts'

/** A store whose file somebody else has the only right to write. */
const locked = async () => {
  const file = newFile()
  const store = await opened(sqliteEventStore({ file, busyTimeout: 60_000 }))
  const other = new Database(file)
  onTestFinished(() => void other.close())
  other.exec('BEGIN IMMEDIATE')
  return { store, other }
}

/** SQLite itself would hold the process up for seconds. */
const soon = { timeout: 4000 }

const person = (name: string) => ({
  participant: '00000000-0000-4000-8000-000000000001' as never,
  ...{ name, attributes: {}, identity: {} },
})

describe('while somebody else writes', () => {
  it('changes happen in the order of their asking', async () => {
    const file = newFile()
    const directory = await opened(sqliteDirectory({ file, busyTimeout: 60_000 }))
    const other = new Database(file)
    onTestFinished(() => void other.close())
    other.exec('BEGIN IMMEDIATE')
    const first = directory.putPeople([person('before')])()
    await setTimeout(20)
    other.exec('ROLLBACK')
    // The first one sleeps until its next try; this one would find the file free.
    const second = directory.putPeople([person('after')])()
    await Promise.all([first, second])
    const found = await directory.findPeople([person('').participant])()
    expect(E.isRight(found) && [...found.right.values()].map(({ name }) => name)).toEqual(['after'])
  })

  it('an append waits, and nothing else stands still', soon, async () => {
    const { store, other } = await locked()
    const waiting = store.append('a', 0, batch(1))()
    for (let turn = 0; turn < 20; turn += 1) {
      await setTimeout(2)
      expect(E.isRight(await store.readLog({ limit: 9 })())).toBe(true)
    }
    other.exec('ROLLBACK')
    expect(await waiting).toEqual(E.right({ revision: 1 }))
  })

  it('a store that is closed waits for what was asked of it before', async () => {
    const { store, other } = await locked()
    const waiting = store.append('a', 0, batch(1))()
    const closed = store.close()
    // Not closed, however many turns go by.
    for (let turn = 0; turn < 20; turn += 1)
      expect(await Promise.race([closed, setTimeout(2, 'pending')])).toBe('pending')
    other.exec('ROLLBACK')
    expect(await waiting).toEqual(E.right({ revision: 1 }))
    expect(await closed).toEqual(E.right(undefined))
  })
})
