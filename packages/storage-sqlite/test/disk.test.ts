import {
  directoryDiskLaws,
  eventStoreDiskLaws,
  viewStoreDiskLaws,
  type Disk,
} from '@reverse-mentoring/testing'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const strace = ['/usr/bin/strace', '/bin/strace'].find((path) => existsSync(path))

const disk: Disk = {
  module: new URL('child/disk.ts', import.meta.url),
  tail: (folder) => join(folder, 'log.sqlite-wal'),
  ...(strace !== undefined && { strace }),
  lookAt: (folder) => {
    const files = ['log.sqlite', 'directory.sqlite'].map((name) => join(folder, name))
    const wrong = files
      .filter((file) => existsSync(file))
      .find((file) => {
        const database = new Database(file, { readonly: true })
        const answer = database.pragma('integrity_check', { simple: true })
        database.close()
        return answer !== 'ok'
      })
    return Promise.resolve(wrong && `${wrong} is damaged`)
  },
}

/** In short every fourth law is asked. */
const isFull = process.env['FULL'] === '1'

describe('the adapters keep the laws of a disk', () => {
  const laws = [...eventStoreDiskLaws(disk), ...viewStoreDiskLaws(disk), ...directoryDiskLaws(disk)]
  test.each(laws.filter((_, i) => isFull || i % 4 === 0))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })

  test.skipIf(strace === undefined)('… that of syncing only where it is FULL', async () => {
    const normal = { ...disk, module: new URL('child/disk.ts?NORMAL', import.meta.url) }
    const law = eventStoreDiskLaws(normal).find(({ name }) => name.includes('synced'))
    expect(await law?.check()).toEqual(E.left(expect.stringContaining('not synced')))
  })
})
