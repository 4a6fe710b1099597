import type { Port } from '@reverse-mentoring/core'
import type { Connections } from '../connections.ts'
import { key, unkey } from '../text.ts'
import { committing } from './commit.ts'
import { dropping } from './drop.ts'
import { headersIn } from './header.ts'
import { rowsIn } from './rows.ts'

/** The view store of a log. */
export const viewStoreIn = (connections: Connections): Port.ViewStore => {
  const { use, schema } = connections
  const ofReader = `SELECT checkpoint FROM ${schema}.reader WHERE reader = $1`
  // From name to name by the index, however many cohorts have a header.
  const names = `WITH RECURSIVE named AS (
      SELECT min(view) AS view FROM ${schema}.view_header
      UNION ALL
      SELECT (SELECT min(header.view) FROM ${schema}.view_header AS header WHERE header.view > named.view)
      FROM named WHERE named.view IS NOT NULL)
    SELECT view FROM named WHERE view IS NOT NULL`
  return {
    commit: committing(connections),
    checkpoint: (reader) => () =>
      use(async (ask) => {
        const [row] = await ask<{ checkpoint: string }>(ofReader, [key(reader)])
        return row && unkey(row.checkpoint)
      }),
    ...headersIn(connections),
    rows: rowsIn(connections),
    views: () =>
      use(async (ask) => (await ask<{ view: string }>(names)).map(({ view }) => unkey(view))),
    drop: dropping(connections),
  }
}
