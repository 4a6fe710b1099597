import type { Port, Stored } from '@reverse-mentoring/core'
import { got } from '../law.ts'
import { newId } from '../record.ts'

export const newCohort = (): Port.ViewOf['cohort'] => newId() as string as Port.ViewOf['cohort']

/** A view of a cohort that nobody has seen before. */
export const newView = (view = `momentum-${newId()}`): Port.ViewOf => ({
  view,
  cohort: newCohort(),
})

/** What a commit says of a view, with this in its frame. */
export const headerWith = (
  frame: object = {},
  more: Partial<Port.NewHeader> = {},
): Port.NewHeader => ({
  revision: 1,
  frame,
  ...more,
})

/** A change of a view that nobody has changed before. */
export const firstChange = (
  of: Port.ViewOf,
  rows: Port.ViewChange['rows'] = [],
  frame: object = {},
): Port.ViewChange => ({ ...of, after: 0, header: headerWith(frame), rows })

/** Rows in one place. */
export const rowsAt = (
  place: string,
  rows: ReadonlyArray<readonly [key: string, row: object | undefined]>,
): Port.ViewChange['rows'] => rows.map(([key, row]) => [place, key, row] as const)

export const headerOf = async (
  store: Port.ViewStore,
  of: Port.ViewOf,
): Promise<Port.Header | undefined> => (await got(store.headers([of])))[0]

export const versionOf = async (store: Port.ViewStore, of: Port.ViewOf): Promise<number> =>
  (await headerOf(store, of))?.version ?? 0

/** Commits one change of one view, after whatever version stands. */
export const change = async (
  store: Port.ViewStore,
  of: Port.ViewOf,
  rows: Port.ViewChange['rows'],
  frame: object = {},
  more: Partial<Port.ViewChange> = {},
): Promise<void> => {
  const after = await versionOf(store, of)
  await got(store.commit({ changes: [{ ...of, after, header: headerWith(frame), rows, ...more }] }))
}

/** All rows of a view in a place, in pages of so many. */
export const placed = async (
  store: Port.ViewStore,
  view: string,
  place: string,
  limit = 1000,
): Promise<ReadonlyArray<Port.PlacedRow>> => {
  let page = await got(store.rows(view, place, { limit }))
  const rows = [...page.rows]
  for (let last = rows.at(-1); page.more && last !== undefined; last = page.rows.at(-1)) {
    page = await got(store.rows(view, place, { after: last, limit }))
    rows.push(...page.rows)
  }
  return rows
}

/** The keys and rows of a view in a place. */
export const rowsOf = async (
  store: Port.ViewStore,
  view: string,
  place: string,
): Promise<ReadonlyArray<readonly [key: string, row: Stored.JsonObject]>> =>
  (await placed(store, view, place)).map(({ key, row }) => [key, row] as const)
