import { Cohort, View, type Port, type Stored, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { sameShape } from '../readable.ts'

type Rows = ReadonlyArray<readonly [where: string, row: object]>

const inOrder = (rows: Rows): Rows => [...rows].sort(([a], [b]) => (a < b ? -1 : 1))

/** Every row that a view has of a cohort, as its state has it. */
const rowsOfState = (view: View.AnyView, state: Cohort.Cohort, cohort: Values.CohortId): Rows =>
  [...View.viewRows(view, state)].flatMap(([key, row]) =>
    view.places(row, key, cohort).map((at) => [`${at.place} ${at.key}`, row] as const),
  )

/** Every row that is kept of it, wherever it could have one. */
const rowsKept = async (
  viewStore: Port.ViewStore,
  view: string,
  state: Cohort.Cohort,
  cohort: Values.CohortId,
): Promise<Rows> => {
  const people = Cohort.people(state).map(({ participant }) => View.placeOfPerson(participant))
  const coordinators = (View.frameOf(state)?.coordinators ?? []).map(View.placeOfPerson)
  const places = new Set([View.placeOfCohort(cohort), View.everywhere, ...people, ...coordinators])
  const rows: Array<readonly [string, object]> = []
  for (const place of places) {
    const page = await viewStore.rows(view, place, { limit: 100_000 })()
    if (E.isLeft(page)) throw new Error(page.left.reason)
    for (const one of page.right.rows) {
      if (one.cohort === cohort) rows.push([`${place} ${one.key}`, one.row])
    }
  }
  return rows
}

/** How what is kept of a cohort's views differs from what its records lead to; `undefined` where it does not. */
export const wrongView = async (
  viewStore: Port.ViewStore,
  views: ReadonlyArray<View.AnyView>,
  state: Cohort.Cohort,
  last: Stored.StoredRecord,
): Promise<string | undefined> => {
  const cohort = state.opened?.cohort
  if (cohort === undefined) return undefined
  for (const view of views) {
    const headers = await viewStore.headers([{ view: view.name, cohort }])()
    if (E.isLeft(headers)) throw new Error(headers.left.reason)
    const header = headers.right[0]
    if (header?.record !== last.id) return `${view.name} stands at another record than the last`
    if (!sameShape(header.frame, View.frameOf(state))) return `${view.name} has another frame`
    const kept = await rowsKept(viewStore, view.name, state, cohort)
    if (!sameShape(inOrder(kept), inOrder(rowsOfState(view, state, cohort)))) {
      return `${view.name} shows other rows than the records lead to`
    }
  }
  return undefined
}
