import { spawnSync } from 'node:child_process'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Stored } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { openJsonLines } from '../src/json-lines-store.ts'
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

  test('is written though a process died that held the lock', () =>
    inFile(async (file) => {
      const { pid } = spawnSync(process.execPath, ['--eval', ''])
      await writeFile(`${file}.lock`, `${String(pid)} died`)
      const store = await openJsonLines(file)
      await record(store, Scene.B)
      await expect(readFile(`${file}.lock`, 'utf8')).rejects.toThrow(/ENOENT/)
    }))
})
