import type { Values } from '@reverse-mentoring/core'

/** A record stops the views of this cohort: they show what was before it. An operator's list says which and why. */
export interface Halted {
  readonly _tag: 'Halted'
  readonly cohort: Values.CohortId
}

export const halted = (cohort: Values.CohortId): Halted => ({ _tag: 'Halted', cohort })
