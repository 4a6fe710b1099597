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
  test.each(faults.filter((_, i) => isFull || i % 6 === 0))(
    '%s: %s by %s',
    async (kind, name, fault) => {
      let answer = await lawOf(kind, fault, name)?.check()
      for (let seed = 2; seed <= mostSeeds && answer?._tag === 'Right'; seed += 1)
        answer = await lawOf(kind, fault, name, seed)?.check()
      expect(answer).toEqual(E.left(expect.any(String)))
    },
  )
  test.skipIf(strace === undefined)('what was taken and not synced', async () => {
    const law = lawOf('eventStoreDiskLaws', 'not-synced', /synced to the disk/)
    expect(await law?.check()).toEqual(E.left(expect.stringContaining('not synced')))
  })
})

describe('are told in words', () => {
  const toldBy = async (module: URL, kind: keyof typeof kinds, name: RegExp): Promise<string> => {
    const law = kinds[kind]({ module }).find((one) => name.test(one.name))
    const told = await law?.check()
    return told !== undefined && E.isLeft(told) ? told.left : ''
  }
  const exporting = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)
  const shape = '(folder) => a task of { adapter, close }'

  test('a module that exports nothing, or something else', async () => {
    const toEach = async (code: string) => [
      await toldBy(exporting(code), 'eventStoreDiskLaws', /^what a process that is killed/),
      await toldBy(exporting(code), 'directoryDiskLaws', /^of several processes/),
    ]
    expect(await toEach('')).toEqual(
      ['openEventStore', 'openDirectory'].map(
        (name) => `the module exports nothing: export \`${name}\`, ${shape}`,
      ),
    )
    const [told] = await toEach('export const store = 1, openStore = () => 1')
    expect(told).toBe(
      `the module exports \`openStore\` and \`store\`, and no \`openEventStore\`: export \`openEventStore\`, ${shape}`,
    )
  })

  test.each([
    [
      'is not there',
      new URL('disk/nowhere.ts', import.meta.url),
      /^the module cannot be loaded: Error.*nowhere/,
    ],
    [
      'exports no function',
      exporting('export const openEventStore = 7'),
      /^`openEventStore` is 7, and no function: export/,
    ],
    [
      'gives no adapter',
      exporting(`export const openEventStore = () => async () => ({ _tag: 'Right', right: 7 })`),
      /`openEventStore` opens 7: give \{ adapter, close \}/,
    ],
    [
      'fails',
      exporting(
        `export const openEventStore = () => async () => ({ _tag: 'Left', left: 'no room' })`,
      ),
      /^a process failed at opening: no room$/,
    ],
  ])('a module that %s', async (_, module, told) => {
    expect(await toldBy(module, 'eventStoreDiskLaws', /^records of more than 10 kB/)).toMatch(told)
  })

  test('what differs, and where', async () => {
    const { module } = diskWith('pages-end-at-1000')
    expect(await toldBy(module, 'eventStoreDiskLaws', /^more than 1 000/)).toMatch(
      /^pages of another size, or of the log, hold other records: expected \[1000\] to be .+, but it is nothing$/,
    )
  })
})
