import { CohortId } from '../values/id.ts'

/** The stream of a cohort. */
export const cohortStream = (cohort: CohortId): string => `cohort-${cohort}`

/** The cohort whose stream it is; `undefined` for any other stream. */
export const cohortOfStream = (stream: string): CohortId | undefined => {
  const id = stream.startsWith('cohort-') ? stream.slice(7) : ''
  return CohortId.is(id) ? id : undefined
}
