import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Connections } from '../connections.ts'
import { headerPage, headersOf, type CohortRow, type HeaderRow } from '../headers.ts'
import { key, unkey } from '../text.ts'

type Reading = Pick<Port.Outbox, 'checkpoint' | 'headers' | 'headersOf' | 'notices'>

/** How an outbox is read. */
export const readingIn = ({ use, schema }: Connections): Reading => {
  const ofReader = `SELECT checkpoint FROM ${schema}.notice_reader`
  const byCohort = `SELECT version, header
    FROM unnest($1::text[]) WITH ORDINALITY AS asked (cohort, n)
    LEFT JOIN ${schema}.notice_header USING (cohort) ORDER BY n`
  const headers = (isParked: boolean): string => `SELECT cohort, version, header
    FROM ${schema}.notice_header WHERE cohort > $1 ${isParked ? 'AND parked' : ''}
    ORDER BY cohort LIMIT $2`
  const notices = (isParked: boolean): string => `SELECT * FROM ${schema}.notice
    WHERE id > $1 AND parked IS ${isParked ? 'NOT NULL' : 'NULL'} ORDER BY id LIMIT $2`
  return {
    checkpoint: () =>
      use(async (ask) => {
        const [row] = await ask<{ checkpoint: string }>(ofReader)
        return row && unkey(row.checkpoint)
      }),
    headers: (of) => () => {
      const cohorts = of.map(key)
      return use(async (ask) =>
        headersOf(await ask<HeaderRow | { readonly version: null }>(byCohort, [cohorts])),
      )
    },
    headersOf: (page) => async () => {
      const asked = Port.soundPage(page)()
      if (E.isLeft(asked)) return asked
      const { after = '', limit, parked } = asked.right
      const given = [key(after), limit + 1]
      return use(async (ask) =>
        headerPage(await ask<CohortRow>(headers(parked === true), given), limit),
      )
    },
    notices: (page) => async () => {
      const { after = '', limit, parked } = page
      const fault = Port.pageFault({ limit })
      if (fault !== undefined) return E.left(fault)
      const given = [key(after), limit + 1]
      return use(async (ask) => {
        const rows = await ask<Port.NoticeRow>(notices(parked === true), given)
        return { notices: rows.slice(0, limit).map(Port.noticeOf), more: rows.length > limit }
      })
    },
  }
}
