import { Port, type Values } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import { headerIn, headerPage, type CohortRow, type HeaderRow } from '../headers.ts'
import { key } from '../text.ts'
import { columns } from './columns.ts'

/** Notices, page by page. */
export const pagingNotices = (database: Database.Database) => {
  const from = (condition: string) =>
    database.prepare<[string, number], Port.NoticeRow>(
      `SELECT ${columns} FROM notice WHERE id > ? AND parked ${condition} ORDER BY id LIMIT ?`,
    )
  const [waiting, parked] = [from('IS NULL'), from('IS NOT NULL')]
  return (page: Parameters<Port.Outbox['notices']>[0]): Port.NoticePage => {
    const { after = '', limit } = page
    const rows = (page.parked === true ? parked : waiting).all(key(after), limit + 1)
    return { notices: rows.slice(0, limit).map(Port.noticeOf), more: rows.length > limit }
  }
}

/** Headers by their cohorts, as they stand at one moment. */
export const readingHeaders = (
  database: Database.Database,
): ((of: ReadonlyArray<Values.CohortId>) => ReadonlyArray<Port.Header | undefined>) => {
  const one = database.prepare<[string], HeaderRow>(
    'SELECT version, json FROM notice_header WHERE cohort = ?',
  )
  return database.transaction((of: ReadonlyArray<Values.CohortId>) =>
    of.map((cohort) => {
      const row = one.get(key(cohort))
      return row === undefined ? undefined : headerIn(row)
    }),
  ).deferred
}

/** Headers, page by page. */
export const pagingHeaders = (database: Database.Database) => {
  const from = (condition: string) =>
    database.prepare<[string, number], CohortRow>(
      `SELECT cohort, version, json FROM notice_header
       WHERE cohort > ? ${condition} ORDER BY cohort LIMIT ?`,
    )
  const [all, parked] = [from(''), from('AND parked')]
  return (page: Parameters<Port.Outbox['headersOf']>[0]): Port.HeaderPage => {
    const { after = '', limit } = page
    return headerPage((page.parked === true ? parked : all).all(key(after), limit + 1), limit)
  }
}
