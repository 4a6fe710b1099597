import type { Port, Stored } from '@reverse-mentoring/core'
import { got } from '../law.ts'
import { newId } from '../record.ts'

/** A view of a cohort that nobody has seen before. */
export const newView = (view = 'momentum-1'): Port.ViewOf => ({
  view,
  cohort: newId() as string as Port.ViewOf['cohort'],
})

export type Rows = Port.ViewChange['rows']

/** Commits one change of one view. */
export const change = (
  store: Port.ViewStore,
  of: Port.ViewOf,
  rows: Rows,
  header: object = { revision: 1 },
): Promise<void> =>
  got(store.commit({ reader: newId(), checkpoint: '1', changes: [{ ...of, header, rows }] }))

type Read = ReadonlyArray<readonly [key: string, row: Stored.JsonObject]>

/** All rows of a view, in pages of so many. */
export const rowsOf = async (
  store: Port.ViewStore,
  of: Port.ViewOf,
  limit = 1000,
): Promise<Read> => {
  let page = await got(store.rows(of, { limit }))
  const rows = [...page.rows]
  for (let last = rows.at(-1); page.more && last !== undefined; last = page.rows.at(-1)) {
    page = await got(store.rows(of, { after: last[0], limit }))
    rows.push(...page.rows)
  }
  return rows
}
