import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Connections } from '../connections.ts'
import { headerPage, headersOf, type CohortRow, type HeaderRow } from '../headers.ts'
import { key } from '../text.ts'

/** How headers are read: by their names, as they stand at one moment, or page by page. */
export const headersIn = ({
  use,
  schema,
}: Connections): Pick<Port.ViewStore, 'headers' | 'headersOf'> => {
  const byName = `SELECT version, header
    FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked (view, cohort, n)
    LEFT JOIN ${schema}.view_header USING (view, cohort) ORDER BY n`
  const page = (condition: string): string => `SELECT cohort, version, header
    FROM ${schema}.view_header WHERE view = $1 AND cohort ${condition} ORDER BY cohort LIMIT $3`
  return {
    headers: (of) => () => {
      const [views, cohorts] = [
        of.map(({ view }) => key(view)),
        of.map(({ cohort }) => key(cohort)),
      ]
      return use(async (ask) =>
        headersOf(await ask<HeaderRow | { readonly version: null }>(byName, [views, cohorts])),
      )
    },
    headersOf: (view, given) => async () => {
      const asked = Port.soundPage(given)()
      if (E.isLeft(asked)) return asked
      const { after, limit, parked } = asked.right
      const condition = `${after === undefined ? '>=' : '>'} $2 ${parked === true ? 'AND parked' : ''}`
      return use(async (ask) => {
        const rows = await ask<CohortRow>(page(condition), [key(view), key(after ?? ''), limit + 1])
        return headerPage(rows, limit)
      })
    },
  }
}
