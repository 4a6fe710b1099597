import { Stored, Values, type Port } from '@reverse-mentoring/core'
import { openSqlite } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { join } from 'node:path'
import { demo } from '../src/demo.ts'
import { readOptions } from '../src/options.ts'
import { idsOf } from '../src/simulation/ids.ts'

/** How the program answered. */
export interface Answer {
  readonly exitCode: number
  readonly text: string
  /** The text in one line: where it is broken depends on how long the paths in it are. */
  readonly flat: string
}

/** Runs the program in this process, as its `main.ts` does. */
export const run = async (...argv: ReadonlyArray<string>): Promise<Answer> => {
  const lines: Array<string> = []
  const say = (text: string): void => {
    lines.push(text)
  }
  const options = readOptions(argv)
  const progress = { at: () => undefined, say, end: () => undefined }
  const ended = E.isLeft(options) ? options : await demo(options.right, progress)
  if (E.isLeft(ended)) say(ended.left.text)
  const text = lines.join('\n')
  const flat = text.replace(/\s+/g, ' ')
  return { exitCode: E.isLeft(ended) ? ended.left.exitCode : 0, text, flat }
}

export type Remembered = Omit<Stored.StoredRecord, 'recordedAt'>

/** Everything that a store holds of each record of a run, but when it was recorded. */
export const recordsOf = async (
  store: Port.EventStore,
  seed = 1,
): Promise<ReadonlyArray<Remembered>> => {
  const cohort: Values.CohortId = idsOf(seed).of(Values.CohortId)
  const page = await store.readStream(Stored.cohortStream(cohort), { after: 0, limit: 100_000 })()
  if (E.isLeft(page)) throw new Error(page.left.reason)
  return page.right.records.map(({ recordedAt: _recordedAt, ...record }) => record)
}

/** The same of the log in a folder. */
export const historyIn = async (folder: string, seed = 1): Promise<ReadonlyArray<Remembered>> => {
  const files = { log: join(folder, 'cohort.sqlite'), directory: join(folder, 'directory.sqlite') }
  const opened = await openSqlite(files)()
  if (E.isLeft(opened)) throw new Error(opened.left._tag)
  const records = await recordsOf(opened.right.store, seed)
  await opened.right.close()
  return records
}
