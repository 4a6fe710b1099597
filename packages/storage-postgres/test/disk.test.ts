import {
  directoryDiskLaws,
  eventStoreDiskLaws,
  viewStoreDiskLaws,
  type Disk,
} from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { drop } from './place.ts'
import { schemaIn } from './schema-in.ts'
import { sharedServer } from './server/shared.ts'

const url = (await sharedServer()) ?? ''

const isFull = process.env['FULL'] === '1'

const module = new URL('child/disk.ts', import.meta.url)
module.searchParams.set('url', url)

const disk: Disk = {
  ...{ module, deadline: 120_000 },
  lookAt: async (folder) => {
    await drop(url, schemaIn(folder, 'log'), schemaIn(folder, 'directory'))
    return undefined
  },
}

describe.skipIf(url === '')('the adapters keep the laws of a disk', () => {
  const all = [...eventStoreDiskLaws(disk), ...viewStoreDiskLaws(disk), ...directoryDiskLaws(disk)]
  // Each connects many times; these say the most of what one process cannot see.
  const laws = isFull ? all : all.filter(({ name }) => /brings? a secret/.test(name))
  test.each(laws)('$name', { timeout: 150_000 }, async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})
