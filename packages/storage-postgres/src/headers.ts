import { Port, type Values } from '@reverse-mentoring/core'
import { readable, unkey } from './text.ts'

/** A header as it is stored. A number of eight bytes may come as a text. */
export interface HeaderRow {
  readonly version: string | number
  readonly header: string
}

/** The same, with the cohort that it is of. */
export interface CohortRow extends HeaderRow {
  readonly cohort: string
}

/** The header that a row of a table is. */
export const headerIn = ({ version, header }: HeaderRow): Port.Header =>
  Port.headerOf(Number(version), readable(header))

/** Headers in the order of the asking, where rows may be missing. */
export const headersOf = (
  rows: ReadonlyArray<HeaderRow | { readonly version: null }>,
): ReadonlyArray<Port.Header | undefined> =>
  rows.map((row) => (row.version === null ? undefined : headerIn(row)))

/** Rows, one more than the page has room for where there are more, as a page. */
export const headerPage = (rows: ReadonlyArray<CohortRow>, limit: number): Port.HeaderPage => ({
  headers: rows
    .slice(0, limit)
    .map((row) => [unkey(row.cohort) as Values.CohortId, headerIn(row)] as const),
  more: rows.length > limit,
})
