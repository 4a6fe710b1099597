import type Database from 'better-sqlite3'
import type { Written, WrittenRow } from './serialise.ts'

/** The numbers of a header, and of its view. */
interface Numbers {
  readonly view: number
  readonly header: number
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By place and key, as they are found: neighbours are written at once. Of one row the later change stays the later. */
const byPlace = ([a, keyOfA]: WrittenRow, [b, keyOfB]: WrittenRow): number =>
  compare(a, b) || compare(keyOfA, keyOfB)

/** Brings the rows of a change under its header. */
export const settingRows = (database: Database.Database) => {
  const set = database.prepare<[number, string, string, number, string]>(
    `INSERT INTO view_row (header, place, key, view, row) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (header, place, key) DO UPDATE SET row = excluded.row`,
  )
  const take = database.prepare<[number, string, string]>(
    'DELETE FROM view_row WHERE header = ? AND place = ? AND key = ?',
  )
  const takeAll = database.prepare<[number]>('DELETE FROM view_row WHERE header = ?')
  return ({ view, header }: Numbers, { anew, rows }: Written): void => {
    if (anew) takeAll.run(header)
    for (const [place, key, row] of rows.toSorted(byPlace)) {
      if (row === undefined) take.run(header, place, key)
      else set.run(header, place, key, view, row)
    }
  }
}
