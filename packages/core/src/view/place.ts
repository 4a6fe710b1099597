import type { CohortId, ParticipantId } from '../values/id.ts'

/** Where a row is found, and under which key there. */
export interface Place {
  readonly place: string
  readonly key: string
}

/** The place of what belongs to one cohort. */
export const placeOfCohort = (cohort: CohortId): string => `cohort/${cohort}`

/** The place of what belongs to one person, in all cohorts. */
export const placeOfPerson = (participant: ParticipantId): string => `person/${participant}`

/** The place of what is looked for over all cohorts. */
export const everywhere = 'all'
