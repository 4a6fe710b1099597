import { Cohort, View } from '@reverse-mentoring/core'

export type AnyView = View.AnyView

/** What is under test: how commands are answered, what events do, what views show, and what is published. */
export interface Core {
  readonly decide: typeof Cohort.decide
  readonly evolve: typeof Cohort.evolve
  readonly views: ReadonlyArray<AnyView>
  readonly publish: typeof View.publishMetrics
}

/** The library's own. */
export const theCore: Core = {
  decide: Cohort.decide,
  evolve: Cohort.evolve,
  views: View.standardViews,
  publish: View.publishMetrics,
}
