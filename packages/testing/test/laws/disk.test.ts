import {
  directoryDiskLaws,
  eventStoreDiskLaws,
  viewStoreDiskLaws,
  type Disk,
  type Law,
} from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fileIn } from './disk/journal.ts'

const strace = ['/usr/bin/strace', '/bin/strace'].find((path) => existsSync(path))

const diskWith = (fault: string): Disk => ({
  module: new URL(`disk/on-disk.ts?${fault}`, import.meta.url),
  tail: fileIn,
  ...(strace !== undefined && { strace }),
})

const kinds = { eventStoreDiskLaws, viewStoreDiskLaws, directoryDiskLaws }

const lawOf = (
  kind: keyof typeof kinds,
  fault: string,
  name: RegExp,
  seed?: number,
): Law | undefined =>
  kinds[kind]({ ...diskWith(fault), ...(seed !== undefined && { seed }) }).find((law) =>
    name.test(law.name),
  )

/** What processes do to each other without a lock is a matter of luck: other moments are tried until it shows. */
const mostSeeds = 8

/** In short the adapters of SQLite show that laws hold; here, that they can be broken. */
const isFull = process.env['FULL'] === '1'

describe.runIf(isFull).each(Object.entries(kinds))(
  '%s hold for adapters on one journal',
  (_, laws) => {
    test.each(laws(diskWith('')))('$name', async ({ check }) => {
      expect(await check()).toEqual(E.right(undefined))
    })
  },
)

const faults: ReadonlyArray<readonly [keyof typeof kinds, law: RegExp, fault: string]> = [
  ['eventStoreDiskLaws', /^what a process that is killed/, 'taken-before-written'],
  ['eventStoreDiskLaws', /^what was under way/, 'knows-no-repeat'],
  ['eventStoreDiskLaws', /^records of more than 10 kB/, 'shortens-records'],
  ['eventStoreDiskLaws', /^more than 1 000 records/, 'pages-end-at-1000'],
  ['eventStoreDiskLaws', /^of several processes/, 'no-lock'],
  ['eventStoreDiskLaws', /^a process that stands still/, 'no-lock'],
  ['eventStoreDiskLaws', /^the log has one order/, 'no-lock'],
  ['eventStoreDiskLaws', /^a torn tail/, 'torn-tail-stays'],
  ['viewStoreDiskLaws', /^of several processes/, 'no-lock'],
  ['viewStoreDiskLaws', /^a process that is killed/, 'taken-before-written'],
  ['directoryDiskLaws', /^what a process/, 'taken-before-written'],
  ['directoryDiskLaws', /^of several processes/, 'no-lock'],
]

describe('are broken, each by its name', () => {
  test.each(faults)('%s: %s by %s', async (kind, name, fault) => {
    let answer = await lawOf(kind, fault, name)?.check()
    for (let seed = 2; seed <= mostSeeds && answer?._tag === 'Right'; seed += 1)
      answer = await lawOf(kind, fault, name, seed)?.check()
    expect(answer).toEqual(E.left(expect.any(String)))
  })
  test.skipIf(strace === undefined)('what was taken and not synced', async () => {
    const law = lawOf('eventStoreDiskLaws', 'not-synced', /synced to the disk/)
    expect(await law?.check()).toEqual(E.left(expect.stringContaining('not synced')))
  })
})
