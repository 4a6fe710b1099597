import type { Stored, Values } from '@reverse-mentoring/core'

/** What stops the views of a cohort, or one of them: a record that cannot be read, or a view that threw. */
export interface Stopped {
  readonly cohort: Values.CohortId
  /** The one view that stops; absent where all of the cohort's do. */
  readonly view?: string
  readonly revision: Stored.Revision
  /** For an operator; holds no stored value. */
  readonly because: string
}
