import { randomUUID } from 'node:crypto'
import type { Stored } from '@reverse-mentoring/core'
import { promise } from '@reverse-mentoring/runtime'
import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import Database from 'better-sqlite3'
import { newRecords } from '../records.ts'

/** The bare driver, on the same tables and indexes, doing what an event store has to do. */
export interface Raw {
  /** Looks where the stream ends, and inserts, in one transaction that may write from its beginning. */
  readonly append: (
    stream: string,
    expected: number,
    records: ReadonlyArray<Stored.NewRecord>,
  ) => void
  /** Reads the log page by page, into records; answers how many. */
  readonly readLog: (limit: number) => number
  readonly close: () => void
}

interface Row extends Pick<Stored.StoredRecord, 'stream' | 'revision' | 'recordedAt'> {
  readonly position: number
  readonly record: string
}

const storedOf = ({ position, record, ...place }: Row): Stored.StoredRecord => ({
  ...(JSON.parse(record) as Stored.NewRecord),
  ...place,
  checkpoint: String(position),
})

export const openRaw = async (file: string): Promise<Raw> => {
  const made = await promise(sqliteEventStore({ file }))
  await promise(made.close)
  const database = new Database(file)
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL']) database.pragma(setting)
  const head = database
    .prepare<[string], number | null>('SELECT max(revision) FROM event WHERE stream = ?')
    .pluck()
  const insert = database.prepare(
    'INSERT INTO event (stream, revision, recorded_at, record) VALUES (?, ?, ?, ?)',
  )
  const ofLog = database.prepare<[number, number], Row>(
    `SELECT position, stream, revision, recorded_at AS recordedAt, record
      FROM event WHERE position > ? ORDER BY position LIMIT ?`,
  )
  const append: Raw['append'] = (stream, expected, records) => {
    if ((head.get(stream) ?? 0) !== expected) throw new Error('the stream ends elsewhere')
    const now = new Date().toISOString()
    for (const [i, record] of records.entries())
      insert.run(stream, expected + 1 + i, now, JSON.stringify(record))
  }
  return {
    append: database.transaction(append).immediate,
    readLog: (limit) => {
      let count = 0
      for (let after = 0; ;) {
        const rows = ofLog.all(after, limit)
        count += rows.map(storedOf).length
        after = rows.at(-1)?.position ?? after
        if (rows.length < limit) return count
      }
    },
    close: () => database.close(),
  }
}

/** So many records after the other ones of one stream, again and again. */
export const appendingRaw = (raw: Raw, together: number): (() => Promise<void>) => {
  const stream = `cohort-${randomUUID()}`
  let revision = 0
  return () => {
    raw.append(stream, revision, newRecords(together))
    revision += together
    return Promise.resolve()
  }
}
