import { Port, type Values } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import { key as keyOf, unkey } from '../text.ts'
import { headerIn } from '../headers.ts'

interface Row {
  readonly key: string
  readonly cohort: string
  readonly header: number
  readonly row: string
}

/** Sorts after every text, whatever its length. */
const end = Buffer.alloc(0)

interface Bounds {
  readonly first: string
  /** The last cohort that is passed by under the first key, if any. */
  readonly passed: string | null
  readonly end: string | Buffer
}

const boundsOf = ({ from = '', to, after }: Port.RowsAsked): Bounds => {
  const upper = to === undefined ? end : keyOf(to)
  return after === undefined || after.key < from
    ? { first: keyOf(from), passed: null, end: upper }
    : { first: keyOf(after.key), passed: keyOf(after.cohort), end: upper }
}

/** The rows of a place with their headers, page by page. Rows that share a key are looked through together. */
export const pagingRows = (database: Database.Database) => {
  const found = database.prepare<
    [Bounds & Record<'view' | 'place', string> & { limit: number }],
    Row
  >(
    `SELECT r.key, h.cohort, r.header, r.row
     FROM view_row r INDEXED BY view_row_found CROSS JOIN view_header h USING (header)
     WHERE r.view = (SELECT view FROM view WHERE name = @view) AND r.place = @place
       AND r.key >= @first AND r.key < @end
       AND (r.key > @first OR ifnull(h.cohort > @passed, 1))
     ORDER BY r.key, h.cohort LIMIT @limit`,
  )
  const header = database.prepare<[number], { version: number; json: string }>(
    'SELECT version, json FROM view_header WHERE header = ?',
  )
  // In one transaction, so that rows and headers are of one moment.
  return database.transaction((view: string, place: string, asked: Port.RowsAsked) => {
    const limit = asked.limit + 1
    const rows = found.all({ view: keyOf(view), place: keyOf(place), ...boundsOf(asked), limit })
    const headers = new Map<number, Port.Header>()
    const placed = rows.slice(0, asked.limit).flatMap((row): ReadonlyArray<Port.PlacedRow> => {
      const known = headers.get(row.header)
      const stored = known === undefined ? header.get(row.header) : undefined
      const light = stored === undefined ? known : headerIn(stored)
      if (light === undefined) return []
      headers.set(row.header, light)
      const cohort = unkey(row.cohort) as Values.CohortId
      return [{ key: unkey(row.key), cohort, row: Port.readableObject(row.row), header: light }]
    })
    return { rows: placed, more: rows.length > asked.limit }
  }).deferred
}
