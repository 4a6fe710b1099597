import type { Stored } from '@reverse-mentoring/core'
import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { spawnSync } from 'node:child_process'
import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { newFile, opened } from './file.ts'
import { batch } from './record.ts'

const twice = fileURLToPath(new URL('child/twice.ts', import.meta.url))

const lost = { left: { _tag: 'Misused', reason: expect.stringContaining('replaced') as string } }

/** A log of one record in a process that goes on. */
const scene = async () => {
  const file = newFile()
  const store = await opened(sqliteEventStore({ file }))
  expect(await store.append('cohort-a', 0, batch(1))()).toEqual(E.right({ revision: 1 }))
  return { file, store }
}

/** What another process finds in the log, to its end. */
const found = async (file: string): Promise<ReadonlyArray<Stored.StoredRecord>> => {
  const store = await opened(sqliteEventStore({ file }))
  const records: Array<Stored.StoredRecord> = []
  let page: { readonly limit: number; readonly after?: string } = { limit: 1000 }
  for (let more = true; more;) {
    const answer = await store.readLog(page)()
    if (E.isLeft(answer)) throw new Error(answer.left.reason)
    records.push(...answer.right.records)
    page = { ...page, after: answer.right.next }
    more = answer.right.more
  }
  await store.close()
  return records
}

describe('a file that goes away under a running service', () => {
  it.each<[string, (file: string) => void]>([
    ['deleted', (file) => rmSync(file)],
    ['moved', (file) => renameSync(file, `${file}.old`)],
    [
      'replaced by a copy',
      (file) => {
        copyFileSync(file, `${file}.copy`)
        renameSync(`${file}.copy`, file)
      },
    ],
    ['without its journal', (file) => rmSync(`${file}-wal`)],
  ])('takes nothing more once it is %s', async (_what, act) => {
    const { file, store } = await scene()
    act(file)
    expect(await store.append('cohort-a', 1, batch(1))()).toMatchObject(lost)
    expect(await store.readStream('cohort-a', { after: 0, limit: 9 })()).toMatchObject(lost)
    await store.close()
  })

  it('loses nothing that was acknowledged where this process opens it twice, and is killed', async () => {
    const file = newFile()
    const { stdout, signal } = spawnSync(process.execPath, [twice, file], { encoding: 'utf8' })
    expect(signal).toBe('SIGKILL')
    expect(Number(stdout)).toBeGreaterThan(0)
    expect(await found(file)).toHaveLength(Number(stdout))
  })
})

describe('a file that stays', () => {
  it('is none that was lost, whatever SQLite does with its journal', async () => {
    const { file, store } = await scene()
    for (let n = 1; n < 2000; n += 1) {
      expect(E.isRight(await store.append('cohort-a', n, batch(1))())).toBe(true)
      if (n % 500 === 0) await (await opened(sqliteEventStore({ file }))).close()
    }
    expect(await found(file)).toHaveLength(2000)
    await store.close()
  })
})
