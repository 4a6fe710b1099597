import Database from 'better-sqlite3'
import { timed } from '../measure.ts'

/** Rows of one transaction. */
const together = 1000

/** Inserts the rows that a view store holds into the same table with its index, by the driver alone, and says what that took. */
export const rawInsert = (
  from: string,
  into: string,
): { readonly milliseconds: number; readonly rows: number } => {
  const [source, target] = [new Database(from, { readonly: true }), new Database(into)]
  const schema = source
    .prepare<[], string>(
      "SELECT sql FROM sqlite_schema WHERE tbl_name = 'view_row' AND sql IS NOT NULL ORDER BY type DESC",
    )
    .pluck()
    .all()
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = OFF']) {
    target.pragma(setting)
  }
  target.exec(schema.join(';'))
  const columns = source.prepare('SELECT * FROM view_row').columns().length
  const insert = target.prepare(
    `INSERT INTO view_row VALUES (${Array.from({ length: columns }, () => '?').join(', ')})`,
  )
  const insertAll = target.transaction((rows: ReadonlyArray<ReadonlyArray<unknown>>) => {
    for (const row of rows) insert.run(...row)
  })
  let [milliseconds, rows] = [0, 0]
  let waiting: Array<ReadonlyArray<unknown>> = []
  const write = (): void => {
    milliseconds += timed(() => insertAll(waiting))
    rows += waiting.length
    waiting = []
  }
  for (const row of source.prepare('SELECT * FROM view_row').raw().iterate()) {
    waiting.push(row as ReadonlyArray<unknown>)
    if (waiting.length === together) write()
  }
  write()
  source.close()
  target.close()
  return { milliseconds, rows }
}
