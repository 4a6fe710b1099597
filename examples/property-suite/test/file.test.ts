import { spawnSync } from 'node:child_process'
import { appendFile, readFile, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Stored } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { openJsonLines } from '../src/json-lines-store.ts'
import { locked } from '../src/lock.ts'
import { withFolder } from '../src/temp-folder.ts'
import { record } from './record.ts'

const inFile = (act: (file: string) => Promise<void>): Promise<void> =>
  withFolder((folder) => act(join(folder, 'log.jsonl')))

const stream = Stored.cohortStream(Scene.the.cohort)

describe('The file', () => {
  test('holds a line for each batch, and a torn one counts for nothing', () =>
    inFile(async (file) => {
      const store = await openJsonLines(file)
      await record(store, Scene.B)
      const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
      expect(lines.map((line) => (JSON.parse(line) as { stream: string }).stream)).toEqual([stream])
      await store.close()
      await appendFile(file, lines[0]!.slice(0, 100))
      const later = await openJsonLines(file)
      expect(await later.readStream(stream, { after: 0, limit: 100 })()).toMatchObject(
        E.right({ records: Scene.B.map(({ type }) => ({ type })), more: false }),
      )
      await record(later, Scene.P.slice(Scene.B.length), Scene.B.length)
      expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(2)
    }))

  test('is written whatever a process left that was killed with the lock', () =>
    inFile(async (file) => {
      const { pid } = spawnSync(process.execPath, ['--eval', ''])
      await writeFile(`${file}.lock.7`, String(pid))
      const store = await openJsonLines(file)
      await record(store, Scene.B)
      const left = (await readdir(dirname(file))).filter((name) => name !== basename(file))
      expect(left).toEqual([`${basename(file)}.lock.8`])
      expect(await readFile(`${file}.lock.8`, 'utf8')).toBe('')
    }))

  test('is locked for one at a time', () =>
    inFile(async (file) => {
      const { pid } = spawnSync(process.execPath, ['--eval', ''])
      await writeFile(`${file}.lock.1`, String(pid))
      let [inside, most] = [0, 0]
      const works = Array.from({ length: 30 }, () =>
        locked(file, async () => {
          inside += 1
          most = Math.max(most, inside)
          await sleep(2)
          inside -= 1
        }),
      )
      await Promise.all(works)
      expect(most).toBe(1)
    }))
})
