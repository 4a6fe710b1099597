import type { CohortClosed, CohortOpened } from '../event/opening.ts'
import type { Cohort } from '../state/cohort.ts'
import type { Folds } from './folds.ts'

const cohortOpened = (cohort: Cohort, event: CohortOpened): Cohort =>
  cohort.opened === undefined ? { ...cohort, opened: event } : cohort

const cohortClosed = (cohort: Cohort, event: CohortClosed): Cohort => ({
  ...cohort,
  closedAt: event.at,
})

export const openingFolds = {
  CohortOpened: cohortOpened,
  CohortClosed: cohortClosed,
} satisfies Partial<Folds>
