import { Cohort, type Event, type Values, View } from '@reverse-mentoring/core'
import type { Port } from '@reverse-mentoring/core'
import type { Loaded } from './read-cohort.ts'

/** A view, as far as keeping it needs. */
export type KeptView = Pick<View.View<View.Audience, object>, 'name' | 'touched' | 'row'>

/** The views of `core` that are folds over records; metrics are published at dates instead. */
export const standardViews: ReadonlyArray<KeptView> = [
  View.cohortRoster,
  View.pairingBoard,
  View.consentLedger,
  View.momentum,
  View.sessionCalendar,
]

/** A cohort on its way through a page of the log: its state, and the keys of each view that have changed. */
export interface Projecting {
  readonly cohort: Values.CohortId
  loaded: Loaded
  readonly touched: ReadonlyMap<KeptView, Set<string>>
}

export const projecting = (
  cohort: Values.CohortId,
  loaded: Loaded,
  views: ReadonlyArray<KeptView>,
): Projecting => ({
  cohort,
  loaded,
  touched: new Map(views.map((view) => [view, new Set<string>()])),
})

/** One more event: the state moves on, and each view says which rows it may have changed. */
export const project = (on: Projecting, event: Event.CohortEvent): void => {
  const before = on.loaded.cohort
  const after = Cohort.evolve(before, event)
  for (const [view, keys] of on.touched) {
    for (const key of view.touched(event, before, after)) keys.add(key)
  }
  on.loaded = { cohort: after, revision: on.loaded.revision + 1 }
}

/** What a page changed in the views of one cohort: each touched row once, and every header. */
export const changesOf = ({
  cohort,
  loaded,
  touched,
}: Projecting): ReadonlyArray<Port.ViewChange> => {
  const header = View.viewHeader(loaded.cohort, loaded.revision)
  if (header === undefined) return []
  return [...touched].map(([view, keys]) => ({
    view: view.name,
    cohort,
    header,
    rows: [...keys].map((key) => [key, view.row(key, loaded.cohort)] as const),
  }))
}
