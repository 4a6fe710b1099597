import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { execFile, spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { newFile, opened } from './file.ts'

const child = join(import.meta.dirname, 'child', 'append.ts')

interface Ended {
  /** The ids of each batch that the child said was acknowledged. */
  readonly said: ReadonlyArray<ReadonlyArray<string>>
  readonly errors: string
  readonly code: number | null
}

/** A process that appends, and how it ended; it is killed once it has said so many batches. */
const appending = (
  file: string,
  stream: string,
  times: number,
  killAfter = Infinity,
): Promise<Ended> =>
  new Promise((resolve) => {
    const running = spawn(process.execPath, [child, file, stream, String(times)])
    let [out, errors] = ['', '']
    running.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      if (out.split('\n').length > killAfter) running.kill('SIGKILL')
    })
    running.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text
    })
    running.on('close', (code) => {
      const lines = out
        .slice(0, out.lastIndexOf('\n') + 1)
        .split('\n')
        .slice(0, -1)
      resolve({ said: lines.map((line) => line.split(' ')), errors, code })
    })
  })

const idsIn = async (file: string, stream: string): Promise<ReadonlyArray<string>> => {
  const store = await opened(sqliteEventStore({ file }))
  const page = await store.readStream(stream, { after: 0, limit: 1_000_000 })()
  if (E.isLeft(page)) throw new Error(page.left.reason)
  const { records } = page.right
  expect(records.map(({ revision }) => revision)).toEqual(records.map((_, index) => index + 1))
  return records.map(({ id }) => id)
}

const isSound = (file: string): boolean => {
  const database = new Database(file, { readonly: true })
  const answer = database.pragma('integrity_check', { simple: true })
  database.close()
  return answer === 'ok'
}

describe('several processes on one file', () => {
  it('that is not there yet open it at the same instant', async () => {
    const folder = dirname(newFile())
    const script = join(import.meta.dirname, 'child', 'open.ts')
    const given = [script, folder, String(Date.now() + 1500), '20']
    const said = await Promise.all(
      [1, 2, 3].map(() => promisify(execFile)(process.execPath, given)),
    )
    expect(said.map(({ stdout }) => stdout)).toEqual(['done\n', 'done\n', 'done\n'])
  })

  it('that is made by all of them at once append to one stream, and nothing is lost or split', async () => {
    const file = newFile()
    const ended = await Promise.all([1, 2, 3, 4].map(() => appending(file, 'one', 40)))
    expect(ended.map(({ code, errors }) => [code, errors.replace(/^\d+ conflicts$/, '')])).toEqual(
      ended.map(() => [0, '']),
    )
    const ids = await idsIn(file, 'one')
    expect(ids).toHaveLength(4 * 40 * 3)
    const inStream = Array.from({ length: ids.length / 3 }, (_, n) =>
      ids.slice(n * 3, n * 3 + 3).join(),
    )
    const said = ended.flatMap((one) => one.said.map((batch) => batch.join()))
    expect([...inStream].sort()).toEqual(said.sort())
    expect(ended.some(({ errors }) => !errors.startsWith('0 '))).toBe(true)
    expect(isSound(file)).toBe(true)
  })

  it('that are killed while they append leave all that they acknowledged, in whole batches', async () => {
    const file = newFile()
    const killed: Array<ReadonlyArray<string>> = []
    for (let turn = 0; turn < 5; turn += 1) {
      const one = await appending(file, 'one', 1_000_000, 5 + turn * 7)
      expect(one.code).toBe(null)
      killed.push(...one.said)
    }
    const ids = await idsIn(file, 'one')
    expect(ids.length % 3).toBe(0)
    const inStream = Array.from({ length: ids.length / 3 }, (_, n) =>
      ids.slice(n * 3, n * 3 + 3).join(),
    )
    expect(inStream).toEqual(expect.arrayContaining(killed.map((batch) => batch.join())))
    expect(killed.length).toBeGreaterThan(50)
    expect(isSound(file)).toBe(true)
  })
})
