import { existsSync } from 'node:fs'
import { eventStoreDiskLaws, type Law } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { diskFaults, withTwin } from '../src/broken-twin.ts'
import { fileIn } from '../src/disk.ts'

const strace = ['/usr/bin/strace', '/bin/strace'].find((path) => existsSync(path))

/** A sound store has time, also where other things run; a broken one may never end. */
const lawsOf = (module: URL, deadline: number): ReadonlyArray<Law> =>
  eventStoreDiskLaws({
    module,
    tail: fileIn,
    deadline,
    ...(strace !== undefined && { strace }),
  })

/** In short those that take a second. */
const isFull = process.env['FULL'] === '1'
const isTried = (law: string): boolean => isFull || /^what is told|^records of more/.test(law)

const laws = lawsOf(new URL('../src/disk.ts', import.meta.url), 90_000)

describe('A store of JSON lines on a disk', () => {
  test.each(laws.filter(({ name }) => isTried(name)))(
    '$name',
    async ({ check }) => {
      expect(await check()).toEqual(E.right(undefined))
    },
    120_000,
  )
})

const known = new Set(laws.map(({ name }) => name))

describe('Its broken twin on a disk', () => {
  // Without strace nobody sees what is synced.
  const seen = diskFaults.filter(({ law }) => known.has(law))
  for (const fault of seen.filter(({ law }) => isTried(law)))
    test(`${fault.fault}: “${fault.law}” is broken`, async () => {
      const told = await withTwin(fault, async (folder) =>
        lawsOf(new URL('disk.ts', folder), 15_000)
          .find(({ name }) => name === fault.law)
          ?.check(),
      )
      expect(told).toEqual(E.left(expect.any(String)))
    })

  test('breaks laws that there are', () => {
    expect(seen).toEqual(strace === undefined ? diskFaults.slice(1) : diskFaults)
  })
})
