import type { Port, Values } from '@reverse-mentoring/core'
import { sqliteEventStore, sqliteViewStore } from '@reverse-mentoring/storage-sqlite'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { execFile, spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { newFile, opened } from './file.ts'

const script = (name: string) => join(import.meta.dirname, 'child', name)

interface Ended {
  /** What the child said, line by line: such as the ids of each batch that was acknowledged. */
  readonly said: ReadonlyArray<ReadonlyArray<string>>
  readonly errors: string
  readonly code: number | null
}

/** A process that runs a script, and how it ended; it is killed once it has said so many lines. */
const running = (
  name: string,
  given: ReadonlyArray<string>,
  killAfter = Infinity,
): Promise<Ended> =>
  new Promise((resolve) => {
    const running = spawn(process.execPath, [script(name), ...given])
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

const appending = (file: string, stream: string, times: number, killAfter?: number) =>
  running('append.ts', [file, stream, String(times)], killAfter)

const idsIn = async (file: string, stream: string): Promise<ReadonlyArray<string>> => {
  const store = await opened(sqliteEventStore({ file }))
  const page = await store.readStream(stream, { after: 0, limit: 1_000_000 })()
  if (E.isLeft(page)) throw new Error(page.left.reason)
  const { records } = page.right
  expect(records.map(({ revision }) => revision)).toEqual(records.map((_, index) => index + 1))
  return records.map(({ id }) => id)
}

const right = async <A>(task: TE.TaskEither<unknown, A>): Promise<A> => {
  const answer = await task()
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}

const headerIn = async (views: Port.ViewStore, view: string, cohort: string) => {
  const [header] = await right(views.headers([{ view, cohort: cohort as Values.CohortId }]))
  if (header === undefined) throw new Error('no header')
  return header
}

const rowsIn = async (views: Port.ViewStore, view: string, cohort: string) =>
  (await right(views.rows(view, `cohort/${cohort}`, { limit: 100_000 }))).rows

const isSound = (file: string): boolean => {
  const database = new Database(file, { readonly: true })
  const answer = database.pragma('integrity_check', { simple: true })
  database.close()
  return answer === 'ok'
}

describe('several processes on one file', () => {
  it('that is not there yet open it at the same instant', async () => {
    const folder = dirname(newFile())
    const given = [script('open.ts'), folder, String(Date.now() + 1500), '20']
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

  it('commit to the same headers: each version is of one winner, whose rows stand, and no loser’s do', async () => {
    const file = newFile()
    const [view, one, two] = ['momentum-1', 'cohort-1', 'cohort-2']
    const commit = (who: string, times: number, asleep: number) =>
      running('commit.ts', [file, view, one, two, who, String(times), String(asleep)])
    const ended = await Promise.all([
      commit('a', 40, 0),
      commit('b', 40, 0),
      commit('c', 40, 0),
      commit('sleeper', 4, 3),
    ])
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    const overtaken = ended.map(({ errors }) => Number(/^(\d+) overtaken$/.exec(errors)?.[1]))
    expect(overtaken[3], 'who sleeps is overtaken each time').toBeGreaterThanOrEqual(3)
    const won = ended.flatMap(({ said }) => said)
    expect(won).toHaveLength(3 * 40 + 4 + 3)
    const views = await opened(sqliteViewStore({ file }))
    for (const [index, cohort] of [one, two].entries()) {
      const header = await headerIn(views, view, cohort)
      const versions = won.flatMap((line) => (line[index] === '-' ? [] : [Number(line[index])]))
      expect(versions.sort((a, b) => a - b)).toEqual(
        Array.from({ length: header.version }, (_, n) => n + 1),
      )
      const rows = await rowsIn(views, view, cohort)
      const keys = won.flatMap((line) => (line[index] === '-' ? [] : [`${line[2] ?? ''}/0`]))
      expect(rows.map(({ key }) => key).filter((key) => key !== 'last')).toEqual(keys.sort())
      const last = won.find((line) => line[index] === String(header.version))
      expect(rows.find(({ key }) => key === 'last')?.row).toEqual({ by: last?.[2] })
      expect(header.frame).toEqual({ by: last?.[2] })
    }
    const headers = await Promise.all([one, two].map((cohort) => headerIn(views, view, cohort)))
    expect(headers.map(({ frame }) => frame['by'])).toContain(await right(views.checkpoint(view)))
    expect(isSound(file)).toBe(true)
  })

  it('that are killed while they commit leave whole commits, of all that they acknowledged', async () => {
    const file = newFile()
    const [view, one, two] = ['momentum-1', 'cohort-1', 'cohort-2']
    const size = 500
    const killed: Array<ReadonlyArray<string>> = []
    for (let turn = 0; turn < 4; turn += 1) {
      const given = [file, view, one, two, `k${String(turn)}`, '1000000', '0', String(size)]
      const ended = await running('commit.ts', given, 5 + turn * 7)
      expect(ended.code).toBe(null)
      killed.push(...ended.said)
    }
    const views = await opened(sqliteViewStore({ file }))
    for (const [index, cohort] of [one, two].entries()) {
      const header = await headerIn(views, view, cohort)
      const rows = await rowsIn(views, view, cohort)
      expect(rows).toHaveLength(header.version * size + 1)
      expect(rows.find(({ key }) => key === 'last')?.row).toEqual(header.frame)
      const acknowledged = killed.flatMap((line) =>
        line[index] === '-' ? [] : [`${line[2] ?? ''}/${String(size - 1)}`],
      )
      expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining(acknowledged))
    }
    expect(isSound(file)).toBe(true)
  })
})
