import { Port, type Values } from '@reverse-mentoring/core'
import { readable, unkey } from './text.ts'

/** A header as it is stored. */
export interface HeaderRow {
  readonly version: number
  readonly json: string
}

/** The same, with the cohort that it is of. */
export interface CohortRow extends HeaderRow {
  readonly cohort: string
}

/** The header that a row of a table is. */
export const headerIn = ({ version, json }: HeaderRow): Port.Header =>
  Port.headerOf(version, readable(json))

/** Rows, one more than the page has room for where there are more, as a page. */
export const headerPage = (rows: ReadonlyArray<CohortRow>, limit: number): Port.HeaderPage => ({
  headers: rows
    .slice(0, limit)
    .map((row) => [unkey(row.cohort) as Values.CohortId, headerIn(row)] as const),
  more: rows.length > limit,
})
