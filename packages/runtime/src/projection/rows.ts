import { Values, type Cohort, type Port, type Values as V } from '@reverse-mentoring/core'
import type { KeptView } from './kept-view.ts'

type Placed = readonly [place: string, key: string, row: object]

const placed = (
  view: KeptView,
  key: string,
  state: Cohort.Cohort,
  cohort: V.CohortId,
): ReadonlyArray<Placed> => {
  const row = view.row(key, state)
  if (row === undefined) return []
  return view.places(row, key, cohort).map((at): Placed => [at.place, at.key, row])
}

/** Every row of a view, placed. */
export const allRows = (
  view: KeptView,
  state: Cohort.Cohort,
  cohort: V.CohortId,
): ReadonlyArray<Port.RowChange> =>
  view.keys(state).flatMap((key) => placed(view, key, state, cohort))

const at = ([place, key]: Placed): string => `${place}\n${key}`

/** What is different between two states in the rows of these keys: what is gone first, then what is there anew. */
export const changedRows = (
  view: KeptView,
  keys: Iterable<string>,
  before: Cohort.Cohort,
  after: Cohort.Cohort,
  cohort: V.CohortId,
): ReadonlyArray<Port.RowChange> => {
  const gone = new Map<string, Port.RowChange>()
  const changed: Array<Port.RowChange> = []
  for (const key of keys) {
    const old = new Map(placed(view, key, before, cohort).map((one) => [at(one), one]))
    for (const one of placed(view, key, after, cohort)) {
      const was = old.get(at(one))
      old.delete(at(one))
      if (was === undefined || !Values.sameJson(was[2], one[2])) changed.push(one)
    }
    for (const [where, [place, itsKey]] of old) gone.set(where, [place, itsKey, undefined])
  }
  return [...gone.values(), ...changed]
}
