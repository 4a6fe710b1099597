import type {
  CodesExtended,
  CohortClosed,
  CohortOpened,
  CoordinatorsNamed,
} from '../event/opening.ts'
import type { Cohort } from '../state/cohort.ts'
import { restate } from '../state/dated.ts'
import type { Folds } from './folds.ts'

const cohortOpened = (cohort: Cohort, event: CohortOpened): Cohort => {
  if (cohort.opened !== undefined) return cohort
  const { at, by, anybodyCoordinates } = event
  const coordinators = anybodyCoordinates === true ? undefined : { value: [by.id], at, by }
  return { ...cohort, opened: event, codes: event.codes, coordinators }
}

const coordinatorsNamed = (cohort: Cohort, event: CoordinatorsNamed): Cohort => {
  const { at, by, coordinators } = event
  return {
    ...cohort,
    coordinators: { ...restate(cohort.coordinators, coordinators, at), by },
  }
}

const codesExtended = (cohort: Cohort, { list, codes }: CodesExtended): Cohort => {
  const all = [...new Set([...cohort.codes[list], ...codes])]
  return { ...cohort, codes: { ...cohort.codes, [list]: all } }
}

const cohortClosed = (cohort: Cohort, event: CohortClosed): Cohort => ({
  ...cohort,
  closedAt: event.at,
})

export const openingFolds = {
  CohortOpened: cohortOpened,
  CoordinatorsNamed: coordinatorsNamed,
  CodesExtended: codesExtended,
  CohortClosed: cohortClosed,
} satisfies Partial<Folds>
