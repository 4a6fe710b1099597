import { Stored } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import { columns, pageOf, type Row } from '../event-store/page.ts'
import { sha256 } from '../sha256.ts'
import type { Checked } from './message.ts'
import type { OnStep } from './progress.ts'

const walkOn = Stored.walkOn(sha256)

/** Records that are read at a time. */
const pageSize = 1000
const mostTold = 20

/** What SQLite finds wrong in the file, in its words; nothing where all is well. */
export const brokenPages = (database: Database.Database): string | undefined => {
  const found = String(database.pragma('integrity_check(1)', { simple: true }))
  const strays = database.pragma('foreign_key_check') as ReadonlyArray<unknown>
  if (found !== 'ok') return found
  return strays.length === 0 ? undefined : 'a row of something that is not there'
}

const stepOf = (walked: Stored.Walked, row: Row): Stored.Step => {
  const { records, damaged } = pageOf([row], 1)
  const [record] = records
  if (record !== undefined) return walkOn(walked, record)
  return damaged === undefined ? { walked, unproved: [] } : Stored.walkPast(walked, damaged)
}

/** Checks the proofs of all records, stream by stream. O(records). */
export const checkRecords = (database: Database.Database, onStep: OnStep): Checked => {
  const of = database.prepare<[], number>('SELECT count(*) FROM event').pluck().get() ?? 0
  const after = database.prepare<[string, number, number], Row>(
    `SELECT ${columns} FROM event WHERE (stream, revision) > (?, ?) ORDER BY stream, revision LIMIT ?`,
  )
  const unproved: Array<Stored.Unproved> = []
  let [stream, revision, done, found] = ['', 0, 0, 0]
  let walked = Stored.nothingWalked
  for (let rows = after.all(stream, revision, pageSize); rows.length > 0;) {
    for (const row of rows) {
      if (row.stream !== stream) walked = Stored.nothingWalked
      const step = stepOf(walked, row)
      ;({ stream, revision } = row)
      walked = step.walked
      found += step.unproved.length
      unproved.push(...step.unproved.slice(0, mostTold - unproved.length))
    }
    done += rows.length
    onStep({ step: 'checked', done, of })
    rows = after.all(stream, revision, pageSize)
  }
  return { unproved, more: found - unproved.length }
}
