import type { CohortId } from '../values/id.ts'

/** One view of one cohort: what is written together. `view` carries the view's own version, such as `momentum-2`. */
export interface ViewOf {
  readonly view: string
  readonly cohort: CohortId
}
