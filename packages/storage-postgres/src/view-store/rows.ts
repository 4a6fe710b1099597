import { Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Connections } from '../connections.ts'
import { headerIn, type CohortRow } from '../headers.ts'
import { key as keyOf, unkey } from '../text.ts'

interface Row {
  readonly key: string
  readonly cohort: string
  readonly row: string
}

interface Found {
  readonly rows: ReadonlyArray<Row>
  readonly headers: ReadonlyArray<CohortRow>
}

const pageOf = ({ rows, headers }: Found, limit: number): Port.RowPage => {
  const lights = new Map(headers.map((row) => [row.cohort, headerIn(row)]))
  const placed = rows
    .slice(0, limit)
    .flatMap(({ key, cohort, row }): ReadonlyArray<Port.PlacedRow> => {
      const header = lights.get(cohort)
      return header === undefined
        ? []
        : [
            {
              key: unkey(key),
              cohort: unkey(cohort) as Values.CohortId,
              row: Port.readableObject(row),
              header,
            },
          ]
    })
  return { rows: placed, more: rows.length > limit }
}

/** Where a page begins: right after this key and cohort. */
const startOf = ({ from = '', after }: Port.RowsAsked): readonly [key: string, cohort: string] =>
  after === undefined || after.key < from
    ? [keyOf(from), '']
    : [keyOf(after.key), keyOf(after.cohort)]

/** The rows of a place page by page; each header comes once, in the same statement, so that all are of one moment. */
export const rowsIn = ({ use, schema }: Connections): Port.ViewStore['rows'] => {
  const statement = (end: string): string => `WITH page AS MATERIALIZED (
      SELECT key, cohort, row FROM ${schema}.view_row
      WHERE view = $1 AND place = $2 AND (key, cohort) > ($3, $4) ${end}
      ORDER BY key, cohort LIMIT $5)
    SELECT
      (SELECT coalesce(json_agg(page ORDER BY key, cohort), '[]') FROM page) AS rows,
      (SELECT coalesce(json_agg(light), '[]') FROM (SELECT cohort, version, header
        FROM ${schema}.view_header WHERE view = $1 AND cohort IN (SELECT cohort FROM page)) AS light) AS headers`
  const [open, bounded] = [statement(''), statement('AND key < $6')]
  return (view, place, page) => async () => {
    const asked = Port.soundPage(page)()
    if (E.isLeft(asked)) return asked
    const { limit, to } = asked.right
    const given = [keyOf(view), keyOf(place), ...startOf(asked.right), limit + 1]
    return use(async (ask) => {
      const [found = { rows: [], headers: [] }] = await (to === undefined
        ? ask<Found>(open, given)
        : ask<Found>(bounded, [...given, keyOf(to)]))
      return pageOf(found, limit)
    })
  }
}
