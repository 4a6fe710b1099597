import type { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import { headerIn, headerPage, type CohortRow, type HeaderRow } from '../headers.ts'
import { key } from '../text.ts'

/** Headers by their names, as they stand at one moment. */
export const readingHeaders = (database: Database.Database) => {
  const one = database.prepare<[string, string], HeaderRow>(
    'SELECT version, json FROM view JOIN view_header USING (view) WHERE name = ? AND cohort = ?',
  )
  return database.transaction((of: ReadonlyArray<Port.ViewOf>) =>
    of.map(({ view, cohort }) => {
      const row = one.get(key(view), key(cohort))
      return row === undefined ? undefined : headerIn(row)
    }),
  ).deferred
}

type Asked = Parameters<Port.ViewStore['headersOf']>[1]

/** The headers of a view, page by page. */
export const pagingHeaders = (database: Database.Database) => {
  const from = (condition: string) =>
    database.prepare<[string, string, number], CohortRow>(
      `SELECT cohort, version, json FROM view_header
       WHERE view = (SELECT view FROM view WHERE name = ?) AND ${condition} ORDER BY cohort LIMIT ?`,
    )
  const [first, later] = [from('cohort >= ?'), from('cohort > ?')]
  const [firstParked, laterParked] = [from('cohort >= ? AND parked'), from('cohort > ? AND parked')]
  return (view: string, { after, limit, parked }: Asked): Port.HeaderPage => {
    const [all, onlyParked] = after === undefined ? [first, firstParked] : [later, laterParked]
    const statement = parked === true ? onlyParked : all
    const rows = statement.all(key(view), key(after ?? ''), limit + 1)
    return headerPage(rows, limit)
  }
}
