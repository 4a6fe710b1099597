import { Stored, type Values } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { columns, pageOf, type Row } from '../event-store/page.ts'
import type { Checked, Unproved } from './message.ts'
import type { OnStep } from './progress.ts'

const sha256: Stored.Sha256 = (text) =>
  createHash('sha256').update(text).digest('hex') as Values.Digest

const proveOn = Stored.proveOn(sha256)

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

/** Checks the proofs of all records, stream by stream. O(records). */
export const checkRecords = (database: Database.Database, onStep: OnStep): Checked => {
  const of = database.prepare<[], number>('SELECT count(*) FROM event').pluck().get() ?? 0
  const after = database.prepare<[string, number, number], Row>(
    `SELECT ${columns} FROM event WHERE (stream, revision) > (?, ?) ORDER BY stream, revision LIMIT ?`,
  )
  const unproved: Array<Unproved> = []
  let [stream, revision, done] = ['', 0, 0]
  let proved: Stored.Proved | undefined = Stored.nothingProved
  for (let rows = after.all(stream, revision, pageSize); rows.length > 0;) {
    for (const row of rows) {
      if (row.stream !== stream) [stream, revision, proved] = [row.stream, 0, Stored.nothingProved]
      const [record] = pageOf([row], 1).records
      const isNext = record !== undefined && row.revision === revision + 1
      const was: Stored.Proved | undefined = proved
      proved = was !== undefined && isNext ? proveOn(was, record) : undefined
      // Of each stream the first one tells: what follows does not hold either.
      if (was !== undefined && proved === undefined && unproved.length < mostTold)
        unproved.push({ stream: row.stream, revision: row.revision })
      revision = row.revision
    }
    done += rows.length
    onStep({ step: 'checked', done, of })
    rows = after.all(stream, revision, pageSize)
  }
  return { unproved }
}
